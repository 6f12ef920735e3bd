//! What holds for every action: it can be tried, and where it draws a number, it can be repeated.
use serde_json::{Value, json};
use tests::company::{
    ADMINISTRATOR, AUDITOR, INFORMATION_SUPERVISOR, SALESPERSON, SERVICE_MANAGER, client,
};
use tests::{Caller, TestApp, on_both};

/// Try an action on a record, and carry it out; the record before, after the trial and after the act.
async fn tried(caller: &Caller, path: &str, action: &str, body: Value) -> [Value; 3] {
    let before = caller.get(path).await;
    let act = format!("{path}/actions/{action}");
    let trial = caller.act(&format!("{act}?dry_run=true"), &before.etag(), body.clone()).await;
    assert!(trial.status.is_success(), "{action}: {}", trial.text);
    let after = caller.get(path).await;
    assert_eq!(after.etag(), before.etag(), "{action}");
    let done = caller.act(&act, &after.etag(), body).await;
    assert!(done.status.is_success(), "{action}: {}", done.text);
    [before.expect(200), after.expect(200), caller.get(path).await.expect(200)]
}

async fn a_file(app: &TestApp) -> (Caller, Caller, String) {
    let (keeper, owner) =
        (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
    let made =
        keeper.post("/clients", client("成都锦程精密机械有限公司", &owner)).await.expect(201);
    (keeper, owner, format!("/clients/{}", made["id"].as_str().unwrap()))
}

on_both! {
    async fn an_action_that_is_tried_changes_nothing_and_leaves_no_trace(app: TestApp) {
        let (keeper, owner, file) = a_file(&app).await;
        let contact = keeper.post(&format!("{file}/contacts"), json!({"name": "周建国"})).await.expect(201);
        let contact = format!("{file}/contacts/{}", contact["id"].as_str().unwrap());
        let proposed = json!({"payload": {"name": "德阳重装配套厂", "kind": "INSTITUTION"}});
        let submission = owner.post("/client-submissions", proposed).await.expect(201);
        let submission = format!("/client-submissions/{}", submission["id"].as_str().unwrap());
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let given = json!({"given_to": owner.id, "client_id": file.rsplit('/').next().unwrap(), "instruction": "请补齐资质"});
        let given = manager.post("/client-instructions", given).await.expect(201);
        let given = format!("/client-instructions/{}", given["id"].as_str().unwrap());
        let administrator = app.signed_in(ADMINISTRATOR).await;
        let person = format!("/people/{}", owner.id);
        let reason = || json!({"reason": "录入错误"});
        for (caller, path, action, body) in [
            (&keeper, &contact, "remove", reason()),
            (&keeper, &submission, "accept", json!({})),
            (&owner, &given, "confirm", json!({"note": "已补齐"})),
            (&administrator, &person, "disable", reason()),
            (&administrator, &person, "enable", reason()),
        ] {
            app.seal().await;
            let [before, trial, done] = tried(caller, path, action, body).await;
            assert_eq!(before, trial, "{action}");
            assert_ne!(before, done, "{action}");
        }
        // One act of each in the trail, none of the trials; and no number was used up for nothing
        // that anybody could see.
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        for act in ["person.disabled", "person.enabled", "client.contact-removed", "client-submission.accepted"] {
            let told = auditor.get(&format!("/audit-entries?action={act}")).await.expect(200);
            assert_eq!(told["items"].as_array().unwrap().len(), 1, "{act}");
        }
        assert_eq!(keeper.get("/clients?include_total=true").await.expect(200)["page"]["total"], 2);
    }

    async fn a_trial_is_known_on_actions_alone_and_is_yes_or_no(app: TestApp) {
        let (keeper, owner, file) = a_file(&app).await;
        let trial = |path: &str| format!("{path}?dry_run=true");
        let body = client("绵阳中谷仪表有限公司", &owner);
        keeper.post(&trial("/clients"), body).await.refuses(400, "UNKNOWN_PARAMETER");
        keeper.patch(&trial(&file), "\"1\"", json!({})).await.refuses(400, "UNKNOWN_PARAMETER");
        let perhaps = format!("{file}/actions/verify?dry_run=perhaps");
        keeper.act(&perhaps, "\"1\"", json!({})).await.refuses(400, "INVALID_PARAMETER");
        // A key that was only tried with is still free.
        let step = json!({"state": "IN_THE_MAKING", "reason": "已报价"});
        let act = format!("{file}/actions/change-state");
        for path in [trial(&act), act] {
            let request = keeper.request(reqwest::Method::POST, &path).header("If-Match", "\"1\"");
            let answer = tests::app::send(request.header("Idempotency-Key", "one").json(&step)).await;
            assert_eq!(answer.expect(200)["state"], "IN_THE_MAKING");
            assert_ne!(answer.header("idempotent-replayed"), "true");
        }
        assert_eq!(keeper.get(&file).await.expect(200)["version"], 2);
    }

    /// The API's convention: a key is required where a number series moves.
    async fn what_draws_a_number_asks_for_a_key(app: TestApp) {
        let (keeper, owner, _) = a_file(&app).await;
        let proposed = json!({"payload": {"name": "德阳重装配套厂", "kind": "INSTITUTION"}});
        let submission = owner.post("/client-submissions", proposed).await.expect(201);
        let accept = format!("/client-submissions/{}/actions/accept", submission["id"].as_str().unwrap());
        for (path, body) in [
            ("/clients", client("绵阳中谷仪表有限公司", &owner)),
            ("/clients/actions/import", json!({})),
            (accept.as_str(), json!({})),
        ] {
            let request = keeper.request(reqwest::Method::POST, path).header("If-Match", "\"1\"");
            tests::app::send(request.json(&body)).await.refuses(400, "IDEMPOTENCY_KEY_REQUIRED");
        }
        // Who may not, hears that first.
        let nobody = app.anonymous();
        tests::app::send(nobody.request(reqwest::Method::POST, "/clients").json(&json!({}))).await
            .refuses(401, "NOT_AUTHENTICATED");
    }
}
