//! Operations of the document as they are called: a body that the service takes (the document's own
//! example), a version, a form where one is asked for.
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::form::{multipart, of_form};
use tests::{Answer, Caller, app::send};
use utoipa::openapi::{RefOr, Required, path::Operation as Documented, path::ParameterIn};
use zhidu::{application::DOCUMENT, policy::operations};

/// One operation of the document.
#[derive(Clone)]
pub struct Operation {
    pub id: String,
    pub method: Method,
    /// As the document writes it, below `/api/v1`.
    pub template: String,
    pub permission: String,
    /// Content type and example of its body.
    pub body: Option<(String, Value)>,
    pub statuses: Vec<String>,
    /// Names of its query parameters, with an example where one is required.
    query: Vec<(String, Option<String>)>,
}

/// What is created in another way, or in none that leaves a record of its own; may only shrink.
const NOT_CREATED: &[(&str, &str)] = &[
    ("acknowledge_secrecy", "each person's own, made when the person is"),
    ("create_duty_conflict", "there are some from the start, and the doers hold all other pairs"),
    ("decide_calendar_day", "a day of the whole company, named by its date"),
    ("set_week_pattern", "the whole company's"),
    ("set_parameter", "the whole company's, named by its key"),
    ("set_up", "once, in an empty installation"),
];

impl Operation {
    /// Whether it makes a record that other operations name by its id.
    pub fn is_created(&self) -> bool {
        self.statuses.iter().any(|status| status == "201")
            && !NOT_CREATED.iter().any(|(id, _)| *id == self.id)
    }

    pub fn has_query(&self, name: &str) -> bool {
        self.query.iter().any(|it| it.0 == name)
    }

    /// Nothing is answered that the document does not tell of.
    pub fn documents(&self, answer: &Answer) {
        let status = answer.status.as_u16().to_string();
        assert!(self.statuses.contains(&status), "{}: {status} {}", self.id, answer.text);
    }

    /// The query parameters that it cannot do without: `from=2026-10-01&to=2026-10-31`.
    pub fn needed_query(&self) -> String {
        let needed = self.query.iter().filter_map(|(name, example)| {
            example.as_ref().map(|example| format!("{name}={example}"))
        });
        // One term of the two that there are.
        let term = (self.id == "get_deadline").then(|| "working_days=5".to_owned());
        needed.chain(term).collect::<Vec<_>>().join("&")
    }
}

/// All operations.
pub fn all() -> Vec<Operation> {
    let mut found = vec![];
    for (path, item) in &DOCUMENT.paths.paths {
        for (method, operation) in operations(item) {
            found.push(read(path, method, operation));
        }
    }
    assert!(found.len() > 150);
    found
}

fn read(path: &str, method: &str, operation: &Documented) -> Operation {
    let permission = operation.extensions.as_ref().unwrap().get("x-permission").unwrap();
    let query = operation.parameters.iter().flatten().filter_map(|it| match it {
        RefOr::T(it) if it.parameter_in == ParameterIn::Query => {
            let example = serde_json::to_value(it).ok()?["example"].as_str().map(str::to_owned);
            let needed = matches!(it.required, Required::True);
            Some((it.name.clone(), example.filter(|_| needed)))
        }
        _ => None,
    });
    Operation {
        query: query.collect(),
        id: operation.operation_id.clone().unwrap(),
        method: method.parse().unwrap(),
        template: path.trim_start_matches("/api/v1").to_owned(),
        permission: permission.as_str().unwrap().to_owned(),
        body: body(operation),
        statuses: operation.responses.responses.keys().cloned().collect(),
    }
}

fn body(operation: &Documented) -> Option<(String, Value)> {
    let Some(RefOr::T(body)) = &operation.request_body else { return None };
    let (kind, content) = body.content.first_key_value()?;
    let RefOr::T(content) = content else { return None };
    let example = content.example.clone();
    Some((
        kind.clone(),
        example.unwrap_or_else(|| panic!("{:?}: no example", operation.operation_id)),
    ))
}

/// An address with its parameters filled: each by what stands before it, `/clients/{}/contacts`.
pub fn filled(template: &str, ids: &impl Fn(&str) -> String) -> String {
    let (mut path, mut before) = (String::new(), String::new());
    for part in template.split('/').skip(1) {
        if part.starts_with('{') {
            path = format!("{path}/{}", ids(&before));
            before.push_str("/{}");
        } else {
            path = format!("{path}/{part}");
            before = format!("{before}/{part}");
        }
    }
    path
}

/// Every string in a body changed by the field that it stands in.
pub fn changed(value: &Value, field: &str, with: &impl Fn(&str, &str) -> Option<Value>) -> Value {
    match value {
        Value::Object(fields) => {
            fields.iter().map(|(name, it)| (name.clone(), changed(it, name, with))).collect()
        }
        Value::Array(items) => items.iter().map(|it| changed(it, field, with)).collect(),
        Value::String(text) => with(field, text).unwrap_or_else(|| value.clone()),
        other => other.clone(),
    }
}

const BOUNDARY: &str = "b0undary";

fn form(example: &Value) -> Vec<u8> {
    let fields: BTreeMap<_, _> = example.as_object().unwrap().iter().collect();
    let fields: Vec<_> = fields
        .into_iter()
        .filter(|(name, _)| name.as_str() != "file")
        .map(|(name, value)| {
            (name.as_str(), value.as_str().map_or_else(|| value.to_string(), str::to_owned))
        })
        .collect();
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    multipart(BOUNDARY, ("x.pdf", b"%PDF-1.4\n%%EOF\n"), &fields)
}

/// Call it at an address with a body of its own kind.
pub async fn call(caller: &Caller, operation: &Operation, path: &str, body: &Value) -> Answer {
    call_with(caller, operation, path, body, None).await
}

/// The same, so that it can be repeated.
pub async fn call_with(
    caller: &Caller,
    operation: &Operation,
    path: &str,
    body: &Value,
    key: Option<&str>,
) -> Answer {
    let mut request = caller.request(operation.method.clone(), path);
    // As every client should; what draws a number asks for one.
    if operation.method == Method::POST {
        let key = key.map_or_else(tests::app::fresh_key, str::to_owned);
        request = request.header("Idempotency-Key", key);
    }
    if operation.method != Method::GET {
        request = request.header("If-Match", "\"1\"");
    }
    if let Some((kind, _)) = &operation.body {
        request = if kind.starts_with("multipart") {
            of_form(request, BOUNDARY, form(body))
        } else {
            request.header("Content-Type", kind).body(body.to_string())
        };
    } else if operation.method == Method::POST {
        request = request.json(&json!({}));
    }
    let answer = send(request).await;
    operation.documents(&answer);
    answer
}
