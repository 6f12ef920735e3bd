//! A record outside somebody's reach answers like one that never was: every kind of record, every
//! operation that takes its id, bodies that the service takes.
use crate::call::{Operation, all, call, changed, filled};
use crate::world::{World, everything};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tests::{Answer, Caller, Engine, TestApp, company::INFORMATION_SUPERVISOR};
use uuid::Uuid;
use zhidu::openapi::EXAMPLE_ID;

/// Records that exist for everybody who may call the operation at all: nothing is foreign. May only
/// shrink.
const FOR_EVERYBODY: &[(&str, &str)] = &[
    ("/approval-flows", "who approves what, for whoever may see approvals"),
    ("/calendar/days", "the company's calendar"),
    (
        "/client-collection-plans",
        "the whole company's, for whoever supervises; its figures are not",
    ),
    ("/departments", "the tree of the company"),
    ("/duty-conflicts", "the company's, for whoever reads roles"),
    ("/parameters", "the company's figures"),
    ("/roles", "what a role is, everybody may know"),
    ("/rules", "the handbook"),
    ("/sites", "the company's places"),
];

/// Operations that do not end in 404 for either, and why; may only shrink.
const OTHERWISE: &[(&str, u16, &str)] = &[
    ("delete_draft", 204, "a draft's address is one's own, and what is not there is gone"),
    ("put_draft", 200, "a draft's address is one's own: it names nobody else's"),
];

/// A live stream answers and goes on.
const ENDLESS: &[&str] = &["/events/stream"];

fn for_everybody(template: &str) -> bool {
    FOR_EVERYBODY.iter().any(|(list, _)| template.starts_with(&format!("{list}/{{")))
}

fn asked() -> Vec<Operation> {
    let taken = |it: &Operation| {
        it.template.contains('{')
            && it.permission != "public"
            && !ENDLESS.contains(&it.template.as_str())
            && !for_everybody(&it.template)
    };
    all().into_iter().filter(taken).collect()
}

pub fn body(operation: &Operation, caller: &Caller) -> Value {
    let example = operation.body.as_ref().map_or(json!({}), |(_, example)| example.clone());
    changed(&example, "", &|_, text| (text == EXAMPLE_ID).then(|| json!(caller.id)))
}

/// The answer without what differs on every call, and without the ids that were asked for.
pub fn shape(answer: &Answer, path: &str) -> String {
    let text = match serde_json::from_str::<Value>(&answer.text) {
        Ok(mut body) => {
            body.as_object_mut().map(|problem| problem.remove("request_id"));
            body.to_string()
        }
        Err(_) => answer.text.clone(),
    };
    let asked = path.split('/').filter(|part| part.parse::<Uuid>().is_ok());
    let text = asked.fold(text, |text, id| text.replace(id, "…"));
    let header = |name: &str| format!("{name}: {}", answer.header(name));
    let headers = ["etag", "location", "allow", "retry-after", "content-type"].map(header);
    format!("{} {text} {}", answer.status, headers.join(", "))
}

/// What each operation answered to somebody who holds its permission.
#[derive(Default)]
struct Seen {
    ended: BTreeMap<String, BTreeSet<u16>>,
    leaks: Vec<String>,
}

impl Seen {
    async fn compare(
        &mut self,
        caller: &Caller,
        operation: &Operation,
        there: &str,
        missing: &str,
    ) {
        let body = body(operation, caller);
        let a = call(caller, operation, there, &body).await;
        let b = call(caller, operation, missing, &body).await;
        if shape(&a, there) != shape(&b, missing) {
            let said = |it: &Answer| {
                format!("\n    {} {}", it.status, it.text.chars().take(300).collect::<String>())
            };
            self.leaks.push(format!("{} {there}{}{}", operation.id, said(&a), said(&b)));
        }
        if !a.text.contains("\"PERMISSION_MISSING\"") {
            self.ended.entry(operation.id.clone()).or_default().insert(b.status.as_u16());
        }
    }
}

impl Seen {
    /// What hangs on somebody else's file is not found through one's own.
    async fn through_own_files(
        &mut self,
        near: &[(Caller, Option<String>)],
        operation: &Operation,
        world: &World,
    ) {
        let Some(list) = hanging(&operation.template) else { return };
        for (caller, own) in near {
            let Some(own) = own else { continue };
            let through = |id: String| {
                let ids = |at: &str| if at == "/clients" { own.clone() } else { id.clone() };
                filled(&operation.template, &ids)
            };
            let there = through(world.ids[&list].clone());
            let missing = through(Uuid::new_v4().to_string());
            self.compare(caller, operation, &there, &missing).await;
        }
    }
}

/// The list of what hangs on a file, where the address names one of it.
fn hanging(template: &str) -> Option<String> {
    let (list, _) = template.strip_prefix("/clients/{id}/")?.split_once("/{")?;
    Some(format!("/clients/{{}}/{list}"))
}

/// Ids as addresses need them: the known kinds of a draft and a page, then what `of` says.
fn ids<'a>(of: impl Fn(&str) -> String + 'a) -> impl Fn(&str) -> String + 'a {
    move |list| match list {
        "/drafts" => "client.edit".to_owned(),
        "/presence" => "client".to_owned(),
        list => of(list),
    }
}

/// People who may do everything between them, with what is their own alone; with a file of their own
/// where they may see files at all.
pub async fn with_files(app: &TestApp, world: &World) -> Vec<(Caller, Option<String>)> {
    let mut near = vec![];
    for caller in everything(app, "near", "OWN", 3).await {
        let sees = caller.get("/clients").await.status == 200;
        let own = if sees { Some(world.a_file_of(&caller).await) } else { None };
        near.push((caller, own));
    }
    assert!(near.iter().any(|(_, own)| own.is_some()));
    near
}

/// Lists whose records carry the level of a file: closed to a low clearance, however wide the reach.
const LEVELLED: &[&str] = &[
    "/clients/",
    "/client-submissions/",
    "/client-instructions/",
    "/client-information-reports/",
    "/client-incidents/",
    "/audit-entries/",
    "/presence/",
];

/// One of every kind, somebody else's and secret.
async fn secrets(app: &TestApp) -> World {
    let mut world = World::make(app).await;
    let file = world.ids["/clients"].clone();
    let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
    let manager = app.signed_in(tests::company::SERVICE_MANAGER).await;
    let path = format!("/clients/{file}");
    tests::company::classify_for(&keeper, &path, &manager, "TOP_SECRET").await;
    // Entries carry the level that their file had then: the one of now is the secret one.
    app.seal().await;
    let trail = format!("/audit-entries?resource_id={file}&action=client.classified");
    let classified = world.read(&trail).await["items"][0]["id"].as_str().unwrap().to_owned();
    world.ids.insert("/audit-entries".to_owned(), classified);
    world
}

async fn foreign(engine: Engine) {
    let app = TestApp::start(engine).await;
    let world = secrets(&app).await;
    let near = with_files(&app, &world).await;
    let low = everything(&app, "low", "ALL", 1).await;
    let mut seen = Seen::default();
    for operation in asked() {
        let there = filled(&operation.template, &|list| world.id(list));
        let missing = filled(&operation.template, &ids(|_| Uuid::new_v4().to_string()));
        for (caller, _) in &near {
            seen.compare(caller, &operation, &there, &missing).await;
        }
        seen.through_own_files(&near, &operation, &world).await;
        if LEVELLED.iter().any(|list| operation.template.starts_with(list)) {
            for caller in &low {
                seen.compare(caller, &operation, &there, &missing).await;
            }
        }
    }
    judge(&seen);
}

fn judge(seen: &Seen) {
    assert!(seen.leaks.is_empty(), "{} leaks:\n{}", seen.leaks.len(), seen.leaks.join("\n"));
    let mut wrong = vec![];
    for operation in asked() {
        let ended = seen.ended.get(&operation.id).cloned().unwrap_or_default();
        let expected = OTHERWISE.iter().find(|(id, ..)| *id == operation.id).map_or(404, |it| it.1);
        if ended != BTreeSet::from([expected]) {
            wrong.push(format!("{}: {ended:?}, not {expected}", operation.id));
        }
    }
    assert!(wrong.is_empty(), "the record was not what decided:\n{}", wrong.join("\n"));
}

#[actix_web::test]
async fn a_foreign_record_of_any_kind_looks_like_a_missing_one_on_sqlite() {
    foreign(Engine::Sqlite).await;
}

#[actix_web::test]
async fn a_foreign_record_of_any_kind_looks_like_a_missing_one_on_postgres() {
    foreign(Engine::Postgres).await;
}
