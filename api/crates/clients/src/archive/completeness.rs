//! How complete a file is, counted over exactly the fields that the handbook lists (A-CLI-05,
//! A-CLI-02; contact and preferences: B-CRM-02; plans: A-CLI-24).
use super::input::ClientInput;
use super::kinds::{ClientKind, ClientState};
use kernel::lang::Text;
use serde::Serialize;
use utoipa::ToSchema;

/// The parts of the archive (A-CLI-05).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Section {
    Basic,
    Traits,
    Business,
    Trading,
    PurchaseProcedure,
    Demand,
    Analysis,
}

/// Whose file has the field at all. A person has no organisation, a prospect no first trade: asking
/// for them would keep such files incomplete for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    All,
    Institutions,
    Existing,
}

/// Everything that completeness looks at.
#[derive(Clone, Copy, Debug)]
pub struct Filing<'a> {
    pub contents: &'a ClientInput,
    pub state: ClientState,
    pub hanging: Hanging,
}

/// What hangs on a file and counts as a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hanging {
    pub contacts: i32,
    pub key_persons: i32,
    pub qualifications: i32,
}

/// One field of the handbook's list.
pub struct Field {
    /// Path in the file as the interface spells it.
    pub name: &'static str,
    pub section: Section,
    pub text: Text,
    of: Of,
    filled: fn(&Filing<'_>) -> bool,
}

impl Field {
    fn applies(&self, filing: &Filing<'_>) -> bool {
        let institution = filing.contents.kind == ClientKind::Institution;
        match self.of {
            Of::All => true,
            Of::Institutions => institution,
            Of::Existing => filing.state == ClientState::Existing,
        }
    }
}

macro_rules! fields {
    ($($name:literal $section:ident $of:ident $zh:literal $tw:literal $en:literal $filled:expr;)+) => {
        /// The list.
        pub const FIELDS: &[Field] = &[$(Field {
            name: $name,
            section: Section::$section,
            text: Text { zh: $zh, tw: $tw, en: $en },
            of: Of::$of,
            filled: $filled,
        }),+];
    };
}

fields! {
    "name" Basic All "客户名称" "客戶名稱" "Name" |f| !f.contents.name.is_empty();
    "telephone" Basic All "电话" "電話" "Telephone" |f| f.contents.telephone.is_some();
    "address" Basic All "地址" "地址" "Address" |f| f.contents.address.is_some();
    "postcode" Basic Institutions "邮编" "郵遞區號" "Postcode" |f| f.contents.postcode.is_some();
    "industry" Basic Institutions "行业" "行業" "Industry" |f| f.contents.industry.is_some();
    "founded_on" Basic Institutions "创立时间" "創立時間" "Founded on" |f| f.contents.founded_on.is_some();
    "trading_since" Basic Existing "与本企业交易时间" "與本企業交易時間" "Trading since" |f| f.contents.trading_since.is_some();
    "employees" Basic Institutions "企业规模" "企業規模" "Employees" |f| f.contents.employees.is_some();
    "assets" Basic Institutions "资产" "資產" "Assets" |f| f.contents.assets.is_some();
    "basic.organisation" Basic Institutions "组织架构与管理体系" "組織架構與管理體系" "Organisation and management system" |f| f.contents.basic.organisation.is_some();
    "basic.owners_managers" Basic Institutions "所有者管理者" "所有者管理者" "Owners and managers" |f| f.contents.basic.owners_managers.is_some();
    "contacts" Basic Institutions "联系人" "聯絡人" "Contacts" |f| f.hanging.contacts > 0;
    "key_persons" Basic Institutions "购买决策关键人物" "購買決策關鍵人物" "Key persons of the purchase" |f| f.hanging.key_persons > 0;
    "qualifications" Basic Institutions "资质" "資質" "Qualifications" |f| f.hanging.qualifications > 0;
    "traits.service_area" Traits Institutions "服务区域" "服務區域" "Service area" |f| f.contents.traits.service_area.is_some();
    "traits.sales_capability" Traits Institutions "销售能力" "銷售能力" "Sales capability" |f| f.contents.traits.sales_capability.is_some();
    "traits.development_potential" Traits Institutions "发展潜力" "發展潛力" "Development potential" |f| f.contents.traits.development_potential.is_some();
    "traits.culture" Traits Institutions "企业文化" "企業文化" "Corporate culture" |f| f.contents.traits.culture.is_some();
    "traits.policy" Traits Institutions "经营方针与政策" "經營方針與政策" "Business policy" |f| f.contents.traits.policy.is_some();
    "annual_sales" Traits Institutions "年销售额" "年銷售額" "Annual sales" |f| f.contents.annual_sales.is_some();
    "traits.management" Traits Institutions "经营管理特点" "經營管理特點" "Management characteristics" |f| f.contents.traits.management.is_some();
    "business.past_results" Business Institutions "以往销售实绩" "以往銷售實績" "Past sales results" |f| f.contents.business.past_results.is_some();
    "business.present_results" Business Institutions "目前销售实绩" "目前銷售實績" "Present sales results" |f| f.contents.business.present_results.is_some();
    "business.manager_quality" Business Institutions "管理者素质" "管理者素質" "Quality of managers" |f| f.contents.business.manager_quality.is_some();
    "business.staff_quality" Business Institutions "业务人员素质" "業務人員素質" "Quality of business staff" |f| f.contents.business.staff_quality.is_some();
    "business.competitors" Business Institutions "与其他竞争者的关系" "與其他競爭者的關係" "Relation to competitors" |f| f.contents.business.competitors.is_some();
    "business.relation" Business Institutions "与本公司的业务关系" "與本公司的業務關係" "Business relation with us" |f| f.contents.business.relation.is_some();
    "business.attitude" Business Institutions "合作态度" "合作態度" "Cooperation attitude" |f| f.contents.business.attitude.is_some();
    "trading.activity" Trading Institutions "销售活动状况" "銷售活動狀況" "Sales activity" |f| f.contents.trading.activity.is_some();
    "trading.problems" Trading Institutions "存在的问题" "存在的問題" "Problems" |f| f.contents.trading.problems.is_some();
    "trading.advantages" Trading Institutions "具有的优势" "具有的優勢" "Advantages" |f| f.contents.trading.advantages.is_some();
    "trading.countermeasures" Trading Institutions "未来的对策" "未來的對策" "Countermeasures" |f| f.contents.trading.countermeasures.is_some();
    "trading.reputation" Trading All "信誉与形象" "信譽與形象" "Reputation" |f| f.contents.trading.reputation.is_some();
    "trading.credit_status" Trading All "信用状况" "信用狀況" "Credit status" |f| f.contents.trading.credit_status.is_some();
    "trading.terms" Trading All "交易条件" "交易條件" "Trading terms" |f| f.contents.trading.terms.is_some();
    "trading.past_credit_problems" Trading All "以往信用问题" "以往信用問題" "Past credit problems" |f| f.contents.trading.past_credit_problems.is_some();
    "purchase_procedure" PurchaseProcedure All "客户购买程序" "客戶購買程序" "Purchase procedure" |f| f.contents.purchase_procedure.is_some();
    "demand.investment_scale" Demand Institutions "投资规模" "投資規模" "Investment scale" |f| f.contents.demand.investment_scale.is_some();
    "demand.plan_medium" Demand Institutions "中期发展规划与需求" "中期發展規劃與需求" "Medium-term plan" |f| f.contents.demand.plan_medium.is_some();
    "demand.plan_long" Demand Institutions "长期发展规划与需求" "長期發展規劃與需求" "Long-term plan" |f| f.contents.demand.plan_long.is_some();
    "demand.preferences" Demand All "需求偏好" "需求偏好" "Preferences" |f| f.contents.demand.preferences.is_some();
    "analysis" Analysis All "客户信息分析" "客戶資訊分析" "Analysis" |f| f.contents.analysis.is_some();
}

/// How complete a file is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Completeness {
    /// Of the fields that apply, rounded down.
    #[schema(minimum = 0, maximum = 100)]
    pub percent: i16,
    /// Fields that are still empty, as paths in the file.
    #[schema(example = json!(["assets", "traits.culture"]))]
    pub missing: Vec<&'static str>,
}

/// A-CLI-05: checked against the listed fields.
#[must_use]
pub fn completeness(filing: &Filing<'_>) -> Completeness {
    let applying: Vec<_> = FIELDS.iter().filter(|field| field.applies(filing)).collect();
    let missing: Vec<_> =
        applying.iter().filter(|field| !(field.filled)(filing)).map(|field| field.name).collect();
    let filled = applying.len().saturating_sub(missing.len());
    let percent = filled.saturating_mul(100).checked_div(applying.len()).unwrap_or_default();
    Completeness { percent: i16::try_from(percent).unwrap_or(100), missing }
}

/// A-CLI-02: what the basic archive still lacks. Of a private person it is the name, the telephone
/// and the address; of an institution every basic field.
#[must_use]
pub fn basic_gaps(filing: &Filing<'_>) -> Vec<&'static Field> {
    let individual = filing.contents.kind == ClientKind::Individual;
    FIELDS
        .iter()
        .filter(|field| field.section == Section::Basic && field.applies(filing))
        .filter(|field| !individual || field.of == Of::All)
        .filter(|field| !(field.filled)(filing))
        .collect()
}

/// A-CLI-02: a file without a complete basic archive is not compliant.
#[must_use]
pub fn compliant(filing: &Filing<'_>) -> bool {
    basic_gaps(filing).is_empty()
}

#[cfg(test)]
#[path = "completeness_tests.rs"]
mod tests;
