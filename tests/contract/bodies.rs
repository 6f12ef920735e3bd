//! Mass assignment: what the service alone decides is taken from no body.
use crate::matrix::filled;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::{Engine, TestApp, app::send, company};
use utoipa::openapi::RefOr;
use zhidu::{application::DOCUMENT, policy::operations};

/// Who a record is, how it stands, and who touched it when.
const DECIDED: &[&str] = &[
    "id",
    "version",
    "state",
    "status",
    "number",
    "owner",
    "created_at",
    "created_by",
    "updated_at",
];

/// Inputs that name one of these all the same, and why; may only shrink.
const NAMED: &[(&str, &str)] = &[
    // The state in which a file begins, and the one that the action is about.
    ("NewClient", "state"),
    ("ChangeState", "state"),
    // The number on the certificate.
    ("QualificationInput", "number"),
    ("QualificationInputPatch_QualificationInput", "number"),
    // That of the task as it was looked at, as If-Match says it for one.
    ("TaskDecision", "version"),
    // A column of the list.
    ("ViewColumn", "id"),
];

/// Inputs whose fields depend on something beside them, and where they are checked; may only shrink.
const OPEN: &[&str] = &[
    // The input of the action that is named; each file is judged by that action's own type.
    "BulkRequest.input",
    // A file's contents or what changes in it; kept as it was handed in, parsed when it is accepted.
    "AcceptSubmission.payload",
    "SubmissionInput.payload",
    // The same of a record beside it; its kind and whether it is a new one decide what fits.
    "RecordProposal.payload",
    // What somebody has typed so far; read by its author alone.
    "DraftInput.content",
];

struct Walk<'a> {
    schemas: &'a Value,
    seen: BTreeSet<String>,
    open: BTreeSet<String>,
    named: BTreeSet<(String, String)>,
}

impl Walk<'_> {
    fn look(&mut self, schema: &Value, at: &str, name: &str) {
        if let Some(reference) = schema["$ref"].as_str() {
            let name = reference.rsplit('/').next().unwrap().to_owned();
            if self.seen.insert(name.clone()) {
                let schema = self.schemas[&name].clone();
                self.look(&schema, &name, &name);
            }
            return;
        }
        for key in ["oneOf", "anyOf", "allOf"] {
            for part in schema[key].as_array().into_iter().flatten() {
                self.look(part, at, name);
            }
        }
        let kind = &schema["type"];
        let is_object =
            kind == "object" || kind.as_array().is_some_and(|k| k.contains(&json!("object")));
        if is_object && schema["additionalProperties"] != json!(false) {
            self.open.insert(at.to_owned());
        }
        for (field, inner) in schema["properties"].as_object().into_iter().flatten() {
            if DECIDED.contains(&field.as_str()) {
                self.named.insert((name.to_owned(), field.clone()));
            }
            self.look(inner, &format!("{at}.{field}"), name);
        }
        if schema["items"].is_object() {
            self.look(&schema["items"], &format!("{at}[]"), name);
        }
    }
}

#[test]
fn no_input_is_open_and_none_names_what_the_service_decides() {
    let document = serde_json::to_value(&*DOCUMENT).unwrap();
    let mut walk = Walk {
        schemas: &document["components"]["schemas"],
        seen: BTreeSet::new(),
        open: BTreeSet::new(),
        named: BTreeSet::new(),
    };
    for item in document["paths"].as_object().unwrap().values() {
        for operation in item.as_object().unwrap().values() {
            for content in operation["requestBody"]["content"].as_object().into_iter().flatten() {
                walk.look(&content.1["schema"], "", "");
            }
        }
    }
    assert!(walk.seen.len() > 30);
    assert_eq!(walk.open, OPEN.iter().map(|name| (*name).to_owned()).collect());
    let named = NAMED.iter().map(|(name, field)| ((*name).to_owned(), (*field).to_owned()));
    assert_eq!(walk.named, named.collect());
}

/// The service holds to it: each operation that creates or acts refuses each of these fields by name
/// before it looks at anything else, for whoever holds its permission.
#[actix_web::test]
async fn a_field_that_the_service_decides_is_refused_by_name_everywhere() {
    let app = TestApp::start(Engine::Sqlite).await;
    let mut refused = BTreeSet::new();
    let mut all = BTreeSet::new();
    for login in [
        company::ADMINISTRATOR,
        company::INFORMATION_ADMINISTRATOR,
        company::INFORMATION_SUPERVISOR,
        company::SERVICE_MANAGER,
        company::GENERAL_MANAGER,
        company::AUDITOR,
        company::SALESPERSON,
    ] {
        let caller = app.signed_in(login).await;
        for (path, item) in &DOCUMENT.paths.paths {
            for (method, operation) in operations(item) {
                let json = match &operation.request_body {
                    Some(RefOr::T(body)) => body.content.contains_key("application/json"),
                    _ => false,
                };
                let id = operation.operation_id.clone().unwrap();
                if method != "POST" || !json {
                    continue;
                }
                all.insert(id.clone());
                let path = filled(path.trim_start_matches("/api/v1"), uuid::Uuid::new_v4());
                let request = caller
                    .request(reqwest::Method::POST, &path)
                    .header("If-Match", "\"1\"")
                    .header("Idempotency-Key", tests::app::fresh_key())
                    .json(&json!({"created_by": caller.id, "created_at": "2020-01-01T00:00:00Z"}));
                let answer = send(request).await;
                assert!(answer.status.is_client_error(), "{login} {id}: {}", answer.text);
                if answer.text.contains("UNKNOWN_FIELD") && answer.text.contains("\"/created_at\"")
                {
                    refused.insert(id);
                }
            }
        }
    }
    let rest: Vec<_> = all.difference(&refused).collect();
    assert!(rest.is_empty(), "not refused by name: {rest:?}");
}
