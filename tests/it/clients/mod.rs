//! Client files.
mod actions;
mod asking;
mod at_once;
mod attachments;
mod bulk;
mod catalogue;
mod comments;
mod contacts;
mod destructions;
mod disclosures;
mod exporting;
mod exports_masked;
mod files;
mod importing;
mod incidents;
mod inferior;
mod information_reports;
mod instructions;
mod interactions;
mod item_levels;
mod large;
mod list;
mod loans;
mod market;
mod merge;
mod oversight;
mod pairs;
mod plans;
mod privacy;
mod purchases;
mod qualifications;
mod readings;
mod refusals;
mod reports;
mod scope_of_secrecy;
mod secrecy;
mod similar;
mod submission_records;
mod submissions;
mod terms;
mod timeline;
mod undoing;

use serde_json::{Value, json};
use std::sync::atomic::{AtomicU32, Ordering};
use tests::company::{INFORMATION_SUPERVISOR, SALESPERSON};
use tests::{Caller, TestApp};

/// A telephone number that no other file of the test has.
fn telephone() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("028-6{:07}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// An institution's file, owned by `owner`, like no other.
fn institution(name: &str, owner: &Caller) -> Value {
    json!({
        "name": name, "kind": "INSTITUTION", "industry": "机械制造", "region": "四川省成都市",
        "address": "龙泉驿区成龙大道二段1666号", "telephone": telephone(), "owner_id": owner.id,
    })
}

/// The file with more in it.
fn with(mut body: Value, more: &Value) -> Value {
    let fields = more.as_object().unwrap().clone();
    body.as_object_mut().unwrap().extend(fields);
    body
}

/// The supervisor, who may do everything to a file but report and confirm, and the salesperson who
/// owns the files of these tests.
async fn supervisor_and_owner(app: &TestApp) -> (Caller, Caller) {
    (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await)
}

/// Begin a file; its address.
async fn begun(keeper: &Caller, body: Value) -> String {
    let made = keeper.post("/clients", body).await.expect(201);
    format!("/clients/{}", made["id"].as_str().unwrap())
}

/// Whether an action is shown as possible, and the code that speaks against it.
fn allowed<'a>(file: &'a Value, name: &str) -> (bool, &'a str) {
    let found = file["allowed_actions"].as_array().unwrap().iter().find(|a| a["action"] == name);
    let action = found.unwrap_or_else(|| panic!("no action {name}: {file}"));
    let code = action["reasons"][0]["code"].as_str().unwrap_or_default();
    (action["enabled"].as_bool().unwrap(), code)
}

/// A field of every item of a page.
fn each<'a>(page: &'a Value, field: &str) -> Vec<&'a str> {
    page["items"].as_array().unwrap().iter().map(|item| item[field].as_str().unwrap()).collect()
}
