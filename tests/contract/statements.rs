//! What a read costs: at most a few statements, and as many for many records as for a few. Every
//! read of the document is in here without anybody thinking of it.
use crate::call::{Operation, all, call, filled};
use crate::world::World;
use reqwest::Method;
use serde_json::Value;
use std::collections::BTreeMap;
use tests::{Caller, Engine, TestApp};

/// More than this no read costs.
const MOST: usize = 8;

/// Reads that cost more, and why; may only shrink.
const DEAR: &[(&str, usize, &str)] = &[
    ("get_client_classification", 25, "a count for each of its dimensions"),
    ("get_client_classification_content", 25, "the same as a file"),
    ("get_client_oversight", 18, "a sum for each of its figures"),
];

/// Reads that look up each kind of record that they name: one statement more for each, however many
/// records; may only shrink.
const BY_KIND: &[(&str, usize)] = &[("export_evidence", 25), ("list_notifications", 12)];

/// Lists that are as long as before, and why; may only shrink.
const AS_LONG: &[(&str, &str)] = &[
    ("get_compliance", "one for each live rule"),
    ("get_exception_trend", "one for each month and kind"),
    ("get_obligation_calendar", "one for each day"),
    ("list_approval_flows", "the handbook's; what the doers set is of a later year"),
    ("list_approval_subjects", "the product's"),
    ("list_approval_tasks", "of whoever has to decide: tests/it/approvals/inbox.rs"),
    ("list_client_tiers", "four, by the handbook"),
    (
        "list_compliance_of_people",
        "what the doers hand in is due of nobody in particular: tests/it/obligations",
    ),
    ("list_duty_conflicts", "the product's own; the doers hold all other pairs"),
    ("list_eligible_approvers", "one for each step"),
    ("list_my_secrecy_acknowledgements", "one's own, one for each text"),
    ("list_obligation_kinds", "the product's"),
    ("list_permissions", "the product's"),
];

/// What a read cost, and how many records it showed.
#[derive(Clone)]
struct Cost {
    statements: Vec<String>,
    items: Option<usize>,
}

/// A live stream answers and goes on; a calendar has an address that nobody can make up: its statements
/// are counted in `tests/it/obligations/feed.rs`.
const LEFT_OUT: &[&str] = &["stream_events", "read_calendar_feed"];

impl Cost {
    fn rank(&self) -> (usize, usize) {
        (self.items.unwrap_or_default(), self.statements.len())
    }
}

/// The statements of each read by whoever may, the cheapest of three: what is known for a while is
/// read again now and then.
async fn costs(app: &TestApp, world: &World, limit: &str) -> BTreeMap<String, Cost> {
    let mut found = BTreeMap::new();
    let reads = all().into_iter().filter(|it| it.method == Method::GET);
    for operation in reads.filter(|it| !LEFT_OUT.contains(&it.id.as_str())) {
        let mut best: Option<Cost> = None;
        for caller in world.doers.iter().chain([&world.owner]) {
            let Some(cost) = cost(app, world, caller, (&operation, limit)).await else { continue };
            // Of those who may, the one who sees most, at the most cost.
            if best.as_ref().is_none_or(|known| known.rank() < cost.rank()) {
                best = Some(cost);
            }
        }
        let cost = best.unwrap_or_else(|| panic!("nobody may {}", operation.id));
        found.insert(operation.id, cost);
    }
    found
}

async fn cost(
    app: &TestApp,
    world: &World,
    caller: &Caller,
    (operation, limit): (&Operation, &str),
) -> Option<Cost> {
    let path = filled(&operation.template, &|list| world.id(list));
    // The search looks for the company of the examples.
    let limit = if operation.has_query("limit") { limit } else { "" };
    let path = format!("{path}?{limit}&{}", operation.needed_query().replace("q=hdjx", "q=jcjd"));
    let path = path.replace("?&", "?");
    let mut best: Option<Cost> = None;
    for _ in 0..3 {
        let _ = app.statements.take();
        let answer = call(caller, operation, &path, &Value::Null).await;
        // That a file was handed out is written, together with what others write: whose statement
        // that is, is chance.
        let reads = |sql: &String| !["INSERT", "UPDATE"].iter().any(|word| sql.starts_with(word));
        let statements: Vec<_> = app.statements.texts().into_iter().filter(reads).collect();
        if answer.status != 200 {
            return None;
        }
        let page = serde_json::from_str::<Value>(&answer.text).unwrap_or_default();
        let items = page["items"].as_array().map(Vec::len);
        if best.as_ref().is_none_or(|known| statements.len() < known.statements.len()) {
            best = Some(Cost { statements, items });
        }
    }
    best
}

async fn reads_cost_a_fixed_number(engine: Engine) {
    let app = TestApp::start_with(engine, |config| config.security.rights_cache_ms = 600_000).await;
    let mut world = World::make(&app).await;
    world.more(&app, 2).await;
    let few = costs(&app, &world, "limit=2").await;
    world.more(&app, 4).await;
    let many = costs(&app, &world, "").await;
    let (mut wrong, mut as_long) = (vec![], vec![]);
    for (id, Cost { statements, items }) in &many {
        let (most, before) = (DEAR.iter().find(|it| it.0 == id).map_or(MOST, |it| it.1), &few[id]);
        let by_kind = BY_KIND.iter().find(|it| it.0 == id);
        let wanted = by_kind.map_or(before.statements.len(), |_| statements.len());
        if statements.len() > by_kind.map_or(most, |it| it.1) || statements.len() != wanted {
            wrong.push(format!("{id}: {:#?} → {statements:#?}", before.statements));
        }
        if items.is_some_and(|items| items < before.items.unwrap_or_default() + 2) {
            as_long.push((id.as_str(), before.items, items));
        }
    }
    assert!(wrong.is_empty(), "{} reads:\n{}", wrong.len(), wrong.join("\n"));
    let known: Vec<_> = AS_LONG.iter().map(|it| it.0).collect();
    let found: Vec<_> = as_long.iter().map(|it| it.0).collect();
    assert_eq!(found, known, "{as_long:?}");
    assert!(many.len() > 75, "{}", many.len());
}

#[actix_web::test]
async fn a_read_costs_the_same_few_statements_however_much_there_is_on_sqlite() {
    reads_cost_a_fixed_number(Engine::Sqlite).await;
}

#[actix_web::test]
async fn a_read_costs_the_same_few_statements_however_much_there_is_on_postgres() {
    reads_cost_a_fixed_number(Engine::Postgres).await;
}
