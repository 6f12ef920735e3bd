use super::{allowed, begun, each, institution, supervisor_and_owner, telephone};
use serde_json::{Value, json};
use tests::company::{
    AUDITOR, GROUP_BUY_SPECIALIST, INFORMATION_ADMINISTRATOR, OTHER_SALESPERSON, SALES_MANAGER,
    SERVICE_SPECIALIST,
};
use tests::{Caller, on_both};

fn new_client() -> Value {
    json!({"payload": {
        "name": "遂宁船山环保科技有限公司", "kind": "INSTITUTION", "industry": "环保",
        "telephone": telephone(),
    }, "note": "11 月 20 日展会上结识"})
}

async fn submitted(caller: &Caller, body: Value) -> String {
    let made = caller.post("/client-submissions", body).await.expect(201);
    format!("/client-submissions/{}", made["id"].as_str().unwrap())
}

/// What somebody is told of, newest first.
async fn told(caller: &Caller) -> Vec<String> {
    let page = caller.get("/notifications").await.expect(200);
    each(&page, "kind").into_iter().map(str::to_owned).collect()
}

on_both! {
    /// A-CLI-16, A-CLI-17: sales collects, the information administrator keys in.
    async fn what_sales_collected_becomes_a_file_of_theirs(app: TestApp) {
        let (_, seller) = supervisor_and_owner(&app).await;
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let path = submitted(&seller, new_client()).await;
        assert_eq!(told(&keeper).await, ["client-submission.submitted"]);
        let seen = keeper.get(&path).await.expect(200);
        assert_eq!(allowed(&seen, "accept"), (true, ""));
        assert_eq!(seen["submitted_by"]["id"], seller.id.to_string());
        let accepted = keeper.act_now(&path, "accept", json!({})).await.expect(200);
        assert_eq!(accepted["state"], "ACCEPTED");
        let id = accepted["client"]["id"].as_str().unwrap();
        let file = seller.get(&format!("/clients/{id}")).await.expect(200);
        assert_eq!(file["owner"]["id"], seller.id.to_string());
        assert_eq!(file["created_by"]["id"], keeper.id.to_string());
        assert_eq!(told(&seller).await, ["client-submission.accepted"]);
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let trail = format!("/audit-entries?resource_id={id}&action=client.submission-accepted");
        let entry = auditor.get(&trail).await.expect(200)["items"][0].clone();
        assert_eq!(entry["changes"]["collected_by"][1], seller.id.to_string(), "{entry}");
        keeper.act_now(&path, "accept", json!({})).await.refuses(409, "SUBMISSION_SETTLED");
    }

    /// A-CLI-08, A-CLI-14: what was proposed against an older version is compared first.
    async fn a_change_to_a_file_that_has_changed_is_compared_first(app: TestApp) {
        let (keeper, seller) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("资阳雁江车辆有限公司", &seller)).await;
        let id = file.trim_start_matches("/clients/");
        let body = json!({"client_id": id, "client_version": 1,
            "payload": {"address": "雁江区娇子大道二段 8 号", "traits": {"culture": "务实"}}});
        let path = submitted(&seller, body).await;
        let _ = keeper.patch_now(&file, json!({"industry": "汽车配件"})).await.expect(200);
        let seen = keeper.get(&path).await.expect(200);
        assert_eq!((&seen["conflict"], &seen["client"]["version"]), (&json!(true), &json!(2)));
        let fields: Vec<_> =
            seen["changes"].as_array().unwrap().iter().map(|c| c["field"].as_str().unwrap()).collect();
        assert_eq!(fields, ["address", "traits.culture"]);
        let refused = keeper.act_now(&path, "accept", json!({})).await;
        let problem = refused.refuses_by(409, "SUBMISSION_CONFLICT", "A-CLI-14");
        assert_eq!(problem["params"]["current_version"], "2");
        let compared = json!({"client_version": 2});
        let _ = keeper.act_now(&path, "accept", compared).await.expect(200);
        let after = keeper.get(&file).await.expect(200);
        assert_eq!((&after["industry"], &after["traits"]["culture"]), (&json!("汽车配件"), &json!("务实")));
        assert_eq!(after["version"], 3);
    }

    async fn a_submission_is_returned_with_a_reason_or_withdrawn(app: TestApp) {
        let (keeper, seller) = supervisor_and_owner(&app).await;
        let path = submitted(&seller, new_client()).await;
        let reason = json!({"reason": "请补充统一社会信用代码"});
        keeper.act_now(&path, "return", json!({"reason": " "})).await.points_at("/reason", "REQUIRED");
        let returned = keeper.act_now(&path, "return", reason.clone()).await.expect(200);
        assert_eq!(returned["decision_reason"], reason["reason"]);
        assert_eq!(told(&seller).await, ["client-submission.returned"]);
        app.clock.advance(chrono::Duration::seconds(1));
        let second = submitted(&seller, new_client()).await;
        keeper.act_now(&second, "withdraw", json!({})).await.refuses(409, "SUBMISSION_OF_ANOTHER");
        let etag = keeper.get(&second).await.etag();
        let _ = seller.act_now(&second, "withdraw", json!({})).await.expect(200);
        keeper.act(&format!("{second}/actions/accept"), &etag, json!({})).await.refuses(412, "STALE_VERSION");
        keeper.act_now(&second, "accept", json!({})).await.refuses(409, "SUBMISSION_SETTLED");
        let pending = seller.get("/client-submissions?state=PENDING").await.expect(200);
        assert_eq!(pending["items"], json!([]));
        let mine = seller.get("/client-submissions?state=RETURNED&state=WITHDRAWN").await.expect(200);
        assert_eq!(each(&mine, "state"), ["WITHDRAWN", "RETURNED"]);
    }

    /// A-CLI-16, A-CLI-17: the two duties are two people's, also where one holds both rights.
    async fn nobody_accepts_what_they_collected(app: TestApp) {
        let both = app.signed_in(GROUP_BUY_SPECIALIST).await;
        let path = submitted(&both, new_client()).await;
        let seen = both.get(&path).await.expect(200);
        assert_eq!(allowed(&seen, "accept"), (false, "SUBMISSION_OWN"));
        assert_eq!(allowed(&seen, "withdraw"), (true, ""));
        both.act_now(&path, "accept", json!({})).await.refuses_by(409, "SUBMISSION_OWN", "A-CLI-16");
        let (_, seller) = supervisor_and_owner(&app).await;
        let theirs = submitted(&seller, new_client()).await;
        seller.act_now(&theirs, "accept", json!({})).await.refuses(409, "SUBMISSION_OWN");
    }

    async fn submissions_exist_for_those_concerned_alone(app: TestApp) {
        let (keeper, seller) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("广安前锋钢构有限公司", &seller)).await;
        let id = file.trim_start_matches("/clients/");
        let change = json!({"client_id": id, "client_version": 1, "payload": {"postcode": "638000"}});
        let paths = [submitted(&seller, new_client()).await, submitted(&seller, change.clone()).await];
        let manager = app.signed_in(SALES_MANAGER).await;
        for path in &paths {
            let _ = manager.get(path).await.expect(200);
            for login in [OTHER_SALESPERSON, SERVICE_SPECIALIST] {
                let outsider = app.signed_in(login).await;
                outsider.get(path).await.refuses(404, "NOT_FOUND");
                outsider.act(&format!("{path}/actions/accept"), "\"1\"", json!({})).await.refuses(404, "NOT_FOUND");
                assert_eq!(outsider.get("/client-submissions").await.expect(200)["items"], json!([]));
            }
        }
        let other = app.signed_in(OTHER_SALESPERSON).await;
        other.post("/client-submissions", change).await.points_at("/client_id", "UNKNOWN_REFERENCE");
        let auditor = app.signed_in(AUDITOR).await;
        auditor.post("/client-submissions", new_client()).await.refuses_by(403, "PERMISSION_MISSING", "A-CLI-17");
        let two = keeper.get("/client-submissions?include_total=true&limit=1").await.expect(200);
        assert_eq!((&two["page"]["total"], &two["page"]["has_more"]), (&json!(2), &json!(true)));
        // The clearance of a file holds for what is submitted about it.
        let manager = app.signed_in(tests::company::SERVICE_MANAGER).await;
        tests::company::classify_for(&keeper, &file, &manager, "TOP_SECRET").await;
        seller.get(&paths[1]).await.refuses(404, "NOT_FOUND");
    }

    /// A-CLI-04: what supervision counts is the list of it, for each owner and in all; reading it is
    /// not settling it.
    async fn who_supervises_reads_what_waits(app: TestApp) {
        let (keeper, seller) = supervisor_and_owner(&app).await;
        let manager = app.signed_in(tests::company::SERVICE_MANAGER).await;
        let file = begun(&keeper, institution("达州宣汉能源有限公司", &seller)).await;
        let id = file.trim_start_matches("/clients/");
        let change = json!({"client_id": id, "client_version": 1, "payload": {"postcode": "636150"}});
        let paths = [submitted(&seller, new_client()).await, submitted(&seller, change).await];
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let _ = submitted(&other, new_client()).await;
        let to = json!({"owner_id": other.id, "reason": "片区调整"});
        let _ = keeper.act_now(&file, "hand-over", to).await.expect(200);
        let overview = manager.get("/client-oversight").await.expect(200);
        let count = |path: &str| {
            let (manager, path) = (manager.clone(), format!("/client-submissions?state=PENDING&include_total=true{path}"));
            async move { manager.get(&path).await.expect(200)["page"]["total"].clone() }
        };
        assert_eq!(overview["total"]["submissions_waiting"], count("").await);
        assert_eq!(count("").await, 3);
        for owner in overview["owners"].as_array().unwrap() {
            let of = format!("&owner_id={}", owner["owner"]["id"].as_str().unwrap());
            assert_eq!(owner["submissions_waiting"], count(&of).await, "{owner}");
        }
        for path in &paths {
            let seen = manager.get(path).await.expect(200);
            assert_eq!(allowed(&seen, "accept"), (false, "PERMISSION_MISSING"));
            manager.act_now(path, "accept", json!({})).await.refuses_by(403, "PERMISSION_MISSING", "A-CLI-16");
            let auditor = app.signed_in(AUDITOR).await;
            let _ = auditor.get(path).await.expect(200);
            auditor.act_now(path, "return", json!({"reason": "x"})).await.refuses(403, "PERMISSION_MISSING");
        }
    }

    async fn a_submission_is_checked_as_the_file_would_be(app: TestApp) {
        let (keeper, seller) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("眉山东坡泡菜有限公司", &seller)).await;
        let id = file.trim_start_matches("/clients/");
        let post = |body: Value| {
            let seller = seller.clone();
            async move { seller.post("/client-submissions", body).await }
        };
        post(json!({"payload": {"name": "甲"}})).await.points_at("/payload/kind", "REQUIRED");
        post(json!({"client_id": id, "client_version": 1, "payload": {"status": "MERGED"}})).await
            .points_at("/payload/status", "UNKNOWN_FIELD");
        post(json!({"client_id": id, "payload": {"postcode": "620010"}})).await
            .points_at("/client_version", "REQUIRED");
        post(json!({"client_id": id, "client_version": 1, "payload": {"name": "眉山东坡泡菜有限公司"}})).await
            .refuses_by(409, "SUBMISSION_EMPTY", "A-CLI-08");
    }
}
