//! What a change in the trail says to whom (A-CLI-28).
use super::dto::FieldChange;
use crate::contacts::mask::masked;
use serde_json::{Map, Value};

/// The open changes, and the personal ones in full or masked; a field that only says which record
/// it was stays out.
#[must_use]
pub fn shown(
    open: Map<String, Value>,
    personal: Map<String, Value>,
    in_full: bool,
) -> Vec<FieldChange> {
    let told = |(field, pair), hidden: bool| change(field, pair, hidden);
    open.into_iter()
        .map(|one| told(one, false))
        .chain(personal.into_iter().map(|one| told(one, !in_full)))
        .collect()
}

fn change(field: String, pair: Value, hidden: bool) -> FieldChange {
    let mut pair = match pair {
        Value::Array(pair) => pair.into_iter(),
        other => vec![Value::Null, other].into_iter(),
    };
    let mut next = || {
        let value = pair.next().unwrap_or_default();
        if hidden { mask(&field, value) } else { value }
    };
    let (before, after) = (next(), next());
    FieldChange { field, before, after, masked: hidden }
}

/// That there was something stays visible, and nothing else of it.
fn mask(field: &str, value: Value) -> Value {
    match value {
        Value::Null => Value::Null,
        Value::String(text) => Value::String(masked(field, &text)),
        other => Value::String(kernel::text::mask::text(&other.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[expect(
        clippy::needless_pass_by_value,
        reason = "called with json!, which reads best by value"
    )]
    fn map(value: Value) -> Map<String, Value> {
        value.as_object().unwrap().clone()
    }

    #[test]
    fn personal_changes_are_masked_on_both_sides_and_open_ones_are_not() {
        let open = map(json!({"contact.position": ["经理", "总监"]}));
        let personal = map(json!({
            "contact.mobile": [null, "13800138000"], "contact.birthday": ["1980-01-01", null],
            "telephone": ["028-85123456", "028-85123457"], "address": ["成都市", "绵阳市"],
        }));
        let told = |in_full| -> Vec<(String, Value, Value, bool)> {
            shown(open.clone(), personal.clone(), in_full)
                .into_iter()
                .map(|it| (it.field, it.before, it.after, it.masked))
                .collect()
        };
        let some = |field: &str, before: Value, after: Value, hidden| {
            (field.to_owned(), before, after, hidden)
        };
        assert!(told(true).contains(&some(
            "contact.mobile",
            json!(null),
            json!("13800138000"),
            false
        )));
        let hidden = told(false);
        for one in [
            some("contact.position", json!("经理"), json!("总监"), false),
            some("contact.mobile", json!(null), json!("138****8000"), true),
            some("contact.birthday", json!("***"), json!(null), true),
            some("telephone", json!("028-****3456"), json!("028-****3457"), true),
            some("address", json!("***"), json!("***"), true),
        ] {
            assert!(hidden.contains(&one), "{one:?} in {hidden:?}");
        }
        assert_eq!(hidden.len(), 5);
    }
}
