//! Every refusal leads to somebody: who may, and one request to ask them.
use super::{allowed, begun, each, institution, supervisor_and_owner};
use serde_json::{Value, json};
use tests::company::{
    AUDITOR, INFORMATION_ADMINISTRATOR, OTHER_SALESPERSON, SERVICE_MANAGER, SERVICE_SPECIALIST,
};
use tests::{Caller, on_both};

fn names(asked: &Value) -> Vec<&str> {
    asked["people"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect()
}

async fn notices(caller: &Caller) -> Vec<Value> {
    caller.get("/notifications").await.expect(200)["items"].as_array().unwrap().clone()
}

on_both! {
    /// A-CLI-16: a salesperson keeps no file; those who do are named, and told when they are asked.
    async fn who_may_is_named_and_told_once(app: TestApp) {
        let (keeper, seller) = supervisor_and_owner(&app).await;
        let administrator = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let file = begun(&keeper, institution("宜宾长宁竹业有限公司", &seller)).await;
        let seen = seller.get(&file).await;
        assert_eq!(allowed(&seen.json(), "update"), (false, "PERMISSION_MISSING"));
        let ask = json!({"action": "update"});
        let tried = seller.act(&format!("{file}/actions/ask?dry_run=true"), &seen.etag(), ask.clone()).await.expect(200);
        assert_eq!(tried["permission"], "client.maintain");
        assert!(names(&tried).contains(&"杜欣怡") && names(&tried).contains(&"沈慧敏"), "{tried}");
        assert!(notices(&administrator).await.is_empty(), "a trial tells nobody");
        let asked = seller.act_now(&file, "ask", ask.clone()).await.expect(200);
        assert_eq!((names(&asked), asked["told"].as_u64()), (names(&tried), tried["told"].as_u64()));
        let told = notices(&administrator).await;
        assert_eq!((&told[0]["kind"], &told[0]["params"]["action"]), (&json!("client.asked"), &json!("update")));
        assert_eq!(told[0]["params"]["by"], seller.id.to_string());
        // Until it is read, once more changes nothing; afterwards it is asked again.
        assert_eq!(seller.act_now(&file, "ask", ask.clone()).await.expect(200)["told"], 0);
        assert_eq!(notices(&administrator).await.len(), 1);
        let _ = administrator.post("/notifications/actions/mark-read", json!({"all": true})).await.expect(200);
        assert_eq!(seller.act_now(&file, "ask", ask).await.expect(200)["told"], 1);
        assert_eq!(seller.get(&file).await.expect(200)["version"], 1, "the file is as it was");
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let id = file.trim_start_matches("/clients/");
        let trail = format!("/audit-entries?resource_id={id}&action=client.asked");
        assert_eq!(each(&auditor.get(&trail).await.expect(200), "action").len(), 2);
    }

    /// Only those are named to whom the right extends over this very file, at its level.
    async fn who_may_not_see_the_file_is_not_asked(app: TestApp) {
        let (keeper, _) = supervisor_and_owner(&app).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let file = begun(&keeper, institution("自贡大安盐业设备有限公司", &manager)).await;
        tests::company::classify_for(&keeper, &file, &manager, "TOP_SECRET").await;
        let asked = manager.act_now(&file, "ask", json!({"action": "update"})).await.expect(200);
        assert_eq!(names(&asked), ["沈慧敏"], "the others' clearance ends below");
        let outsider = app.signed_in(OTHER_SALESPERSON).await;
        outsider.act(&format!("{file}/actions/ask"), "\"2\"", json!({"action": "update"})).await.refuses(404, "NOT_FOUND");
    }

    async fn what_one_may_do_and_what_nobody_may_is_not_asked_for(app: TestApp) {
        let (keeper, seller) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("攀枝花东区钛业有限公司", &seller)).await;
        keeper.act_now(&file, "ask", json!({"action": "verify"})).await.refuses(409, "ASK_ONESELF");
        // The file is not marked: there is nothing that anybody could take off.
        let specialist = app.signed_in(SERVICE_SPECIALIST).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let seen = manager.get(&file).await.expect(200);
        assert_eq!(allowed(&seen, "clear-inferior"), (false, "CLIENT_INFERIOR_STATE"));
        manager.act_now(&file, "ask", json!({"action": "clear-inferior"})).await.refuses(409, "ASK_NOBODY");
        specialist.act_now(&file, "ask", json!({"action": "sell"})).await.points_at("/action", "NOT_IN_CHOICE");
        specialist.post(&format!("{file}/actions/ask"), json!({"action": "verify"})).await.refuses(428, "VERSION_REQUIRED");
    }
}
