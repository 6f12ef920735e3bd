//! What a submission proposes beside the fields of the file: people, papers and purchases of the
//! client (A-CLI-06, B-CRM-10), each read as the request that it would be.
use super::kinds::RecordKind;
use crate::archive::input::tidied;
use crate::contacts::ContactInput;
use crate::purchases::PurchaseInput;
use crate::qualifications::QualificationInput;
use chrono::NaiveDate;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::input::from_object;
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
    /// It would be a valid record. `current`: what stands, where it should change.
    pub fn check(&self, current: Option<&Value>, today: NaiveDate) -> ApiResult<()> {
        if self.payload.is_empty() {
            return Err(ApiError::field("", field::REQUIRED));
        }
        match self.kind {
            RecordKind::Contact => self.read::<ContactInput>(current)?.tidied(today).map(drop),
            RecordKind::Qualification => {
                self.read::<QualificationInput>(current)?.tidied().map(drop)
            }
            RecordKind::Purchase => self.read::<PurchaseInput>(current)?.tidied(today).map(drop),
        }
    }

    /// What it would hold, in the spelling that is kept.
    pub fn contents(&self, current: Option<&Value>) -> ApiResult<Value> {
        Ok(match self.kind {
            RecordKind::Contact => json!(tidied(&self.read::<ContactInput>(current)?)?),
            RecordKind::Qualification => json!(tidied(&self.read::<QualificationInput>(current)?)?),
            RecordKind::Purchase => json!(tidied(&self.read::<PurchaseInput>(current)?)?),
        })
    }

    /// As the request that it would be.
    pub fn read<T>(&self, current: Option<&Value>) -> ApiResult<T>
    where
        T: Serialize + DeserializeOwned + Validate,
    {
        match current {
            Some(current) => self.patch().onto(&serde_json::from_value(current.clone())?),
            None => from_object(&self.payload),
        }
    }

    #[must_use]
    pub fn patch<T>(&self) -> Patch<T>
    where
        T: Serialize + DeserializeOwned + Validate,
    {
        Patch::new(Value::Object(self.payload.clone()))
    }
}

/// Where a part of a record stands in the request that carried it.
#[must_use]
pub fn place(at: usize, part: &str) -> String {
    format!("/records/{at}/{part}")
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

    fn pointer(result: ApiResult<()>) -> String {
        match result.map_err(|error| error.within(&place(2, "payload"))) {
            Err(ApiError::Invalid(fields)) => fields[0].pointer.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_record_is_checked_as_its_own_request_would_be() {
        let today = "2026-11-29".parse().unwrap();
        let born = json!({"name": "何静怡", "birthday": "2026-11-30"});
        let contact = proposal(RecordKind::Contact, born);
        assert_eq!(pointer(contact.check(None, today)), "/records/2/payload/birthday");
        let nothing = proposal(RecordKind::Contact, json!({}));
        assert_eq!(pointer(nothing.check(None, today)), "/records/2/payload");
        let paper = proposal(RecordKind::Qualification, json!({"kind": "LICENCE"}));
        assert!(pointer(paper.check(None, today)).starts_with("/records/2/payload/"));
        let money = json!({"amount": "1.00", "currency": "CNY"});
        let bought = json!({"product": "有机大米", "occurred_on": "2026-11-30", "amount": money});
        let purchase = proposal(RecordKind::Purchase, bought);
        assert_eq!(pointer(purchase.check(None, today)), "/records/2/payload/occurred_on");
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
