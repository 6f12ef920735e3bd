//! Records named in a body or a filter: who lacks the reach hears the same as of one that never was.
use crate::call::{Operation, all, call, filled};
use crate::foreign::{body, shape, with_files};
use crate::world::World;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::{Answer, Caller, Engine, TestApp};
use uuid::Uuid;
use zhidu::application::DOCUMENT;

/// Where a reference leads, by the schema of its id; what everybody may know of is not foreign.
fn kind(schema: &str) -> Option<&'static str> {
    match schema {
        "ClientId" => Some("/clients"),
        "ContactId" => Some("/clients/{}/contacts"),
        "AttachmentId" => Some("/clients/{}/attachments"),
        "InteractionId" => Some("/clients/{}/interactions"),
        "LoanId" => Some("/client-loans"),
        "PersonId" => Some("/people"),
        "TaskId" => Some("/approval-tasks"),
        "DepartmentId" | "RoleId" | "SiteId" => None,
        other => panic!("which records are a {other:?}?"),
    }
}

/// References without a schema of their own, and where they lead.
const PLAIN: &[(&str, &str, Option<&str>)] = &[
    ("list_approvals", "subject_id", Some("/client-loans")),
    ("list_obligations", "subject_id", Some("/client-submissions")),
    ("list_exceptions", "subject_id", Some("/client-submissions")),
    ("list_audit_entries", "resource_id", Some("/clients")),
    ("mark_notifications_read", "/ids/0", None),
    ("create_client_submission", "/records/0/record_id", Some("/clients/{}/contacts")),
];

/// References that these callers cannot get to, and where they are asked; may only shrink.
const ELSEWHERE: &[(&str, &str)] = &[(
    "create_department /head_person_id",
    "takes the right for the whole company: tests/it/identity/foreign.rs",
)];

fn leads(operation: &str, at: &str, schema: &str) -> Option<&'static str> {
    let plain = PLAIN.iter().find(|(id, field, _)| *id == operation && *field == at);
    plain.map_or_else(|| kind(schema), |it| it.2)
}

/// Where ids stand, each with the name of its schema.
type Places = BTreeSet<(String, String)>;

/// Every id in a schema: where it stands and the name of its schema.
fn walk(document: &Value, schema: &Value, at: &str, name: &str, found: &mut Places) {
    if at.len() > 200 {
        return;
    }
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap();
        return walk(document, &document["components"]["schemas"][name], at, name, found);
    }
    if schema["format"] == "uuid" {
        found.insert((at.to_owned(), name.to_owned()));
    }
    for part in ["oneOf", "anyOf", "allOf"].iter().flat_map(|it| schema[*it].as_array()).flatten() {
        walk(document, part, at, name, found);
    }
    for (field, inner) in schema["properties"].as_object().into_iter().flatten() {
        walk(document, inner, &format!("{at}/{field}"), "", found);
    }
    if schema["items"].is_object() {
        walk(document, &schema["items"], &format!("{at}/0"), "", found);
    }
}

/// The references in the body of an operation and in its filters.
fn references(document: &Value, operation: &Operation) -> (Places, Places) {
    let path = format!("/api/v1{}", operation.template);
    let documented = &document["paths"][path][operation.method.as_str().to_lowercase()];
    let (mut inside, mut filters) = (BTreeSet::new(), BTreeSet::new());
    for (_, content) in documented["requestBody"]["content"].as_object().into_iter().flatten() {
        walk(document, &content["schema"], "", "", &mut inside);
    }
    for parameter in documented["parameters"].as_array().into_iter().flatten() {
        if parameter["in"] == "query" {
            let name = parameter["name"].as_str().unwrap();
            walk(document, &parameter["schema"], name, "", &mut filters);
        }
    }
    (inside, filters)
}

/// A body that names `id` at `at`, with what goes along; `own`: the caller's file.
fn naming(mut body: Value, at: &str, id: &str, own: &str) -> Value {
    if at == "/records/0/record_id" {
        let payload = json!({"position": "采购部经理"});
        let change =
            json!({"kind": "CONTACT", "record_id": id, "record_version": 1, "payload": payload});
        return json!({"client_id": own, "client_version": 1, "records": [change]});
    }
    if at == "/files/0/client_id" {
        body["files"] = json!([{"client_id": id}]);
        return body;
    }
    if at == "/files/0/consent/attachment_id" {
        let consent =
            json!({"given_by": "周建平，总经理", "given_on": "2026-11-20", "attachment_id": id});
        body["ground"] = json!("CONSENT");
        body["legal_basis"] = Value::Null;
        body["files"] = json!([{"client_id": own, "consent": consent}]);
        return body;
    }
    if let Some(list) = at.strip_suffix("/0") {
        let (parent, field) = list.rsplit_once('/').unwrap();
        body.pointer_mut(parent).unwrap()[field] = json!([id]);
    } else if let Some(place) = body.pointer_mut(at) {
        *place = json!(id);
    } else {
        let (parent, field) = at.rsplit_once('/').unwrap();
        body.pointer_mut(parent).unwrap()[field] = json!(id);
    }
    match at {
        "/client_id" if body.get("payload").is_some() => body["client_version"] = json!(1),
        "/client_id" if body.get("instruction").is_some() => body["filter"] = Value::Null,
        "/corrects_id" => body["correction_reason"] = json!("记录有误"),
        "/ids/0" => body["filter"] = Value::Null,
        _ => {}
    }
    body
}

/// The answer with no id in it: what it made has another one each time.
fn plain(answer: &Answer) -> String {
    let text = shape(answer, "");
    let ids: BTreeSet<_> = text
        .split(|c: char| !c.is_ascii_hexdigit() && c != '-')
        .filter(|word| word.parse::<Uuid>().is_ok() && word.len() == 36)
        .map(str::to_owned)
        .collect();
    ids.iter().fold(text, |text, id| text.replace(id, "…"))
}

/// What was asked, and what went wrong.
#[derive(Default)]
struct Asked {
    wrong: Vec<String>,
    named: BTreeSet<String>,
    /// Where the record was looked for.
    decided: BTreeSet<String>,
}

impl Asked {
    fn note(&mut self, answers: &[String], at: String) {
        let cut = |text: &String| text.chars().take(300).collect::<String>();
        if answers[0] != answers[1] {
            self.wrong.push(format!("{at}\n    {}\n    {}", cut(&answers[0]), cut(&answers[1])));
        }
        // Not found, or a filter that finds nothing.
        let told = ["UNKNOWN_REFERENCE", "NOT_FOUND", "MENTION_CANNOT_SEE"];
        if answers[1].starts_with('2') || told.iter().any(|code| answers[1].contains(code)) {
            self.decided.insert(at.clone());
        }
        self.named.insert(at);
    }

    async fn bodies(
        &mut self,
        who: (&Caller, &str),
        it: &Operation,
        places: &Places,
        world: &World,
    ) {
        let (caller, own) = who;
        let path = filled(&it.template, &|_| own.to_owned());
        let body = body(it, caller);
        for (at, schema) in places {
            let Some(list) = leads(&it.id, at, schema) else { continue };
            let version = caller.get(&format!("/clients/{own}")).await.etag();
            let mut answers = vec![];
            for id in [world.ids[list].clone(), Uuid::new_v4().to_string()] {
                let named = naming(body.clone(), at, &id, own);
                answers.push(plain(&call_at(caller, it, &path, &version, &named).await));
            }
            self.note(&answers, format!("{} {at}", it.id));
        }
    }

    async fn filters(
        &mut self,
        who: (&Caller, &str),
        it: &Operation,
        places: &Places,
        world: &World,
    ) {
        let (caller, own) = who;
        let path = filled(&it.template, &|_| own.to_owned());
        for (field, schema) in places {
            let Some(list) = leads(&it.id, field, schema) else { continue };
            let name = field.trim_end_matches("/0");
            let mut answers = vec![];
            for id in [world.ids[list].clone(), Uuid::new_v4().to_string()] {
                // A workbook says when it was made.
                let form = if path.ends_with("/export") { "&format=csv" } else { "" };
                let query = format!("{path}?{name}={id}{form}");
                let answer = call(caller, it, &query, &Value::Null).await;
                answers.push(shape(&answer, "").replace(&id, "…"));
            }
            self.note(&answers, format!("{} {name}", it.id));
        }
    }
}

/// Addresses that name no record, or one's own file alone.
fn is_reachable(operation: &Operation) -> bool {
    let rest = operation.template.trim_start_matches("/clients/{id}");
    !rest.contains('{') && operation.permission != "public"
}

async fn unknown(engine: Engine) {
    let app = TestApp::start(engine).await;
    let world = World::make(&app).await;
    let document = serde_json::to_value(&*DOCUMENT).unwrap();
    let near = with_files(&app, &world).await;
    let mut asked = Asked::default();
    for operation in all().iter().filter(|it| is_reachable(it)) {
        let (inside, filters) = references(&document, operation);
        for (caller, own) in &near {
            let who = (caller, own.as_deref().unwrap_or_default());
            if own.is_some() || !operation.template.contains('{') {
                asked.bodies(who, operation, &inside, &world).await;
                asked.filters(who, operation, &filters, &world).await;
            }
        }
    }
    let Asked { wrong, named, decided } = asked;
    assert!(wrong.is_empty(), "{} leaks:\n{}", wrong.len(), wrong.join("\n"));
    assert!(named.len() > 25);
    let not: Vec<_> = named.difference(&decided).map(String::as_str).collect();
    let known: Vec<_> = ELSEWHERE.iter().map(|(at, _)| *at).collect();
    assert_eq!(not, known, "named, and something else decided");
}

/// With the version that one's own file has now.
async fn call_at(
    caller: &Caller,
    operation: &Operation,
    path: &str,
    version: &str,
    body: &Value,
) -> Answer {
    let (kind, _) = operation.body.clone().unwrap();
    let request = caller.request(operation.method.clone(), path).header("If-Match", version);
    let request = request.header("Idempotency-Key", tests::app::fresh_key());
    let answer =
        tests::app::send(request.header("Content-Type", kind).body(body.to_string())).await;
    operation.documents(&answer);
    answer
}

#[actix_web::test]
async fn a_foreign_record_that_is_named_looks_like_a_missing_one_on_sqlite() {
    unknown(Engine::Sqlite).await;
}

#[actix_web::test]
async fn a_foreign_record_that_is_named_looks_like_a_missing_one_on_postgres() {
    unknown(Engine::Postgres).await;
}
