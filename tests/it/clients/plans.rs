//! A-CLI-15: what an act on a collection plan costs those who write meanwhile, and whom a plan or an
//! instruction may name.
use super::supervisor_and_owner;
use reqwest::{Method, header};
use serde_json::{Value, json};

use std::time::Duration;
use tests::company::{ADMINISTRATOR, SALES_MANAGER, SALESPERSON, SERVICE_MANAGER};
use tests::{Answer, Caller, Engine, TestApp, app::send, on_both};
use tokio::time::timeout;
use uuid::Uuid;

const PLANS: &str = "/client-collection-plans";

fn plan(targets: &Value) -> Value {
    json!({"period": "2026-Q4", "note": "补齐新签客户", "targets": targets})
}

fn target(owner: Uuid) -> Value {
    json!({"owner_id": owner, "new_files": 2, "verifications": 4, "submissions": 1,
        "completeness": 80})
}

fn path(plan: &Value) -> String {
    format!("{PLANS}/{}", plan["id"].as_str().unwrap())
}

/// An act on a plan; where it is no change of fields, one that can be sent again.
async fn act(caller: &Caller, path: &str, version: u32, key: &str, body: &Value) -> Answer {
    let request = match path.contains("/actions/") {
        true => caller.request(Method::POST, path),
        false => caller.request(Method::PATCH, path),
    };
    let request = request.header(header::IF_MATCH, format!("\"{version}\""));
    send(request.header("Idempotency-Key", key).json(body)).await
}

fn sums(texts: &[String]) -> usize {
    texts.iter().filter(|sql| sql.contains("GROUP BY")).count()
}

/// The answer of an act that begins while somebody else has the turn to write and does not give it
/// back before the act has added everything up.
async fn adding_up_meanwhile(app: &TestApp, act: impl Future<Output = Answer>) -> Answer {
    let turn = app.app.db.begin().await.unwrap();
    let _ = app.statements.take();
    let added_up = async {
        while sums(&app.statements.texts()) < 4 {
            tokio::task::yield_now().await;
        }
        drop(turn);
    };
    let (answer, waited) = tokio::join!(act, timeout(Duration::from_secs(20), added_up));
    waited.expect("sums before the turn to write");
    assert_eq!(sums(&app.statements.texts()), 4, "{:#?}", app.statements.texts());
    if app.engine == Engine::Postgres {
        sums_come_first(&app.statements.texts());
    }
    answer
}

/// Before anything that is written, and before the plan is read again and held.
#[track_caller]
fn sums_come_first(texts: &[String]) {
    let last = texts.iter().rposition(|sql| sql.contains("GROUP BY")).unwrap();
    let turn = ["INSERT", "UPDATE", "WITH kept"];
    let begins =
        |sql: &String| turn.iter().any(|word| sql.starts_with(word)) || sql.contains("FOR UPDATE");
    assert!(!texts[..last].iter().any(begins), "{texts:#?}");
}

/// What a caller can tell two refusals apart by.
fn told(answer: &Answer) -> (u16, String) {
    let body = answer.json();
    let request = body["request_id"].as_str().unwrap();
    (answer.status.as_u16(), answer.text.replace(request, ""))
}

/// Somebody new who supervises the archive and may read nobody but themselves.
async fn supervisor_without_people(app: &TestApp) -> Caller {
    let newcomer = app.newcomer("qianxinlai").await;
    let admin = app.signed_in(ADMINISTRATOR).await;
    let grants = ["client-oversight.read", "client-oversight.manage", "client.read"]
        .map(|permission| json!({"permission": permission, "scope": "ALL"}));
    let role = json!({"code": "SUPERVISES", "name": "督导", "clearance": 1, "permissions": grants});
    let role = admin.post("/roles", role).await.expect(201);
    let grant = json!({"person_id": newcomer.id, "role_id": role["id"], "reason": "岗位需要"});
    let _ = admin.post("/role-grants", grant).await.expect(201);
    newcomer
}

on_both! {
    /// On SQLite one writes at a time: sums over all files would make everybody wait.
    async fn what_a_plan_adds_up_is_read_before_its_turn_to_write(app: TestApp) {
        let (_, owner) = supervisor_and_owner(&app).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let body = plan(&json!([target(owner.id)]));
        let made = adding_up_meanwhile(&app, manager.post(PLANS, body)).await.expect(201);
        let path = path(&made);
        let confirm = format!("{path}/actions/confirm");
        let withdraw = format!("{path}/actions/withdraw");
        for (version, path, body) in [
            (1, &path, json!({"note": "补齐老客户"})),
            (2, &confirm, json!({})),
            (3, &withdraw, json!({"reason": "部门调整"})),
        ] {
            let key = format!("act-{version}");
            let act = act(&manager, path, version, &key, &body);
            let _ = adding_up_meanwhile(&app, act).await.expect(200);
        }
    }

    /// Also when files and the plan itself have changed since.
    async fn a_repeated_act_on_a_plan_is_answered_as_the_first_time(app: TestApp) {
        let (_, owner) = supervisor_and_owner(&app).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let body = plan(&json!([target(owner.id)]));
        let made = manager.post_with_key(PLANS, "plan-1", &body).await;
        let path = path(&made.expect(201));
        let confirm = format!("{path}/actions/confirm");
        let confirmed = act(&manager, &confirm, 1, "act-1", &json!({})).await;
        assert_eq!(confirmed.expect(200)["lines"][0]["actual"]["submissions"], 0);
        let collected = json!({"payload": {"name": "德阳重装配套厂", "kind": "INSTITUTION"}});
        let _ = owner.post("/client-submissions", collected).await.expect(201);
        app.clock.advance(chrono::Duration::minutes(1));
        let again = act(&manager, &confirm, 1, "act-1", &json!({})).await;
        assert_eq!((again.header("idempotent-replayed"), &again.text), ("true", &confirmed.text));
        let again = manager.post_with_key(PLANS, "plan-1", &body).await;
        assert_eq!((again.header("idempotent-replayed"), &again.text), ("true", &made.text));
        assert_eq!(manager.get(&path).await.expect(200)["lines"][0]["actual"]["submissions"], 1);
    }

    async fn whom_a_caller_may_not_name_is_like_nobody_in_plans_and_instructions(app: TestApp) {
        let owner = app.signed_in(SALESPERSON).await;
        let supervisor = supervisor_without_people(&app).await;
        let drawn = async |owner: Uuid| told(&supervisor.post(PLANS, plan(&json!([target(owner)]))).await);
        assert_eq!(drawn(owner.id).await, drawn(Uuid::new_v4()).await);
        let refused = supervisor.post(PLANS, plan(&json!([target(owner.id)]))).await;
        refused.points_at("/targets/0/owner_id", "UNKNOWN_REFERENCE");

        let made = supervisor.post(PLANS, plan(&json!([target(supervisor.id)]))).await.expect(201);
        let path = path(&made);
        let changed = async |owner: Uuid| {
            told(&supervisor.patch_now(&path, json!({"targets": [target(owner)]})).await)
        };
        assert_eq!(changed(owner.id).await, changed(Uuid::new_v4()).await);

        let instruct = async |to: Uuid| {
            let body = json!({"given_to": to, "filter": "compliant=false", "instruction": "请补齐"});
            supervisor.post("/client-instructions", body).await
        };
        let (seen, random) = (instruct(owner.id).await, instruct(Uuid::new_v4()).await);
        seen.points_at("/given_to", "UNKNOWN_REFERENCE");
        assert_eq!(told(&seen), told(&random));
        let _ = instruct(supervisor.id).await.expect(201);
    }

    async fn a_draft_keeps_the_target_of_somebody_who_has_left(app: TestApp) {
        let (_, owner) = supervisor_and_owner(&app).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let made = manager.post(PLANS, plan(&json!([target(owner.id)]))).await.expect(201);
        let admin = app.signed_in(ADMINISTRATOR).await;
        let person = format!("/people/{}", owner.id);
        let _ = admin.act_now(&person, "disable", json!({"reason": "离职"})).await.expect(200);
        let more = json!({"targets": [target(owner.id), target(manager.id)]});
        let changed = manager.patch_now(&path(&made), more).await.expect(200);
        assert_eq!(changed["lines"].as_array().unwrap().len(), 2);
        let anew = manager.post(PLANS, plan(&json!([target(owner.id)]))).await;
        anew.points_at("/targets/0/owner_id", "UNKNOWN_REFERENCE");
    }

    async fn the_list_of_plans_looks_up_only_the_names_that_it_shows(app: TestApp) {
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let head = app.signed_in(SALES_MANAGER).await;
        let me = head.get("/me").await.expect(200);
        let department = json!({"department_id": me["department"]["id"], "new_files": 1,
            "verifications": 1, "submissions": 1, "completeness": 90});
        let _ = manager.post(PLANS, plan(&json!([department]))).await.expect(201);
        let _ = manager.get(PLANS).await.expect(200);
        let _ = app.statements.take();
        let list = manager.get(&format!("{PLANS}?include_total=true")).await.expect(200);
        let texts = app.statements.texts();
        assert_eq!(list["items"][0]["target_count"], 1);
        let names = "SELECT \"person\".\"id\", \"person\".\"name\" FROM";
        let names: Vec<_> = texts.iter().filter(|sql| sql.starts_with(names)).collect();
        assert_eq!(names.len(), 1, "{texts:#?}");
        assert!(!names[0].contains("\"department\""), "{names:#?}");
    }
}
