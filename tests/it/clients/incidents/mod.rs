//! Secrecy incidents: breach, loss and leak (A-BOR-05).
mod lost;
mod process;
mod separation;
mod sight;
mod told;

use super::{allowed, begun, each, institution};
use serde_json::{Value, json};
use tests::app::fresh_key;
use tests::company::INFORMATION_SUPERVISOR;
use tests::{Answer, Caller, TestApp};

const NAME: &str = "成都锦川机电设备有限公司";

fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// A leak by one party about some files.
fn leak(party: &Caller, files: &[&str]) -> Value {
    json!({
        "kind": "LEAK", "occurred_on": "2026-11-20", "what_happened": "客户名单被转发到行业微信群",
        "files": files.iter().map(|file| id(file)).collect::<Vec<_>>(),
        "parties": [{"person_id": party.id, "deed": "将客户名单转发给外部人员"}],
    })
}

async fn report(by: &Caller, body: &Value) -> Answer {
    by.post_with_key("/client-incidents", &fresh_key(), body).await
}

/// Reported; the address of the incident.
async fn reported(by: &Caller, body: &Value) -> String {
    let made = report(by, body).await.expect(201);
    format!("/client-incidents/{}", made["id"].as_str().unwrap())
}

/// What follows for one party: a demerit, and a warning for the superior.
fn follows(party: &Caller) -> Value {
    json!({
        "person_id": party.id, "measure": "DEMERIT", "leadership": "WARNING",
        "leadership_note": "未落实部门保密教育",
    })
}

fn conclusion(parties: &[Value]) -> Value {
    json!({"parties": parties, "remedy": "已联系客户说明情况，收回外传资料"})
}

/// The amendment that changes nothing, as a handler would send it.
fn as_it_stands(incident: &Value, reason: &str) -> Value {
    let ids = |list: &Value, of: &str| -> Vec<Value> {
        list.as_array().unwrap().iter().map(|it| it[of].clone()).collect()
    };
    let party = |it: &Value| json!({"person_id": it["person"]["id"], "deed": it["deed"]});
    json!({
        "kind": incident["kind"], "occurred_on": incident["occurred_on"],
        "what_happened": incident["what_happened"], "files": ids(&incident["files"], "id"),
        "parties": incident["parties"].as_array().unwrap().iter().map(party).collect::<Vec<_>>(),
        "reason": reason,
    })
}

/// A file that the supervisor keeps and somebody owns.
async fn a_file_of(app: &TestApp, owner: &Caller) -> String {
    let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
    begun(&keeper, institution(NAME, owner)).await
}

/// The kinds of what somebody was told about an incident, the latest first.
async fn told(who: &Caller) -> Vec<String> {
    let page = who.get("/notifications").await.expect(200);
    let kinds = page["items"].as_array().unwrap().iter();
    kinds.map(|it| it["kind"].as_str().unwrap().to_owned()).collect()
}
