//! An example of every request body, made from its schema: what is required, and what the schema
//! gives an example of itself. `tests/contract/foreign.rs` sends them, so each is a body that the
//! service takes.
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use utoipa::openapi::{OpenApi, RefOr, Schema};

type Schemas = BTreeMap<String, RefOr<Schema>>;

/// An id that no installation has.
pub const ID: &str = "01937f6e-8f00-7000-8000-000000000001";

pub fn add(document: &mut OpenApi) {
    let schemas = document.components.get_or_insert_default().schemas.clone();
    for item in document.paths.paths.values_mut() {
        let operations = [&mut item.put, &mut item.post, &mut item.delete, &mut item.patch];
        for operation in operations.into_iter().flatten() {
            let Some(RefOr::T(body)) = operation.request_body.as_mut() else { continue };
            for content in body.content.values_mut() {
                let RefOr::T(content) = content else { continue };
                if content.example.is_none() {
                    content.example = content.schema.as_ref().and_then(|it| of(it, &schemas));
                }
            }
        }
    }
}

/// What no schema can say, since the fields depend on each other.
fn together(schema: &str, field: &str) -> Option<Value> {
    let given = match (schema, field) {
        ("Approver", "by") => json!("SUPERIOR"),
        ("BulkRequest", "action") => json!("VERIFY"),
        ("BulkRequest", "input") => json!({"result": "CONFIRMED"}),
        ("ClientDisclosureInput", "ground") => json!("LAW"),
        ("CollectionTarget" | "NewClient", "owner_id") => json!(ID),
        ("DraftInput", "content") => json!({"name": "成都锦川机电设备有限公司"}),
        ("FindDuplicates", "name") => json!("成都锦川机电设备有限公司"),
        ("InteractionInput", "occurred_at") => json!("2026-09-18T01:30:00Z"),
        ("MarkRead", "ids") => json!([ID]),
        ("SubmissionInput", "payload") => {
            json!({"name": "成都锦川机电设备有限公司", "kind": "INSTITUTION"})
        }
        _ => return None,
    };
    Some(given)
}

/// What need not be there, and says most of what the body is about.
fn is_telling(schema: &str, field: &str) -> bool {
    matches!(
        (schema, field),
        ("NewCollectionPlan" | "CollectionPlanInputPatch_CollectionPlanInput", "targets")
    )
}

fn of(schema: &RefOr<Schema>, known: &Schemas) -> Option<Value> {
    example("", &serde_json::to_value(schema).ok()?, known)
}

fn example(name: &str, schema: &Value, known: &Schemas) -> Option<Value> {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let name = reference.rsplit('/').next()?;
        return example(name, &serde_json::to_value(known.get(name)?).ok()?, known);
    }
    if let Some(given) = given(schema) {
        return Some(given.clone());
    }
    for choice in ["oneOf", "anyOf"] {
        if let Some(choices) = schema.get(choice).and_then(Value::as_array) {
            return choices.iter().find_map(|one| example(name, one, known));
        }
    }
    match kind(schema)? {
        "object" => Some(Value::Object(object(name, schema, known))),
        "array" => Some(Value::Array(array(schema, known))),
        "integer" | "number" => Some(schema.get("minimum").cloned().unwrap_or_else(|| json!(1))),
        "boolean" => Some(json!(false)),
        "string" => Some(json!(text(schema))),
        _ => None,
    }
}

/// The example that a schema brings along, or the first of its choices.
fn given(schema: &Value) -> Option<&Value> {
    let first = |name: &str| schema.get(name).and_then(Value::as_array).and_then(|all| all.first());
    schema.get("example").or_else(|| first("examples")).or_else(|| first("enum"))
}

fn kind(schema: &Value) -> Option<&str> {
    let kind = schema.get("type")?;
    let kinds = kind.as_array().into_iter().flatten().filter_map(Value::as_str);
    kind.as_str().or_else(|| kinds.into_iter().find(|kind| *kind != "null"))
}

fn text(schema: &Value) -> &'static str {
    match schema.get("format").and_then(Value::as_str).unwrap_or_default() {
        "uuid" => ID,
        "date" => "2027-01-04",
        "date-time" => "2027-01-04T01:30:00Z",
        _ => "…",
    }
}

fn array(schema: &Value, known: &Schemas) -> Vec<Value> {
    let count = schema.get("minItems").and_then(Value::as_u64).unwrap_or(1);
    let item = schema.get("items").and_then(|items| example("", items, known));
    (0..count).filter_map(|_| item.clone()).collect()
}

fn object(name: &str, schema: &Value, known: &Schemas) -> Map<String, Value> {
    let required: Vec<_> =
        schema.get("required").and_then(Value::as_array).into_iter().flatten().collect();
    let mut whole = Map::new();
    for (field, inner) in schema.get("properties").and_then(Value::as_object).into_iter().flatten()
    {
        let made = together(name, field).or_else(|| {
            let needed = required.iter().any(|it| *it == field) || inner.get("example").is_some();
            let needed = needed || is_telling(name, field);
            needed.then(|| example("", inner, known)).flatten()
        });
        whole.extend(made.map(|value| (field.clone(), value)));
    }
    whole
}
