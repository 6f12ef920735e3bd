//! The people, one hand-written roster: every role of the handbook is held by somebody.

use super::codes::mobile;
use super::company::MAIL_DOMAIN;
use chrono::{Days, NaiveDate};

/// What a person does, under the code of the role that the application grants for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DemoRole {
    Administrator,
    GeneralManager,
    ServiceManager,
    InformationSupervisor,
    InformationAdministrator,
    ServiceSpecialist,
    MarketingManager,
    SalesManager,
    Salesperson,
    GroupBuyManager,
    GroupBuySpecialist,
    FinanceManager,
    Accountant,
    Cashier,
    PurchasingManager,
    Buyer,
    StoreManager,
    Storekeeper,
    Dispatcher,
    QualityManager,
    QualityInspector,
    Auditor,
    HrManager,
    Clerk,
}

impl DemoRole {
    pub const ALL: &[Self] = &[
        Self::Administrator,
        Self::GeneralManager,
        Self::ServiceManager,
        Self::InformationSupervisor,
        Self::InformationAdministrator,
        Self::ServiceSpecialist,
        Self::MarketingManager,
        Self::SalesManager,
        Self::Salesperson,
        Self::GroupBuyManager,
        Self::GroupBuySpecialist,
        Self::FinanceManager,
        Self::Accountant,
        Self::Cashier,
        Self::PurchasingManager,
        Self::Buyer,
        Self::StoreManager,
        Self::Storekeeper,
        Self::Dispatcher,
        Self::QualityManager,
        Self::QualityInspector,
        Self::Auditor,
        Self::HrManager,
        Self::Clerk,
    ];

    pub const fn code(self) -> &'static str {
        self.texts().0
    }

    pub const fn name(self) -> &'static str {
        self.texts().1
    }

    const fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Administrator => ("ADMINISTRATOR", "系统管理员"),
            Self::GeneralManager => ("GENERAL_MANAGER", "总经理"),
            Self::ServiceManager => ("SERVICE_MANAGER", "客户服务部经理"),
            Self::InformationSupervisor => ("INFORMATION_SUPERVISOR", "客户信息主管"),
            Self::InformationAdministrator => ("INFORMATION_ADMINISTRATOR", "信息管理员"),
            Self::ServiceSpecialist => ("SERVICE_SPECIALIST", "客服专员"),
            Self::MarketingManager => ("MARKETING_MANAGER", "市场部经理"),
            Self::SalesManager => ("SALES_MANAGER", "销售经理"),
            Self::Salesperson => ("SALESPERSON", "业务员"),
            Self::GroupBuyManager => ("GROUP_BUY_MANAGER", "团购业务经理"),
            Self::GroupBuySpecialist => ("GROUP_BUY_SPECIALIST", "团购专员"),
            Self::FinanceManager => ("FINANCE_MANAGER", "财务经理"),
            Self::Accountant => ("ACCOUNTANT", "会计"),
            Self::Cashier => ("CASHIER", "出纳"),
            Self::PurchasingManager => ("PURCHASING_MANAGER", "采购经理"),
            Self::Buyer => ("BUYER", "采购员"),
            Self::StoreManager => ("STORE_MANAGER", "仓储经理"),
            Self::Storekeeper => ("STOREKEEPER", "仓库管理员"),
            Self::Dispatcher => ("DISPATCHER", "配送调度"),
            Self::QualityManager => ("QUALITY_MANAGER", "质量经理"),
            Self::QualityInspector => ("QUALITY_INSPECTOR", "质检员"),
            Self::Auditor => ("AUDITOR", "审计员"),
            Self::HrManager => ("HR_MANAGER", "人力行政经理"),
            Self::Clerk => ("CLERK", "行政专员"),
        }
    }
}

/// A person of the company.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DemoPerson {
    /// Pinyin of the name; unique.
    pub login: &'static str,
    pub name: &'static str,
    /// `JHY` and four digits, by place in the roster.
    pub employee_number: String,
    pub department: &'static str,
    pub site: &'static str,
    pub title: &'static str,
    pub role: DemoRole,
    /// Login of the superior; `None` only for the general manager.
    pub superior: Option<&'static str>,
    pub mobile: String,
    pub email: String,
    pub joined_on: NaiveDate,
}

/// Login, name, role, department, site, title, superior.
type Entry = (
    &'static str,
    &'static str,
    DemoRole,
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
);

#[rustfmt::skip]
const ROSTER: &[Entry] = &[
    ("hejianguo", "何建国", DemoRole::GeneralManager, "ZJB", "CD", "总经理", None),
    ("qiuyulan", "邱玉兰", DemoRole::Clerk, "ZJB", "CD", "总经理秘书", Some("hejianguo")),
    ("linzhiyuan", "林志远", DemoRole::Administrator, "XX", "CD", "信息部经理", Some("hejianguo")),
    ("wuhaoran", "吴浩然", DemoRole::Administrator, "XX", "CD", "系统管理员", Some("linzhiyuan")),
    ("jiangsihan", "姜思涵", DemoRole::InformationAdministrator, "XX", "CD", "信息部信息员", Some("linzhiyuan")),
    ("zhoumin", "周敏", DemoRole::ServiceManager, "KF", "CD", "客户服务部经理", Some("hejianguo")),
    ("shenhuimin", "沈慧敏", DemoRole::InformationSupervisor, "KF", "CD", "客户信息主管", Some("zhoumin")),
    ("duxinyi", "杜欣怡", DemoRole::InformationAdministrator, "KF", "CD", "客户信息管理员", Some("shenhuimin")),
    ("lvwenjing", "吕文静", DemoRole::ServiceSpecialist, "KF", "CD", "客服专员", Some("zhoumin")),
    ("xiemengqi", "谢梦琪", DemoRole::ServiceSpecialist, "KF", "CD", "客服专员", Some("zhoumin")),
    ("baishaohua", "白少华", DemoRole::ServiceSpecialist, "KF", "CQ", "客服专员", Some("zhoumin")),
    ("luohaitao", "罗海涛", DemoRole::MarketingManager, "SC", "CD", "市场部经理", Some("hejianguo")),
    ("tangwei", "唐伟", DemoRole::SalesManager, "XS1", "CD", "销售一部经理", Some("luohaitao")),
    ("chengtao", "程涛", DemoRole::Salesperson, "XS1", "CD", "业务员", Some("tangwei")),
    ("liangjing", "梁静", DemoRole::Salesperson, "XS1", "CD", "业务员", Some("tangwei")),
    ("fengyuhang", "冯宇航", DemoRole::Salesperson, "XS1", "CD", "业务员", Some("tangwei")),
    ("sujiayi", "苏佳怡", DemoRole::Salesperson, "XS1", "CD", "业务员", Some("tangwei")),
    ("dengjunfeng", "邓俊峰", DemoRole::SalesManager, "XS2", "CD", "销售二部经理", Some("luohaitao")),
    ("yuanpengfei", "袁鹏飞", DemoRole::Salesperson, "XS2", "CD", "业务员", Some("dengjunfeng")),
    ("hexiaowen", "贺晓雯", DemoRole::Salesperson, "XS2", "CD", "业务员", Some("dengjunfeng")),
    ("ranguodong", "冉国栋", DemoRole::Salesperson, "XS2", "CQ", "业务员", Some("dengjunfeng")),
    ("tanhongxia", "谭红霞", DemoRole::Salesperson, "XS2", "CQ", "业务员", Some("dengjunfeng")),
    ("xiaoyating", "萧雅婷", DemoRole::GroupBuyManager, "TG", "CD", "团购业务经理", Some("luohaitao")),
    ("zengmeiling", "曾美玲", DemoRole::GroupBuySpecialist, "TG", "CD", "团购专员", Some("xiaoyating")),
    ("kongzeyu", "孔泽宇", DemoRole::GroupBuySpecialist, "TG", "CD", "团购专员", Some("xiaoyating")),
    ("fangsuqin", "方素琴", DemoRole::FinanceManager, "CW", "CD", "财务部经理", Some("hejianguo")),
    ("renlihua", "任丽华", DemoRole::Accountant, "CW", "CD", "往来会计", Some("fangsuqin")),
    ("maoyuting", "毛雨婷", DemoRole::Cashier, "CW", "CD", "出纳", Some("fangsuqin")),
    ("caozhenhua", "曹振华", DemoRole::PurchasingManager, "CG", "CD", "商务采购部经理", Some("hejianguo")),
    ("panlixin", "潘立新", DemoRole::Buyer, "CG", "CD", "采购员", Some("caozhenhua")),
    ("yaowanqing", "姚婉清", DemoRole::Buyer, "CG", "CD", "采购员", Some("caozhenhua")),
    ("pengdeshun", "彭德顺", DemoRole::StoreManager, "CC", "SL", "仓储物流部经理", Some("hejianguo")),
    ("xiongdaqing", "熊大庆", DemoRole::Storekeeper, "CC", "SL", "仓库管理员", Some("pengdeshun")),
    ("liaochunmei", "廖春梅", DemoRole::Storekeeper, "CC", "SL", "仓库管理员", Some("pengdeshun")),
    ("shiyongsheng", "石永胜", DemoRole::Dispatcher, "CC", "SL", "配送调度", Some("pengdeshun")),
    ("hanxuewen", "韩学文", DemoRole::QualityManager, "ZL", "CD", "质量部经理", Some("hejianguo")),
    ("jinruolan", "金若兰", DemoRole::QualityInspector, "ZL", "SL", "质检员", Some("hanxuewen")),
    ("yezhengqing", "叶正清", DemoRole::Auditor, "SJ", "CD", "审计部经理", Some("hejianguo")),
    ("fuzhongming", "傅仲明", DemoRole::Auditor, "SJ", "CD", "审计专员", Some("yezhengqing")),
    ("songliping", "宋丽萍", DemoRole::HrManager, "RX", "CD", "人力行政部经理", Some("hejianguo")),
    ("haodongmei", "郝冬梅", DemoRole::Clerk, "RX", "CD", "行政专员", Some("songliping")),
    ("weixiaodong", "魏晓东", DemoRole::Clerk, "RX", "CQ", "行政专员", Some("songliping")),
];
/// Ids of mobile numbers from here on belong to the company's own people.
const OWN_NUMBERS: u64 = 799_000_000;

/// Everybody, superiors before those they lead. `today` bounds the dates of joining.
pub fn people(seed: u64, today: NaiveDate) -> Vec<DemoPerson> {
    ROSTER.iter().zip(0_u64..).map(|(entry, at)| person(*entry, at, seed, today)).collect()
}

fn person(entry: Entry, at: u64, seed: u64, today: NaiveDate) -> DemoPerson {
    let (login, name, role, department, site, title, superior) = entry;
    // The roster is in no order of age: spread joining over the last eleven years.
    let days_ago = 60 + (at * 1_117) % 3_900;
    DemoPerson {
        login,
        name,
        employee_number: format!("JHY{:04}", at + 1),
        department,
        site,
        title,
        role,
        superior,
        mobile: mobile(OWN_NUMBERS + at, seed),
        email: format!("{login}@{MAIL_DOMAIN}"),
        joined_on: today.checked_sub_days(Days::new(days_ago)).unwrap_or(today),
    }
}

/// The salespeople who look after clients of a place.
pub(super) const fn sellers(chengdu: bool, chongqing: bool) -> &'static [&'static str] {
    if chengdu {
        &["chengtao", "liangjing", "fengyuhang", "sujiayi", "tangwei"]
    } else if chongqing {
        &["ranguodong", "tanhongxia"]
    } else {
        &["yuanpengfei", "hexiaowen", "dengjunfeng"]
    }
}

/// Group-buy clients: key and core ones belong to the business manager in person (B-CRM-07).
pub(super) const fn group_buyers(important: bool) -> &'static [&'static str] {
    if important { &["xiaoyating"] } else { &["zengmeiling", "kongzeyu"] }
}

/// Department and site of a person in the roster.
pub(super) fn place_of(login: &str) -> (&'static str, &'static str) {
    let found = ROSTER.iter().find(|entry| entry.0 == login);
    found.map_or(("SC", "CD"), |entry| (entry.3, entry.4))
}
