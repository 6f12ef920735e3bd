//! What is written into a file. One list of fields serves creating, changing and showing.
use super::kinds::{ClientKind, ClientState};
use super::sections::{Basic, Business, Demand, Trading, Traits};
use crate::checks;
use chrono::NaiveDate;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::input::check;
use kernel::http::problem::FieldProblem;
use kernel::ids::PersonId;
use kernel::money::Money;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use utoipa::ToSchema;
use validator::Validate;

/// A struct with the fields of a file, and more; with a way to take the fields out.
macro_rules! file {
    ($(#[$doc:meta])* $name:ident { $($more:tt)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            #[validate(length(min = 1, max = 200), custom(function = "checks::line"))]
            #[schema(min_length = 1, max_length = 200, example = "成都锦川机电设备有限公司")]
            pub name: String,
            #[serde(default)]
            #[validate(length(max = 100), custom(function = "checks::blank_line"))]
            #[schema(max_length = 100, example = "锦川机电")]
            pub short_name: Option<String>,
            #[serde(default)]
            #[validate(length(max = 200), custom(function = "checks::blank_line"))]
            #[schema(max_length = 200)]
            pub english_name: Option<String>,
            pub kind: ClientKind,
            /// A group-buy client's file; only group-buying specialists begin one (B-CRM-01).
            #[serde(default)]
            pub group_buy: bool,
            /// 统一社会信用代码; unique among the files in force.
            #[serde(default)]
            #[validate(length(max = 40), custom(function = "checks::credit_code"))]
            #[schema(max_length = 40)]
            pub credit_code: Option<String>,
            #[serde(default)]
            #[validate(length(max = 60), custom(function = "checks::blank_line"))]
            #[schema(max_length = 60, example = "机械设备")]
            pub industry: Option<String>,
            #[serde(default)]
            #[validate(length(max = 100), custom(function = "checks::blank_line"))]
            #[schema(max_length = 100, example = "四川省成都市")]
            pub region: Option<String>,
            #[serde(default)]
            #[validate(length(max = 200), custom(function = "checks::blank_line"))]
            #[schema(max_length = 200)]
            pub address: Option<String>,
            #[serde(default)]
            #[validate(length(max = 10), custom(function = "checks::postcode"))]
            #[schema(max_length = 10, example = "610041")]
            pub postcode: Option<String>,
            #[serde(default)]
            #[validate(length(max = 40), custom(function = "checks::phone"))]
            #[schema(max_length = 40, example = "028-85123456")]
            pub telephone: Option<String>,
            #[serde(default)]
            #[validate(length(max = 200), custom(function = "checks::website"))]
            #[schema(max_length = 200)]
            pub website: Option<String>,
            /// 创立时间; not in the future.
            #[serde(default)]
            pub founded_on: Option<NaiveDate>,
            /// 与本企业交易时间; not in the future.
            #[serde(default)]
            pub trading_since: Option<NaiveDate>,
            /// 企业规模: number of employees.
            #[serde(default)]
            #[validate(range(min = 0, max = 10_000_000))]
            #[schema(minimum = 0, maximum = 10_000_000)]
            pub employees: Option<i32>,
            #[serde(default)]
            #[validate(custom(function = "checks::not_negative"))]
            pub assets: Option<Money>,
            #[serde(default)]
            #[validate(custom(function = "checks::not_negative"))]
            pub registered_capital: Option<Money>,
            #[serde(default)]
            #[validate(custom(function = "checks::not_negative"))]
            pub annual_sales: Option<Money>,
            /// Up to 20, each up to 30 characters.
            #[serde(default)]
            #[validate(custom(function = "checks::tags"))]
            #[schema(max_items = 20)]
            pub tags: Vec<String>,
            #[serde(default)]
            #[validate(nested)]
            pub basic: Basic,
            #[serde(default)]
            #[validate(nested)]
            pub traits: Traits,
            #[serde(default)]
            #[validate(nested)]
            pub business: Business,
            #[serde(default)]
            #[validate(nested)]
            pub trading: Trading,
            #[serde(default)]
            #[validate(nested)]
            pub demand: Demand,
            /// 客户购买程序.
            #[serde(default)]
            #[validate(length(max = 4000), custom(function = "checks::blank_lines"))]
            #[schema(max_length = 4000)]
            pub purchase_procedure: Option<String>,
            /// 客户信息的分析.
            #[serde(default)]
            #[validate(length(max = 4000), custom(function = "checks::blank_lines"))]
            #[schema(max_length = 4000)]
            pub analysis: Option<String>,
            /// 个性化服务方案; key and core clients must have one (B-CRM-07).
            #[serde(default)]
            #[validate(length(max = 4000), custom(function = "checks::blank_lines"))]
            #[schema(max_length = 4000)]
            pub service_plan: Option<String>,
            $($more)*
        }
    };
}

file! {
    /// The contents of a file.
    ClientInput {}
}

file! {
    /// A new file.
    NewClient {
        /// POTENTIAL where none is named; later it changes by an action.
        #[serde(default)]
        #[schema(example = "POTENTIAL")]
        pub state: Option<ClientState>,
        /// Whose client it is; the caller's where none is named.
        #[serde(default)]
        pub owner_id: Option<PersonId>,
        /// Similar files were looked at and this is another client.
        #[serde(default)]
        pub confirm_duplicates: bool,
        /// Why it is another client; needed with `confirm_duplicates`.
        #[serde(default)]
        #[validate(length(max = 500), custom(function = "checks::blank_lines"))]
        #[schema(max_length = 500)]
        pub duplicate_reason: Option<String>,
    }
}

impl NewClient {
    /// The contents alone.
    #[must_use]
    pub fn contents(&self) -> ClientInput {
        let it = self.clone();
        ClientInput {
            name: it.name,
            short_name: it.short_name,
            english_name: it.english_name,
            kind: it.kind,
            group_buy: it.group_buy,
            credit_code: it.credit_code,
            industry: it.industry,
            region: it.region,
            address: it.address,
            postcode: it.postcode,
            telephone: it.telephone,
            website: it.website,
            founded_on: it.founded_on,
            trading_since: it.trading_since,
            employees: it.employees,
            assets: it.assets,
            registered_capital: it.registered_capital,
            annual_sales: it.annual_sales,
            tags: it.tags,
            basic: it.basic,
            traits: it.traits,
            business: it.business,
            trading: it.trading,
            demand: it.demand,
            purchase_procedure: it.purchase_procedure,
            analysis: it.analysis,
            service_plan: it.service_plan,
        }
    }
}

impl ClientInput {
    /// In the spelling that is kept: trimmed, blank as absent, the credit code in its one form.
    pub fn tidied(&self) -> ApiResult<Self> {
        let mut tidy: Self = tidied(self)?;
        if let Some(code) = tidy.credit_code.take() {
            tidy.credit_code = kernel::text::credit_code::parse(&code).ok();
        }
        check(&tidy)?;
        Ok(tidy)
    }

    /// Dates lie in the past.
    pub fn check_dates(&self, today: NaiveDate) -> ApiResult<()> {
        let dates = [("/founded_on", self.founded_on), ("/trading_since", self.trading_since)];
        let wrong = dates
            .into_iter()
            .filter(|(_, date)| date.is_some_and(|date| date > today))
            .map(|(pointer, _)| FieldProblem::new(pointer, field::RANGE).with("max", &today));
        // Nobody traded with a company before there was one.
        let early = self.founded_on.zip(self.trading_since).filter(|(from, since)| since < from);
        let early = early
            .map(|(from, _)| FieldProblem::new("/trading_since", field::RANGE).with("min", &from));
        let wrong: Vec<_> = wrong.chain(early).collect();
        if wrong.is_empty() { Ok(()) } else { Err(ApiError::Invalid(wrong)) }
    }
}

/// Every text trimmed and every blank one absent.
pub(crate) fn tidied<T: Serialize + DeserializeOwned>(input: &T) -> ApiResult<T> {
    let mut value = serde_json::to_value(input)?;
    trim(&mut value);
    Ok(serde_json::from_value(value)?)
}

fn trim(value: &mut Value) {
    match value {
        Value::String(text) => {
            let trimmed = text.trim();
            if trimmed.is_empty() {
                *value = Value::Null;
            } else if trimmed.len() < text.len() {
                *value = Value::String(trimmed.to_owned());
            }
        }
        Value::Array(items) => items.iter_mut().for_each(trim),
        Value::Object(members) => members.values_mut().for_each(trim),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn contents(more: &Value) -> ClientInput {
        let mut value = json!({"name": " 成都锦川机电设备有限公司　", "kind": "INSTITUTION"});
        value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn blank_is_absent_and_edges_are_trimmed() {
        let more = json!({"region": "  ", "traits": {"culture": " 务实\n"}, "tags": [" 月结 "]});
        let tidy = contents(&more).tidied().unwrap();
        assert_eq!(tidy.name, "成都锦川机电设备有限公司");
        assert_eq!((tidy.region, tidy.traits.culture), (None, Some("务实".to_owned())));
        assert_eq!(tidy.tags, ["月结"]);
    }

    #[test]
    fn a_credit_code_is_kept_in_one_spelling() {
        let code = kernel::text::credit_code::with_check_digit("91510100MA61X4K2").unwrap();
        let spaced = format!(" {} {}", code[..8].to_lowercase(), &code[8..]);
        let tidy = contents(&json!({"credit_code": spaced})).tidied().unwrap();
        assert_eq!(tidy.credit_code, Some(code));
    }

    #[test]
    fn nothing_begins_in_the_future() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        assert!(contents(&json!({"founded_on": "2026-11-22"})).check_dates(today).is_ok());
        let late = contents(&json!({"founded_on": "2026-11-23", "trading_since": "2027-01-01"}));
        let Err(ApiError::Invalid(wrong)) = late.check_dates(today) else { panic!("accepted") };
        let pointers: Vec<_> = wrong.iter().map(|w| w.pointer.as_str()).collect();
        assert_eq!(pointers, ["/founded_on", "/trading_since"]);
    }

    #[test]
    fn an_unknown_field_is_refused_at_every_depth() {
        for text in [
            r#"{"name":"甲","kind":"INSTITUTION","status":"MERGED"}"#,
            r#"{"name":"甲","kind":"INSTITUTION","traits":{"x":"y"}}"#,
        ] {
            assert!(serde_json::from_str::<ClientInput>(text).is_err(), "{text}");
        }
    }
}
