//! A file above somebody's clearance is nowhere: whatever the product has to read, whoever holds every right
//! everywhere and is not cleared reads the same as if there were no such file (A-SEC-10, A-CLI-18).
use crate::call::{Operation, all, call, filled};
use crate::world::{World, everything};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tests::company::{INFORMATION_SUPERVISOR, SERVICE_MANAGER, classify_for};
use tests::{Caller, Engine, TestApp};

/// What the file is called once it is secret; no other text of the tests holds it.
const NAME: &str = "玄武秘档精密仪器有限公司";
const MARK: &str = "秘档精密仪器";
/// What they look for it by, which the trail keeps as theirs.
const SOUGHT: &str = "玄武";

/// A live stream goes on; a calendar's address nobody can make up; what names the moment differs by it.
const LEFT_OUT: &[&str] = &["stream_events", "read_calendar_feed"];

/// Lists that grow by what the tests themselves do in between, and why; may only shrink.
const GROWS: &[(&str, &str)] = &[
    (
        "list_audit_entries",
        "the file was begun as 秘密, as every file is (A-SEC-03), and people signed in",
    ),
    ("list_events", "the same"),
    ("list_client_readings", "they read files themselves, and the file when it was 秘密"),
    ("list_my_sessions", "of whoever reads"),
];

/// Everything that can be read, by whom, and how many records there were.
#[derive(Default)]
struct Readings {
    texts: Vec<(String, String)>,
    totals: BTreeMap<String, Value>,
}

async fn read_all(world: &World, low: &[Caller]) -> Readings {
    let mut found = Readings::default();
    let reads = all().into_iter().filter(|it| it.method == Method::GET);
    for operation in reads.filter(|it| !LEFT_OUT.contains(&it.id.as_str())) {
        let path = filled(&operation.template, &|list| world.id(list));
        for (nth, caller) in low.iter().enumerate() {
            found.read(caller, (&operation, nth), &path).await;
        }
    }
    found
}

impl Readings {
    async fn read(&mut self, caller: &Caller, (operation, nth): (&Operation, usize), path: &str) {
        let with = |more: &str| format!("{path}?{more}&{}", operation.needed_query());
        let total = if operation.has_query("include_total") { "include_total=true" } else { "" };
        let usual = with(total).replace("?&", "?");
        let answer = call(caller, operation, &usual, &Value::Null).await;
        let at = format!("{} by {nth}", operation.id);
        if answer.status == 200 {
            let page = serde_json::from_str::<Value>(&answer.text).unwrap_or_default();
            if let Some(total) = page.pointer("/page/total") {
                self.totals.insert(at.clone(), total.clone());
            }
        }
        self.texts.push((at, answer.text));
        if operation.has_query("q") {
            // Instead of what the document looks for.
            let path = format!("{path}?q={SOUGHT}");
            let answer = call(caller, operation, &path, &Value::Null).await;
            assert!(!answer.text.contains(MARK), "{}: {}", operation.id, answer.text);
            let page: Value = serde_json::from_str(&answer.text).unwrap_or_default();
            if let Some(items) = page["items"].as_array() {
                assert_eq!(items.len(), 0, "{}: {}", operation.id, answer.text);
            }
        }
    }
}

/// A file at 绝密, called so and filled when it was secret already; its records' ids.
async fn a_secret_file(app: &TestApp, world: &mut World) -> BTreeSet<String> {
    let (keeper, manager) =
        (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SERVICE_MANAGER).await);
    let file = world.a_file_of(&world.owner).await;
    let path = format!("/clients/{file}");
    classify_for(&keeper, &path, &manager, "TOP_SECRET").await;
    let _ = keeper.patch_now(&path, json!({"name": NAME})).await.expect(200);
    let told = json!({"given_to": manager.id, "client_id": file, "instruction": "请核对往来记录"});
    let told = keeper.post("/client-instructions", told).await.expect(201);
    let below = ["/clients/", "/client-submissions", "/client-incidents", "/client-disclosures"];
    let mut hidden = world.hang_on(file.clone(), &below).await;
    // The trail knows its beginning, when it was 秘密 still.
    hidden.remove(&file);
    hidden.insert(told["id"].as_str().unwrap().to_owned());
    hidden
}

async fn nowhere(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut world = World::make(&app).await;
    let seen = world.ids.clone();
    let low = everything(&app, "low", "ALL", 1).await;
    app.seal().await;
    let before = read_all(&world, &low).await;
    let hidden = a_secret_file(&app, &mut world).await;
    app.seal().await;
    // Asked for what they could read before, and for everything that lists.
    world.ids = seen;
    let after = read_all(&world, &low).await;
    let mut leaks = vec![];
    for (at, text) in &after.texts {
        let told = hidden.iter().map(String::as_str).chain([MARK]);
        for what in told.filter(|what| text.contains(*what)) {
            let around = text.split(what).next().unwrap_or_default();
            let around: String =
                around.chars().rev().take(300).collect::<Vec<_>>().into_iter().rev().collect();
            leaks.push(format!("{at}: {what} after {around}"));
        }
    }
    assert!(leaks.is_empty(), "{} leaks:\n{}", leaks.len(), leaks.join("\n"));
    let grown: Vec<_> = after
        .totals
        .iter()
        .filter(|(at, total)| before.totals.get(*at) != Some(total))
        .filter(|(at, _)| !GROWS.iter().any(|(id, _)| at.starts_with(id)))
        .collect();
    assert!(grown.is_empty(), "{grown:?} of {:?}", before.totals);
    assert!(before.totals.len() > 40, "{}", before.totals.len());
    assert!(hidden.len() >= 8, "{hidden:?}");
}

#[actix_web::test]
async fn a_file_above_the_clearance_is_nowhere_on_sqlite() {
    nowhere(Engine::Sqlite).await;
}

#[actix_web::test]
async fn a_file_above_the_clearance_is_nowhere_on_postgres() {
    nowhere(Engine::Postgres).await;
}
