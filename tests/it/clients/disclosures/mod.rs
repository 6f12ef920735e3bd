//! External provision of client information (B-SEC-07, B-SEC-08).
mod attacked;
mod process;
mod refused;
mod revoked;

use serde_json::{Value, json};
use tests::app::{fresh_key, send};
use tests::company::{
    GENERAL_MANAGER, INFORMATION_ADMINISTRATOR, INFORMATION_SUPERVISOR, SALES_MANAGER,
};
use tests::{Answer, Caller, TestApp};

/// Who reviews a salesperson's request, in the order of the flow.
pub(super) const REVIEW: [&str; 3] = [SALES_MANAGER, INFORMATION_SUPERVISOR, GENERAL_MANAGER];

fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// A consent filed with a client's archive; the id of the paper.
async fn paper(by: &Caller, file: &str) -> String {
    let bytes = format!("%PDF-1.7\n{}\n1 0 obj\n<<>>\nendobj\n", fresh_key());
    let said = [("kind", "AGREEMENT")];
    let upload =
        by.upload(&format!("{file}/attachments"), ("信息提供同意书.pdf", bytes.as_bytes()), &said);
    send(upload).await.expect(201)["id"].as_str().unwrap().to_owned()
}

fn consented(file: &str, paper: &str) -> Value {
    json!({"client_id": id(file), "consent": {
        "given_by": "周建平，总经理", "given_on": "2026-11-20", "attachment_id": paper,
    }})
}

/// To a partner, on the clients' consents.
pub(super) fn to_partner(files: &[Value]) -> Value {
    json!({
        "recipient_kind": "PARTNER", "recipient": "四川天府物流有限公司", "purpose": "联合投标所需的业绩证明",
        "ground": "CONSENT", "sections": ["BASIC", "PURCHASES"], "form": "PAPER", "files": files,
    })
}

/// To an authority, as a law obliges.
fn to_authority(files: &[Value]) -> Value {
    json!({
        "recipient_kind": "AUTHORITY", "recipient": "成都市公安局成华区分局", "purpose": "配合经济案件调查取证",
        "ground": "LAW", "legal_basis": "《中华人民共和国数据安全法》第三十五条；成公成调证字〔2026〕118 号",
        "sections": ["BASIC"], "form": "PAPER", "files": files,
    })
}

pub(super) async fn ask(by: &Caller, body: &Value) -> Answer {
    by.post_with_key("/client-disclosures", &fresh_key(), body).await
}

/// Asked; the address of the disclosure.
pub(super) async fn asked(by: &Caller, body: &Value) -> String {
    let made = ask(by, body).await.expect(201);
    format!("/client-disclosures/{}", made["id"].as_str().unwrap())
}

/// Everything that waits for these is approved, one after the other.
pub(super) async fn reviewed(app: &TestApp, approvers: &[&str]) {
    for login in approvers {
        let approver = app.signed_in(login).await;
        let open = approver.get("/approval-tasks").await.expect(200);
        let tasks = open["items"].as_array().unwrap();
        assert!(!tasks.is_empty(), "{login} has nothing to decide");
        for task in tasks {
            let body = json!({"content_hash": task["content_hash"]});
            let path = format!("/approval-tasks/{}", task["id"].as_str().unwrap());
            let _ = approver.act_now(&path, "approve", body).await.expect(200);
        }
    }
}

pub(super) fn handed_over() -> Value {
    json!({"handed_over": "客户基本信息表一份（2 页）", "received_by": "李明，商务部经理",
        "means": "IN_PERSON", "provided_on": "2026-11-23"})
}

/// Approved and provided by the information administrator.
pub(super) async fn provided(app: &TestApp, path: &str, body: Value) -> Value {
    reviewed(app, &REVIEW).await;
    let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
    admin.act_now(path, "provide", body).await.expect(200)
}
