//! Approvals, on requests for client archives: the first records that go through them.
mod acts;
mod at_once;
mod away;
mod chain;
mod content;
mod duties;
mod flows;
mod hearing;
mod inbox;
mod loopholes;
mod together;

use serde_json::{Value, json};
use tests::company::{GENERAL_MANAGER, INFORMATION_SUPERVISOR, SALES_MANAGER, SALESPERSON};
use tests::{Answer, Caller, TestApp};

/// 市场部经理, superior of the sales managers.
const MARKETING_MANAGER: &str = "luohaitao";
/// 销售二部经理.
const OTHER_SALES_MANAGER: &str = "dengjunfeng";

fn consultation() -> Value {
    json!({
        "kind": "CONSULTATION", "wanted": "西南片区机械制造类客户 2026 年的往来记录",
        "purpose": "编制 2027 年度销售计划", "undertaking": true,
    })
}

/// Ask for archives; the address of the request.
async fn asked(by: &Caller) -> String {
    let made = by.post_with_key("/client-loans", &tests::app::fresh_key(), &consultation()).await;
    format!("/client-loans/{}", made.expect(201)["id"].as_str().unwrap())
}

/// The approval of a request as somebody sees it.
async fn approval(of: &Caller, loan: &str) -> Value {
    let id = of.get(loan).await.expect(200)["approval_id"].as_str().unwrap().to_owned();
    of.get(&format!("/approvals/{id}")).await.expect(200)
}

fn path(approval: &Value) -> String {
    format!("/approvals/{}", approval["id"].as_str().unwrap())
}

/// What somebody has to decide, the newest first.
async fn open(by: &Caller) -> Vec<Value> {
    by.get("/approval-tasks").await.expect(200)["items"].as_array().unwrap().clone()
}

/// The address of the only task that somebody has.
async fn task(by: &Caller) -> String {
    let open = open(by).await;
    assert_eq!(open.len(), 1, "{open:?}");
    format!("/approval-tasks/{}", open[0]["id"].as_str().unwrap())
}

fn agree(task: &Value) -> Value {
    json!({"content_hash": task["content_hash"], "comment": "同意"})
}

/// Approve a task as it stands.
async fn approve(by: &Caller, task: &str) -> Answer {
    let seen = by.get(task).await.expect(200);
    by.act_now(task, "approve", agree(&seen)).await
}

/// A salesperson asked; their manager and the supervisor of the archive approve.
async fn people(app: &TestApp) -> (Caller, Caller, Caller) {
    (
        app.signed_in(SALESPERSON).await,
        app.signed_in(SALES_MANAGER).await,
        app.signed_in(INFORMATION_SUPERVISOR).await,
    )
}

/// What somebody is told of, newest first.
async fn told(caller: &Caller) -> Vec<String> {
    let page = caller.get("/notifications").await.expect(200);
    let items = page["items"].as_array().unwrap();
    items.iter().map(|it| it["kind"].as_str().unwrap().to_owned()).collect()
}

/// Look after the approvals under way, as the worker does within a minute.
async fn tend(app: &TestApp) -> u64 {
    approvals::tend(&app.app, &app.service.areas.approvals).await.unwrap()
}

/// The steps by key with where each stands.
fn standings(approval: &Value) -> Vec<(String, String)> {
    let steps = approval["steps"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    steps.map(|step| (text(&step["key"]), text(&step["standing"]))).collect()
}

/// A flow of these steps for every request, from today on.
async fn flow_of(app: &TestApp, steps: Value) {
    let boss = app.signed_in(GENERAL_MANAGER).await;
    let body = json!({
        "code": "client-loan", "subject": "client-loan", "effective_from": "2026-11-23",
        "reason": "试行", "definition": {"name": "试行流程", "enabled": true, "priority": 1, "steps": steps},
    });
    let _ = boss.post("/approval-flows", body).await.expect(201);
}

/// One step of these people.
fn step(key: &str, mode: &str, people: &[&Caller]) -> Value {
    let people: Vec<_> = people.iter().map(|it| it.id).collect();
    json!({"key": key, "name": key, "mode": mode, "approver": {"by": "PEOPLE", "people": people}})
}

/// Lend the right to approve for a week.
async fn lend(from: &Caller, to: &Caller) {
    let body = json!({"to_person_id": to.id, "permissions": ["approval.decide"],
        "reason": "年假期间代为审批", "valid_until": "2026-11-30T00:00:00Z"});
    let _ = from.post("/delegations", body).await.expect(201);
}

/// What happened, in its order.
fn history(approval: &Value) -> Vec<&str> {
    approval["history"].as_array().unwrap().iter().map(|it| it["kind"].as_str().unwrap()).collect()
}
