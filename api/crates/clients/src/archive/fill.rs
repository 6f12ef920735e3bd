//! Fill what one file lacks from another.
use super::input::ClientInput;
use kernel::error::ApiResult;
use serde_json::Value;

/// Tags of a file at most.
const TAGS: usize = 20;

/// `into`, its empty fields from `from`, the tags of both.
pub fn filled(into: &ClientInput, from: &ClientInput) -> ApiResult<ClientInput> {
    let mut whole = serde_json::to_value(into)?;
    fill(&mut whole, &serde_json::to_value(from)?);
    let mut whole: ClientInput = serde_json::from_value(whole)?;
    for tag in &from.tags {
        if whole.tags.len() < TAGS && !whole.tags.contains(tag) {
            whole.tags.push(tag.clone());
        }
    }
    Ok(whole)
}

fn fill(into: &mut Value, from: &Value) {
    match (into, from) {
        (into @ Value::Null, from) => *into = from.clone(),
        (Value::Object(into), Value::Object(from)) => {
            for (name, value) in from {
                fill(into.entry(name.clone()).or_insert(Value::Null), value);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_is_empty_is_filled_and_tags_are_joined() {
        let read = |value| serde_json::from_value::<ClientInput>(value).unwrap();
        let into = read(json!({
            "name": "锦川机电", "kind": "INSTITUTION", "tags": ["月结"], "telephone": "028-85123456",
            "assets": {"amount": "10.00", "currency": "CNY"}, "traits": {"culture": "务实"},
        }));
        let from = read(json!({
            "name": "锦川机电成都", "kind": "INSTITUTION", "tags": ["展会", "月结"], "postcode": "610041",
            "assets": {"amount": "99.00", "currency": "CNY"},
            "traits": {"culture": "开放", "policy": "稳健"},
        }));
        let whole = filled(&into, &from).unwrap();
        assert_eq!(whole.name, "锦川机电");
        assert_eq!(whole.assets, into.assets);
        assert_eq!(whole.postcode.as_deref(), Some("610041"));
        assert_eq!(whole.traits.culture.as_deref(), Some("务实"));
        assert_eq!(whole.traits.policy.as_deref(), Some("稳健"));
        assert_eq!(whole.tags, ["月结", "展会"]);
    }
}
