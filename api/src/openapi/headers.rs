//! The headers of the answers, documented by the same facts that they are set by: a body with a
//! version has an `ETag`, what was created a `Location`, a page a `Link` to the next, what can be
//! repeated may be a replay, and everything is counted.
use super::permission;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use utoipa::openapi::{
    HeaderBuilder, OpenApi, Ref, RefOr, Response, Schema,
    path::Operation,
    schema::{ObjectBuilder, Type},
};

/// Name, kind, what it says, and how it looks.
const HEADERS: &[(&str, Type, &str, &str)] = &[
    ("ETag", Type::String, "The version of the body, for `If-Match`.", "\"1\""),
    ("Location", Type::String, "Where it can be read again.", "/api/v1/clients/01937f6e"),
    (
        "Link",
        Type::String,
        "The next page, with `rel=\"next\"`; absent on the last one.",
        "</api/v1/clients?cursor=…>; rel=\"next\"",
    ),
    (
        "Idempotent-Replayed",
        Type::String,
        "`true` where this is the answer that was given to the same `Idempotency-Key` before.",
        "true",
    ),
    ("RateLimit", Type::String, "Requests left (`r`).", "\"default\";r=599"),
    (
        "RateLimit-Policy",
        Type::String,
        "Requests (`q`) in a window of seconds (`w`).",
        "\"default\";q=600;w=60",
    ),
    ("Retry-After", Type::Integer, "Seconds to wait.", "2"),
    ("WWW-Authenticate", Type::String, "How to sign in: with a bearer token.", "Bearer"),
    ("Content-Language", Type::String, "The language of `title` and `detail`.", "zh-CN"),
    (
        "Content-Disposition",
        Type::String,
        "The name of the file.",
        "attachment; filename=\"clients.csv\"",
    ),
];

/// Bodies that have a version without a field for it: they never change, or only by being sealed.
const UNCHANGING: &[&str] = &["AuditEntry", "Report"];

/// On every answer that is counted, whatever it says.
const COUNTED: &[&str] = &["RateLimit", "RateLimit-Policy"];

type Schemas = BTreeMap<String, RefOr<Schema>>;

pub fn add(document: &mut OpenApi) {
    let components = document.components.get_or_insert_default();
    for (name, kind, description, example) in HEADERS {
        let example = if *kind == Type::Integer { json!(2) } else { json!(example) };
        let header = HeaderBuilder::new()
            .description(Some(*description))
            .schema(Some(ObjectBuilder::new().schema_type(kind.clone())))
            .example(Some(example))
            .build();
        components.headers.insert((*name).to_owned(), RefOr::T(header));
    }
    for (name, response) in &mut components.responses {
        if let RefOr::T(response) = response {
            refusal(name.trim_start_matches("Problem"), response);
        }
    }
    let schemas = components.schemas.clone();
    for item in document.paths.paths.values_mut() {
        if let Some(operation) = item.get.as_mut() {
            let paged = has_parameter(operation, "cursor");
            answers(operation, &schemas, if paged { &["Link"] } else { &[] });
        }
        if let Some(operation) = item.post.as_mut() {
            // What is public knows no caller whose key it could be.
            let public = permission(operation) == "public";
            let replayed: &[&str] = if public { &[] } else { &["Idempotent-Replayed"] };
            answers(operation, &schemas, replayed);
        }
        for operation in [&mut item.put, &mut item.patch, &mut item.delete].into_iter().flatten() {
            answers(operation, &schemas, &[]);
        }
    }
}

fn refusal(status: &str, response: &mut Response) {
    set(response, COUNTED);
    set(response, &["Content-Language"]);
    match status {
        "401" => set(response, &["WWW-Authenticate"]),
        "429" | "503" | "507" => set(response, &["Retry-After"]),
        _ => {}
    }
}

fn answers(operation: &mut Operation, schemas: &Schemas, more: &[&str]) {
    for (status, response) in &mut operation.responses.responses {
        let RefOr::T(response) = response else { continue };
        if !status.starts_with('2') {
            refusal(status, response);
            continue;
        }
        if has_version(response, schemas) {
            set(response, &["ETag"]);
        }
        if status == "201" {
            set(response, &["Location"]);
        }
        if is_file(response) {
            set(response, &["Content-Disposition"]);
        }
        set(response, more);
        set(response, COUNTED);
    }
}

fn set(response: &mut Response, names: &[&str]) {
    for name in names {
        let header = Ref::new(format!("#/components/headers/{name}"));
        response.headers.entry((*name).to_owned()).or_insert(RefOr::Ref(header));
    }
}

fn has_parameter(operation: &Operation, name: &str) -> bool {
    operation
        .parameters
        .iter()
        .flatten()
        .any(|it| matches!(it, RefOr::T(parameter) if parameter.name == name))
}

/// Whether a file is answered, to be kept under a name.
fn is_file(response: &Response) -> bool {
    response
        .content
        .keys()
        .any(|kind| !matches!(kind.as_str(), "application/json" | "text/event-stream"))
}

/// The same as [`kernel::http::reply::Answer::version`]: what can be changed shows its version.
fn has_version(response: &Response, schemas: &Schemas) -> bool {
    let Some(RefOr::T(content)) = response.content.get("application/json") else { return false };
    let schema = content.schema.as_ref().and_then(|it| serde_json::to_value(it).ok());
    schema.is_some_and(|schema| versioned(&schema, schemas))
}

fn versioned(schema: &Value, schemas: &Schemas) -> bool {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let name = reference.rsplit('/').next().unwrap_or_default();
        if UNCHANGING.contains(&name) {
            return true;
        }
        let named = schemas.get(name).and_then(|it| serde_json::to_value(it).ok());
        return named.is_some_and(|it| versioned(&it, schemas));
    }
    let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
    let own = schema.pointer("/properties/version/type");
    own == Some(&json!("integer")) || parts.into_iter().any(|part| versioned(part, schemas))
}
