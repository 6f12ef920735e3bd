//! What a submission proposes beside the fields of the file: people, papers and purchases of the
//! client (A-CLI-06, B-CRM-10), each read as the request that it would be.
use super::kinds::RecordKind;
use crate::contacts::ContactInput;
use crate::purchases::PurchaseInput;
use crate::qualifications::QualificationInput;
use chrono::NaiveDate;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::input::{check, parse};
use kernel::http::patch::Patch;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Most records in one submission.
pub const MOST: u64 = 30;

/// A record that should be added to the file, or changed in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordProposal {
    pub kind: RecordKind,
    /// The record that should change; none for one that should be added.
    #[serde(default)]
    pub record_id: Option<Uuid>,
    /// The version of the record that was looked at; needed with `record_id`.
    #[serde(default)]
    #[validate(range(min = 1))]
    #[schema(minimum = 1)]
    pub record_version: Option<i64>,
    /// A merge patch for the record, or for a new one what `POST` under `/clients/{id}` takes.
    #[schema(value_type = Object, example = json!({"name": "何静怡", "position": "采购部经理", "mobile": "13800138000", "is_key_person": true, "influence": "BUYER"}))]
    pub payload: Map<String, Value>,
}

impl RecordProposal {
    /// The valid record that it would be. `current`: what stands, where it should change.
    pub fn contents(&self, current: Option<&Value>, today: NaiveDate) -> ApiResult<Value> {
        if self.payload.is_empty() {
            return Err(ApiError::field("", field::REQUIRED));
        }
        let contents = match self.kind {
            RecordKind::Contact => json!(self.read::<ContactInput>(current)?.tidied(today)?),
            RecordKind::Qualification => {
                json!(self.read::<QualificationInput>(current)?.tidied()?)
            }
            RecordKind::Purchase => json!(self.read::<PurchaseInput>(current)?.tidied(today)?),
        };
        Ok(contents)
    }

    /// What the record would hold.
    pub fn read<T>(&self, current: Option<&Value>) -> ApiResult<T>
    where
        T: Serialize + DeserializeOwned + Validate,
    {
        if let Some(current) = current {
            return self.patch().onto(&serde_json::from_value(current.clone())?);
        }
        let input: T = parse(&serde_json::to_vec(&self.payload)?)?;
        check(&input)?;
        Ok(input)
    }

    #[must_use]
    pub fn patch<T>(&self) -> Patch<T>
    where
        T: Serialize + DeserializeOwned + Validate,
    {
        Patch::new(Value::Object(self.payload.clone()))
    }
}

/// Pointers lead into the request that carried the record.
pub fn inside(at: usize, part: &str, error: ApiError) -> ApiError {
    let ApiError::Invalid(mut fields) = error else { return error };
    for field in &mut fields {
        field.pointer = format!("/records/{at}/{part}{}", field.pointer);
    }
    ApiError::Invalid(fields)
}

/// The records of a row; none was handed in where the column is empty.
pub fn of(stored: Option<&str>) -> ApiResult<Vec<RecordProposal>> {
    Ok(stored.map(serde_json::from_str).transpose()?.unwrap_or_default())
}

/// As they are kept in a row.
pub fn stored(records: &[RecordProposal]) -> ApiResult<Option<String>> {
    if records.is_empty() { Ok(None) } else { Ok(Some(serde_json::to_string(records)?)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(
        clippy::needless_pass_by_value,
        reason = "called with json!, which reads best by value"
    )]
    fn proposal(kind: RecordKind, payload: Value) -> RecordProposal {
        let payload = payload.as_object().unwrap().clone();
        RecordProposal { kind, record_id: None, record_version: None, payload }
    }

    fn pointer(result: ApiResult<Value>) -> String {
        match result.map_err(|error| inside(2, "payload", error)) {
            Err(ApiError::Invalid(fields)) => fields[0].pointer.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_record_is_checked_as_its_own_request_would_be() {
        let today = "2026-11-29".parse().unwrap();
        let born = json!({"name": "何静怡", "birthday": "2026-11-30"});
        let contact = proposal(RecordKind::Contact, born);
        assert_eq!(pointer(contact.contents(None, today)), "/records/2/payload/birthday");
        let nothing = proposal(RecordKind::Contact, json!({}));
        assert_eq!(pointer(nothing.contents(None, today)), "/records/2/payload");
        let paper = proposal(RecordKind::Qualification, json!({"kind": "LICENCE"}));
        assert!(pointer(paper.contents(None, today)).starts_with("/records/2/payload/"));
        let money = json!({"amount": "1.00", "currency": "CNY"});
        let bought = json!({"product": "有机大米", "occurred_on": "2026-11-30", "amount": money});
        let purchase = proposal(RecordKind::Purchase, bought);
        assert_eq!(pointer(purchase.contents(None, today)), "/records/2/payload/occurred_on");
    }

    #[test]
    fn a_change_is_laid_over_what_stands() {
        let current = json!({"name": "何静怡", "is_key_person": false, "position": "采购员"});
        let change =
            proposal(RecordKind::Contact, json!({"position": null, "mobile": "13800138000"}));
        let after: ContactInput = change.read(Some(&current)).unwrap();
        assert_eq!((after.name.as_str(), after.position), ("何静怡", None));
        assert_eq!(after.mobile.as_deref(), Some("13800138000"));
    }
}
