//! The columns of an import: which field each fills, what it is called in three languages, and how
//! its cells are read. The names of listed fields are the completeness table's own.
use crate::archive::completeness::FIELDS;
use kernel::lang::{Lang, Text};
use kernel::text::normalise;

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Text,
    /// One of some names or codes.
    Kind,
    State,
    Bool,
    Whole,
    Money,
    Date,
    /// Separated by commas or semicolons.
    Tags,
    /// Login, employee number or name of somebody who works here.
    Person,
}

/// One column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Path in the request, with dots.
    pub name: &'static str,
    pub shape: Shape,
}

impl Column {
    /// Pointer into the request's body.
    #[must_use]
    pub fn pointer(&self) -> String {
        format!("/{}", self.name.replace('.', "/"))
    }

    #[must_use]
    pub fn title(&self, lang: Lang) -> &'static str {
        text(self.name).map_or(self.name, |text| text.in_lang(lang))
    }
}

macro_rules! columns {
    ($($name:literal $shape:ident;)+) => {
        /// In the order of the template.
        pub const COLUMNS: &[Column] = &[$(Column { name: $name, shape: Shape::$shape }),+];
    };
}

columns! {
    "name" Text;
    "kind" Kind;
    "short_name" Text;
    "english_name" Text;
    "group_buy" Bool;
    "state" State;
    "owner_id" Person;
    "credit_code" Text;
    "industry" Text;
    "region" Text;
    "address" Text;
    "postcode" Text;
    "telephone" Text;
    "website" Text;
    "founded_on" Date;
    "trading_since" Date;
    "employees" Whole;
    "assets" Money;
    "registered_capital" Money;
    "annual_sales" Money;
    "tags" Tags;
    "basic.organisation" Text;
    "basic.owners_managers" Text;
    "basic.scope" Text;
    "traits.service_area" Text;
    "traits.sales_capability" Text;
    "traits.development_potential" Text;
    "traits.culture" Text;
    "traits.policy" Text;
    "traits.management" Text;
    "business.past_results" Text;
    "business.present_results" Text;
    "business.manager_quality" Text;
    "business.staff_quality" Text;
    "business.competitors" Text;
    "business.relation" Text;
    "business.attitude" Text;
    "trading.activity" Text;
    "trading.problems" Text;
    "trading.advantages" Text;
    "trading.countermeasures" Text;
    "trading.reputation" Text;
    "trading.credit_status" Text;
    "trading.terms" Text;
    "trading.past_credit_problems" Text;
    "purchase_procedure" Text;
    "demand.investment_scale" Text;
    "demand.plan_medium" Text;
    "demand.plan_long" Text;
    "demand.preferences" Text;
    "analysis" Text;
    "service_plan" Text;
    "duplicate_reason" Text;
}

macro_rules! texts {
    ($($name:literal $zh:literal $tw:literal $en:literal;)+) => {
        /// Names of the columns that completeness does not count.
        const OTHERS: &[(&str, Text)] = &[$(($name, Text { zh: $zh, tw: $tw, en: $en })),+];
    };
}

texts! {
    "kind" "客户类型" "客戶類型" "Kind";
    "short_name" "简称" "簡稱" "Short name";
    "english_name" "英文名称" "英文名稱" "English name";
    "group_buy" "团购客户" "團購客戶" "Group-buy client";
    "state" "客户状态" "客戶狀態" "State";
    "owner_id" "负责人" "負責人" "Owner";
    "credit_code" "统一社会信用代码" "統一社會信用代碼" "Credit code";
    "region" "所在地区" "所在地區" "Region";
    "website" "网址" "網址" "Website";
    "registered_capital" "注册资本" "註冊資本" "Registered capital";
    "tags" "标签" "標籤" "Tags";
    "basic.scope" "经营范围" "經營範圍" "Scope of business";
    "service_plan" "个性化服务方案" "個人化服務方案" "Service plan";
    "duplicate_reason" "非重复的理由" "非重複的理由" "Why no duplicate";
}

/// What a field is called.
#[must_use]
pub fn text(name: &str) -> Option<Text> {
    let listed = FIELDS.iter().find(|field| field.name == name).map(|field| field.text);
    listed.or_else(|| OTHERS.iter().find(|(other, _)| *other == name).map(|(_, text)| *text))
}

/// The column that a heading means: its name in any of the languages, or its path.
#[must_use]
pub fn find(heading: &str) -> Option<&'static Column> {
    let wanted = spelled(heading);
    COLUMNS.iter().find(|column| {
        let named = text(column.name).is_some_and(|text| {
            [text.zh, text.tw, text.en].iter().any(|name| spelled(name) == wanted)
        });
        named || column.name == wanted
    })
}

/// Case, width and the template's marks make no difference: `*` for required, and in parentheses
/// how the column is filled in.
fn spelled(heading: &str) -> String {
    let folded = normalise(heading).to_lowercase();
    let bare = folded.split('(').next().unwrap_or_default();
    bare.trim_end_matches(['*', ' ']).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::input::NewClient;
    use serde_json::json;
    use std::collections::BTreeSet;

    #[test]
    fn every_column_has_a_name_of_its_own_in_each_language() {
        for lang in [Lang::ZhCn, Lang::ZhTw, Lang::En] {
            let titles: BTreeSet<_> = COLUMNS.iter().map(|c| spelled(c.title(lang))).collect();
            assert_eq!(titles.len(), COLUMNS.len(), "{lang:?}");
        }
        assert!(COLUMNS.iter().all(|column| text(column.name).is_some()));
    }

    #[test]
    fn a_heading_is_found_in_every_language_and_width() {
        for heading in
            ["客户名称", "客戶名稱", "NAME", "name", "客户名称 *", "Ｎａｍｅ", "客户名称 *（文字）"]
        {
            assert_eq!(find(heading).map(|c| c.name), Some("name"), "{heading}");
        }
        assert_eq!(find("basic.scope").map(|c| c.name), Some("basic.scope"));
        assert!(find("客户").is_none());
    }

    /// The table names fields that there are, and leaves none out that a file can be created with.
    #[test]
    fn the_columns_are_the_fields_of_a_new_file() {
        let blank: NewClient =
            serde_json::from_value(json!({"name": "甲", "kind": "INSTITUTION"})).unwrap();
        let value = serde_json::to_value(&blank).unwrap();
        let mut fields = BTreeSet::new();
        for (name, value) in value.as_object().unwrap() {
            match value.as_object() {
                Some(inner) => fields.extend(inner.keys().map(|key| format!("{name}.{key}"))),
                None => drop(fields.insert(name.clone())),
            }
        }
        // Naming the reason is confirming.
        fields.remove("confirm_duplicates");
        let columns: BTreeSet<_> = COLUMNS.iter().map(|c| c.name.to_owned()).collect();
        assert_eq!(columns, fields);
    }
}
