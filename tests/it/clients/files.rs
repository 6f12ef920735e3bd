use super::{allowed, begun, institution, supervisor_and_owner, with};
use serde_json::json;
use tests::company::{
    GROUP_BUY_SPECIALIST, INFORMATION_ADMINISTRATOR, OTHER_SALESPERSON, SALESPERSON,
};
use tests::on_both;

on_both! {
    async fn a_file_is_begun_read_and_changed(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let made = keeper.post("/clients", institution("成都锦川机电设备有限公司", &owner)).await;
        let file = made.expect(201);
        assert_eq!(file["number"], "KH-20261123-0001");
        assert_eq!(made.header("location"), format!("/api/v1/clients/{}", file["id"].as_str().unwrap()));
        assert_eq!((made.etag(), &file["version"]), ("\"1\"".to_owned(), &json!(1)));
        assert_eq!((&file["state"], &file["tier"]), (&json!("POTENTIAL"), &json!("POTENTIAL")));
        assert_eq!((&file["level"], &file["status"]), (&json!("SECRET"), &json!("ACTIVE")));
        assert_eq!(file["owner"]["id"], owner.id.to_string());
        assert!(!file["department"]["name"].as_str().unwrap().is_empty(), "where its owner works");
        assert_eq!(file["verification_due_on"], "2027-03-31", "the end of the next quarter");
        let path = format!("/clients/{}", file["id"].as_str().unwrap());
        let patch = json!({"industry": null, "traits": {"culture": "务实"}, "employees": 120});
        let changed = keeper.patch(&path, &made.etag(), patch).await;
        assert_eq!(changed.etag(), "\"2\"");
        let body = owner.get(&path).await.expect(200);
        assert_eq!((&body["industry"], &body["employees"]), (&json!(null), &json!(120)));
        assert_eq!((&body["traits"]["culture"], &body["name"]), (&json!("务实"), &json!("成都锦川机电设备有限公司")));
        assert_eq!(changed.expect(200)["version"], 2);
        let second = keeper.post("/clients", institution("四川远大物流有限公司", &owner)).await;
        assert_eq!(second.expect(201)["number"], "KH-20261123-0002");
    }

    /// A-CLI-16, A-CLI-17, B-CRM-01.
    async fn sales_collects_but_does_not_keep_the_archive(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let own = institution("成都锦川机电设备有限公司", &owner);
        owner.post("/clients", own.clone()).await.refuses_by(403, "PERMISSION_MISSING", "A-CLI-16");
        let path = begun(&keeper, own).await;
        let refused = owner.patch_now(&path, json!({"industry": "物流"})).await;
        let problem = refused.refuses_by(403, "PERMISSION_MISSING", "A-CLI-16");
        assert_eq!(problem["escalation"], "client.maintain");
        let body = owner.get(&path).await.expect(200);
        assert_eq!(allowed(&body, "update"), (false, "PERMISSION_MISSING"));
        assert_eq!(allowed(&keeper.get(&path).await.expect(200), "update"), (true, ""));
    }

    /// B-CRM-01: every group-buy client has a file, begun by the specialist.
    async fn a_group_buy_clients_file_is_begun_by_the_specialist(app: TestApp) {
        let administrator = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let specialist = app.signed_in(GROUP_BUY_SPECIALIST).await;
        let body = with(institution("成都蜀味团餐有限公司", &specialist), &json!({"group_buy": true}));
        let refused = administrator.post("/clients", body.clone()).await;
        refused.refuses_by(403, "PERMISSION_MISSING", "B-CRM-01");
        let path = begun(&specialist, body).await;
        let _ = specialist.patch_now(&path, json!({"industry": "餐饮"})).await.expect(200);
        let turned = administrator.patch_now(&path, json!({"group_buy": false})).await;
        turned.refuses_by(403, "PERMISSION_MISSING", "B-CRM-01");
    }

    async fn what_is_wrong_is_pointed_at_and_nothing_is_kept(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        for (more, pointer, code) in [
            (json!({"name": ""}), "/name", "LENGTH"),
            (json!({"name": " 　"}), "/name", "REQUIRED"),
            (json!({"kind": "STATE"}), "/kind", "NOT_IN_CHOICE"),
            (json!({"credit_code": "91510100MA61X4K2XX"}), "/credit_code", "FORMAT"),
            (json!({"telephone": "不详"}), "/telephone", "FORMAT"),
            (json!({"website": "javascript:alert(1)"}), "/website", "FORMAT"),
            (json!({"founded_on": "2026-11-24"}), "/founded_on", "RANGE"),
            (json!({"employees": -1}), "/employees", "RANGE"),
            (json!({"assets": {"amount": "-1.00", "currency": "CNY"}}), "/assets", "RANGE"),
            (json!({"assets": {"amount": 1, "currency": "CNY"}}), "/assets/amount", "WRONG_TYPE"),
            (json!({"traits": {"culture": "长".repeat(4001)}}), "/traits/culture", "LENGTH"),
            (json!({"traits": {"colour": "蓝"}}), "/traits/colour", "UNKNOWN_FIELD"),
            (json!({"owner_id": uuid::Uuid::nil()}), "/owner_id", "UNKNOWN_REFERENCE"),
            (json!({"level": "TOP_SECRET"}), "/level", "UNKNOWN_FIELD"),
            (json!({"analysis": "a\u{0}b"}), "/analysis", "CONTROL_CHARACTER"),
            (json!({"tags": ["月结", "月结"]}), "/tags", "DUPLICATE"),
        ] {
            let body = with(institution("成都锦川机电设备有限公司", &owner), &more);
            keeper.post("/clients", body).await.points_at(pointer, code);
        }
        let list = keeper.get("/clients?include_total=true").await.expect(200);
        assert_eq!(list["page"]["total"], 0);
        let next = keeper.post("/clients", institution("成都锦川机电设备有限公司", &owner)).await;
        assert_eq!(next.expect(201)["number"], "KH-20261123-0001", "no number was used up");
    }

    async fn a_stale_version_changes_nothing(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let _ = keeper.patch(&path, "\"1\"", json!({"industry": "物流"})).await.expect(200);
        let stale = keeper.patch(&path, "\"1\"", json!({"industry": "餐饮"})).await;
        assert_eq!(stale.refuses(412, "STALE_VERSION")["current_version"], 2);
        assert_eq!(keeper.get(&path).await.expect(200)["industry"], "物流");
        let same = keeper.patch(&path, "\"2\"", json!({"industry": "物流"})).await.expect(200);
        assert_eq!(same["version"], 2, "what changes nothing makes no version");
    }

    async fn a_repeated_key_begins_one_file(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let body = institution("成都锦川机电设备有限公司", &owner);
        let first = keeper.post_with_key("/clients", "k-1", &body).await;
        let again = keeper.post_with_key("/clients", "k-1", &body).await;
        assert_eq!(first.expect(201), again.expect(201));
        assert_eq!(again.header("idempotent-replayed"), "true");
        assert_eq!(keeper.get("/clients?include_total=true").await.expect(200)["page"]["total"], 1);
    }

    async fn a_file_out_of_reach_or_above_clearance_is_not_there(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let stranger = app.signed_in(OTHER_SALESPERSON).await;
        let missing = stranger.get(&format!("/clients/{}", uuid::Uuid::nil())).await;
        let hidden = stranger.get(&path).await;
        let without_id = |mut body: serde_json::Value| { body["request_id"] = json!(null); body };
        assert_eq!(without_id(missing.expect(404)), without_id(hidden.expect(404)));
        let _ = stranger.patch(&path, "\"1\"", json!({"industry": "物流"})).await.refuses(404, "NOT_FOUND");
        let specialist = app.signed_in(tests::company::SERVICE_SPECIALIST).await;
        let _ = specialist.get(&path).await.expect(200);
        let manager = app.signed_in(tests::company::SALES_MANAGER).await;
        tests::company::classify_for(&keeper, &path, &manager, "CONFIDENTIAL").await;
        let _ = specialist.get(&path).await.refuses(404, "NOT_FOUND");
        assert_eq!(specialist.get("/clients").await.expect(200)["items"], json!([]));
        assert_eq!(specialist.get("/clients?level=CONFIDENTIAL").await.expect(200)["items"], json!([]));
    }

    /// A-CLI-02, A-CLI-05.
    async fn completeness_says_what_is_missing(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let bare = keeper.get(&path).await.expect(200);
        assert_eq!((&bare["compliant"], &bare["completeness"]["percent"]), (&json!(false), &json!(9)));
        let missing = bare["completeness"]["missing"].as_array().unwrap();
        assert_eq!(missing.len(), 37);
        assert!(missing.contains(&json!("key_persons")) && !missing.contains(&json!("trading_since")));
        let _ = keeper.patch_now(&path, json!({"analysis": "成长快", "purchase_procedure": "三方比价"})).await.expect(200);
        assert_eq!(keeper.get(&path).await.expect(200)["completeness"]["percent"], 14);
    }

    async fn the_trail_tells_who_changed_what(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let _ = keeper.patch_now(&path, json!({"traits": {"culture": "务实"}})).await.expect(200);
        app.seal().await;
        let auditor = app.signed_in(tests::company::AUDITOR).await;
        let id = path.rsplit('/').next().unwrap();
        let trail = auditor.get(&format!("/audit-entries?resource_id={id}")).await.expect(200);
        let items = trail["items"].as_array().unwrap();
        let changed = items.iter().find(|entry| entry["action"] == "client.updated").unwrap();
        assert_eq!(changed["changes"]["traits.culture"], json!([null, "务实"]));
        assert_eq!(changed["actor"]["id"], keeper.id.to_string());
    }

    async fn whoever_begins_a_file_owns_it_unless_another_is_named(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let sales = app.signed_in(SALESPERSON).await;
        let mut body = institution("成都锦川机电设备有限公司", &sales);
        body.as_object_mut().unwrap().remove("owner_id");
        let file = keeper.post("/clients", body).await.expect(201);
        assert_eq!(file["owner"]["id"], keeper.id.to_string());
    }
}
