//! The trail of what was destroyed goes on proving itself.
use super::*;
use crate::clients::{begun, institution, supervisor_and_owner};
use kernel::audit::verify::{self, Why};
use sea_orm::ConnectionTrait;
use tests::company::AUDITOR;
use tests::on_both;

async fn destroyed_file(app: &TestApp) -> (String, Value) {
    let (keeper, owner) = supervisor_and_owner(app).await;
    let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
    let _ = keeper.patch_now(&file, json!({"address": "涪城区一环路88号"})).await.expect(200);
    let certificate = destroyed(app, &file).await;
    app.seal().await;
    (file, certificate)
}

async fn tamper(app: &TestApp, sql: &str) {
    app.app.db.exclusive().execute_unprepared(sql).await.unwrap();
}

/// What the kernel's own walk and the one over HTTP find.
async fn found(app: &TestApp) -> Option<Why> {
    let verdict = verify::verify(app.app.db.reader()).await.unwrap();
    let auditor = app.signed_in(AUDITOR).await;
    let here = auditor.post("/audit-chain/actions/verify", json!({})).await.expect(200);
    let first_bad = verdict.first_bad;
    assert_eq!(here["first_bad"], serde_json::to_value(&first_bad).unwrap());
    first_bad.map(|bad| bad.why)
}

on_both! {
    /// A-BOR-06: who did what and when stays, what it was about does not, and the chain is valid.
    async fn entries_lose_their_contents_and_keep_their_place(app: TestApp) {
        let (file, certificate) = destroyed_file(&app).await;
        assert_eq!(found(&app).await, None);
        let auditor = app.signed_in(AUDITOR).await;
        let trail = auditor.get(&format!("/audit-entries?resource_id={}", id(&file))).await.expect(200);
        let entries = trail["items"].as_array().unwrap();
        assert_eq!(entries[0]["action"], "client.destroyed");
        assert_eq!(entries[0]["resource"]["label"], certificate["client"]["number"]);
        let severed: Vec<_> = entries.iter().filter(|entry| !entry["severed_by"].is_null()).collect();
        assert_eq!(certificate["severed_entries"], json!(severed.len()));
        assert_eq!(severed.len() + 1, entries.len());
        for entry in &severed {
            assert_eq!(entry["severed_by"], certificate["id"], "{entry}");
            assert_eq!((&entry["resource"]["label"], &entry["changes"], &entry["reason"]), (&json!(""), &json!({}), &Value::Null));
            assert_ne!(entry["actor"]["name"], "");
        }
        assert!(severed.iter().any(|entry| entry["action"] == "client.updated"));
        let own = auditor.get(&format!("/audit-entries?resource_id={}", certificate["id"].as_str().unwrap())).await.expect(200);
        let own = own["items"].as_array().unwrap();
        let proof = own.iter().find(|entry| entry["action"] == "client-destruction.carried-out").unwrap();
        assert_eq!(proof["changes"]["severed.entries"][1], certificate["severed_entries"]);
        assert_eq!(proof["changes"]["content_sha256"][1], certificate["content_sha256"]);
    }

    /// An anchor that was kept before the destruction still holds after it.
    async fn an_anchor_from_before_still_proves(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let head = auditor.get("/audit-chain").await.expect(200);
        let after = json!({"sequence": head["sequence"], "hash": head["hash"]});
        let _ = destroyed(&app, &file).await;
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let found = auditor.post("/audit-chain/actions/verify", json!({"after": after})).await.expect(200);
        assert_eq!((&found["valid"], &found["complete"]), (&json!(true), &json!(true)), "{found}");
    }

    async fn whoever_alters_what_is_left_is_found(app: TestApp) {
        let (file, _) = destroyed_file(&app).await;
        tamper(&app, &format!("UPDATE audit_entry SET actor_name = '他人' WHERE action = 'client.updated' AND {}", of(&app, &file))).await;
        assert_eq!(found(&app).await, Some(Why::Unproven));
    }

    async fn whoever_writes_something_into_it_is_found(app: TestApp) {
        let (file, _) = destroyed_file(&app).await;
        tamper(&app, &format!("UPDATE audit_entry SET reason = '补记' WHERE action = 'client.updated' AND {}", of(&app, &file))).await;
        assert_eq!(found(&app).await, Some(Why::ContentAltered));
    }

    /// Under cover of a destruction that there was, an entry about something else is emptied.
    async fn whoever_severs_another_entry_is_found(app: TestApp) {
        let (_, certificate) = destroyed_file(&app).await;
        let by = match app.engine {
            tests::Engine::Postgres => format!("'{}'", certificate["id"].as_str().unwrap()),
            tests::Engine::Sqlite => format!("X'{}'", certificate["id"].as_str().unwrap().replace('-', "")),
        };
        tamper(&app, &format!(
            "UPDATE audit_entry SET resource_label = '', changes = '{{}}', personal_changes = '{{}}', reason = NULL, \
             severed_by = {by} WHERE sequence = 2"
        )).await;
        assert_eq!(found(&app).await, Some(Why::Unproven));
    }

    /// A second certificate would vouch for what was altered after the first.
    async fn whoever_adds_a_certificate_is_found(app: TestApp) {
        let (file, certificate) = destroyed_file(&app).await;
        let id: Uuid = certificate["id"].as_str().unwrap().parse().unwrap();
        let actor = kernel::access::Actor::system([], "test");
        let mut work = kernel::work::Work::begin(&app.app, &actor).await.unwrap();
        let about = kernel::audit::severed::About::default();
        let severed = kernel::audit::severed::sever(&work, id, &about).await.unwrap();
        let resource = kernel::audit::Resource::new("client-destruction", id, "DS");
        work.record(kernel::audit::Record::new("test.forged", resource).changes(severed.said()));
        work.commit_nothing().await.unwrap();
        app.seal().await;
        let _ = file;
        assert_eq!(found(&app).await, Some(Why::Unproven));
    }

    /// Who tried what is no content of the file, and stays.
    async fn refused_attempts_stay_as_they_were(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("绵阳涪城精工机械有限公司", &owner)).await;
        app.signed_in(tests::company::ADMINISTRATOR).await.get(&file).await.refuses(403, "PERMISSION_MISSING");
        let _ = destroyed(&app, &file).await;
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let tried = auditor.get(&format!("/audit-entries?resource_id={}&outcome=REFUSED", id(&file))).await.expect(200);
        assert_eq!(tried["items"][0]["resource"]["label"], "get_client", "{tried}");
        assert_eq!(tried["items"][0]["severed_by"], Value::Null);
        assert_eq!(found(&app).await, None);
    }

    /// Without its certificate nothing was severed lawfully.
    async fn whoever_forges_a_certificate_is_found(app: TestApp) {
        let (_, _) = destroyed_file(&app).await;
        tamper(&app, "UPDATE audit_entry SET changes = '{}' WHERE action = 'client-destruction.carried-out'").await;
        assert_eq!(found(&app).await, Some(Why::Unproven));
    }
}

fn of(app: &TestApp, file: &str) -> String {
    match app.engine {
        tests::Engine::Postgres => format!("resource_id = '{}'", id(file)),
        tests::Engine::Sqlite => format!("resource_id = X'{}'", id(file).simple()),
    }
}
