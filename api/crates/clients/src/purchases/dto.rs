//! Purchases as they travel.
use super::entity::Model;
use crate::archive::input::tidied;
use crate::checks;
use crate::hanging::Removed;
use crate::names::Ref;
use crate::{ClientId, PurchaseId};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::{input::check, problem::FieldProblem, reply::Answer, shown::AllowedAction};
use kernel::money::Money;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// One purchase of the client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PurchaseInput {
    #[validate(length(min = 1, max = 200), custom(function = "checks::line"))]
    #[schema(min_length = 1, max_length = 200, example = "中秋月饼礼盒")]
    pub product: String,
    /// Not in the future.
    #[schema(example = "2026-09-18")]
    #[validate(custom(function = "crate::hanging::plausible"))]
    pub occurred_on: NaiveDate,
    #[validate(custom(function = "checks::not_negative"))]
    pub amount: Money,
    /// Stands once in a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 60), custom(function = "checks::blank_line"))]
    #[schema(max_length = 60, example = "TG-20260918-0007")]
    pub order_number: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 1000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 1000)]
    pub note: Option<String>,
}

impl PurchaseInput {
    /// In the spelling that is kept: trimmed, blank as absent.
    pub fn tidied(&self, today: NaiveDate) -> ApiResult<Self> {
        let tidy = tidied(self)?;
        check(&tidy)?;
        if tidy.occurred_on > today {
            let wrong = FieldProblem::new("/occurred_on", field::RANGE).with("max", &today);
            return Err(ApiError::Invalid(vec![wrong]));
        }
        Ok(tidy)
    }
}

impl From<&Model> for PurchaseInput {
    fn from(row: &Model) -> Self {
        Self {
            product: row.product.clone(),
            occurred_on: row.occurred_on,
            amount: Money::cny(row.amount),
            order_number: row.order_number.clone(),
            note: row.note.clone(),
        }
    }
}

/// One purchase of the client.
#[derive(Debug, Serialize, ToSchema)]
pub struct Purchase {
    pub id: PurchaseId,
    pub client_id: ClientId,
    pub product: String,
    pub occurred_on: NaiveDate,
    pub amount: Money,
    pub order_number: Option<String>,
    pub note: Option<String>,
    pub created_at: DateTime<Utc>,
    pub created_by: Ref,
    pub updated_at: DateTime<Utc>,
    /// Null while it is in place.
    pub removed: Option<Removed>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Purchase {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/clients/{}/purchases/{}", self.client_id, self.id))
    }
}

#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PurchaseFilter {
    /// On this day or later.
    pub occurred_on_after: Option<NaiveDate>,
    /// Before this day.
    pub occurred_on_before: Option<NaiveDate>,
    /// Also those that were taken out.
    pub include_removed: Option<bool>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn input(on: &str, amount: &str) -> PurchaseInput {
        let amount = json!({"amount": amount, "currency": "CNY"});
        serde_json::from_value(
            json!({"product": " 有机大米 ", "occurred_on": on, "amount": amount, "note": " "}),
        )
        .unwrap()
    }

    #[test]
    fn a_purchase_has_happened_and_is_worth_nothing_less_than_nothing() {
        let today = "2026-11-22".parse().unwrap();
        let tidy = input("2026-11-22", "0.00").tidied(today).unwrap();
        assert_eq!((tidy.product.as_str(), tidy.note), ("有机大米", None));
        for (on, amount, pointer) in
            [("2026-11-23", "1.00", "/occurred_on"), ("2026-11-22", "-0.01", "/amount")]
        {
            let Err(ApiError::Invalid(wrong)) = input(on, amount).tidied(today) else {
                panic!("accepted {on} {amount}")
            };
            assert_eq!(wrong[0].pointer, pointer);
        }
    }
}
