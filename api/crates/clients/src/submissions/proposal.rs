//! What was handed in, read as the request that it would be.
use super::refusal::Refusal;
use crate::archive::input::{ClientInput, NewClient};
use kernel::audit::Changes;
use kernel::error::{ApiError, ApiResult};
use kernel::http::input::from_object;
use kernel::http::patch::Patch;
use kernel::text::mask;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

/// A new file.
pub fn new_file(payload: &Map<String, Value>) -> ApiResult<NewClient> {
    from_object(payload).map_err(inside)
}

/// The contents of a file with the changes laid over them.
pub fn changed(current: &ClientInput, payload: &Map<String, Value>) -> ApiResult<ClientInput> {
    let patch = Patch::<ClientInput>::new(Value::Object(payload.clone()));
    patch.onto(current).and_then(|after| after.tidied()).map_err(inside)
}

/// A-CLI-08: something did change at the client.
pub fn some_change(current: &ClientInput, after: &ClientInput) -> Result<(), Refusal> {
    if current == after { Err(Refusal::Empty) } else { Ok(()) }
}

/// Pointers lead into the request that carried the proposal.
fn inside(error: ApiError) -> ApiError {
    error.within("/payload")
}

/// One field, as it stands and as it was proposed.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct FieldChange {
    /// Path in the file.
    #[schema(example = "traits.culture")]
    pub field: String,
    #[schema(value_type = Option<Object>)]
    pub current: Value,
    #[schema(value_type = Option<Object>)]
    pub proposed: Value,
}

/// What would differ, field by field.
#[must_use]
pub fn difference(current: &ClientInput, after: &ClientInput) -> Vec<FieldChange> {
    Changes::between(current, after).0.into_iter().map(FieldChange::from).collect()
}

/// As the trail spells a change: `[before, after]`.
impl From<(String, Value)> for FieldChange {
    fn from((field, pair): (String, Value)) -> Self {
        let side = |at: usize| pair.get(at).cloned().unwrap_or_default();
        Self { field, current: side(0), proposed: side(1) }
    }
}

/// Personal fields of a private person's file as somebody without the right sees them (A-CLI-28).
pub fn hide(field: &str, value: &mut Value) {
    let Value::String(text) = value else { return };
    match field {
        "telephone" => *text = mask::mobile(text),
        "address" | "postcode" => *text = mask::text(text),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::privacy;
    use serde_json::json;

    #[expect(
        clippy::needless_pass_by_value,
        reason = "called with json!, which reads best by value"
    )]
    fn object(value: Value) -> Map<String, Value> {
        value.as_object().unwrap().clone()
    }

    fn current() -> ClientInput {
        new_file(&object(
            json!({"name": "王建国", "kind": "INDIVIDUAL", "telephone": "13800138000",
            "address": "成都市青羊区一环路", "postcode": "610072"}),
        ))
        .unwrap()
        .contents()
    }

    #[test]
    fn a_wrong_field_is_pointed_at_within_the_payload() {
        let pointers = |result: ApiResult<NewClient>| match result {
            Err(ApiError::Invalid(fields)) => fields[0].pointer.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(pointers(new_file(&object(json!({"name": "甲"})))), "/payload/kind");
        let wrong = object(json!({"name": "甲", "kind": "INSTITUTION", "traits": {"x": 1}}));
        assert_eq!(pointers(new_file(&wrong)), "/payload/traits/x");
    }

    #[test]
    fn a_change_is_laid_over_what_stands() {
        let now = current();
        let after = changed(&now, &object(json!({"telephone": "13900139000"}))).unwrap();
        assert_eq!(after.address, now.address);
        let expected = FieldChange {
            field: "telephone".to_owned(),
            current: json!("13800138000"),
            proposed: json!("13900139000"),
        };
        assert_eq!(difference(&now, &after), [expected]);
        let same = changed(&now, &object(json!({"telephone": " 13800138000"}))).unwrap();
        assert_eq!(some_change(&now, &same), Err(Refusal::Empty));
    }

    /// The same mask as on the file itself, field for field.
    #[test]
    fn what_the_file_hides_a_submission_hides() {
        let mut hidden = current();
        privacy::mask(&mut hidden);
        let mut shown = json!(current());
        for (field, value) in shown.as_object_mut().unwrap() {
            hide(field, value);
        }
        assert_eq!(shown, json!(hidden));
    }
}
