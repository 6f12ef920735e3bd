use super::{allowed, begun, institution, supervisor_and_owner, with};
use serde_json::{Value, json};
use tests::company::{OTHER_SALESPERSON, SALES_MANAGER, SERVICE_MANAGER, SERVICE_SPECIALIST};
use tests::{Caller, TestApp, on_both};

fn tier(tier: &str) -> Value {
    json!({
        "tier": tier, "purchase_scale": "年采购约 120 万元", "cooperation_frequency": "每月 2 至 3 单",
        "potential_value": "二期厂房明年投产", "reason": "年度分级评审",
    })
}

/// A person's file with a complete basic archive.
async fn compliant(keeper: &Caller, owner: &Caller) -> String {
    let mut body = institution("陈桂兰", owner);
    body["kind"] = json!("INDIVIDUAL");
    begun(keeper, body).await
}

async fn one_file(app: &TestApp) -> (Caller, Caller, String) {
    let (keeper, owner) = supervisor_and_owner(app).await;
    let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
    (keeper, owner, path)
}

on_both! {
    /// A-CLI-10, A-CLI-11.
    async fn a_verified_file_is_due_again_in_the_next_quarter(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = compliant(&keeper, &owner).await;
        app.clock.advance(chrono::Duration::days(60));
        let keeper = app.signed_in(tests::company::INFORMATION_SUPERVISOR).await;
        let file = keeper.act_now(&path, "verify", json!({"result": "CONFIRMED"})).await.expect(200);
        assert_eq!(file["verification_due_on"], "2027-06-30");
        assert_eq!(file["last_verified_at"], "2027-01-22T02:00:00Z");
        let without_note = keeper.act_now(&path, "verify", json!({"result": "DISCREPANCY", "note": " "})).await;
        without_note.refuses_by(422, "CLIENT_NOTE_REQUIRED", "A-CLI-10");
        app.clock.advance(chrono::Duration::days(90));
        let keeper = app.signed_in(tests::company::INFORMATION_SUPERVISOR).await;
        let differs = json!({"result": "DISCREPANCY", "note": "地址与营业执照不符"});
        let open = keeper.act_now(&path, "verify", differs).await.expect(200);
        assert_eq!(open["verification_due_on"], "2027-06-30", "a discrepancy settles nothing");
        let history = keeper.get(&format!("{path}/verifications")).await.expect(200);
        let items = history["items"].as_array().unwrap();
        assert_eq!((items.len(), &items[0]["result"]), (2, &json!("DISCREPANCY")));
        assert_eq!(items[1]["due_on"], "2027-03-31");
        assert_eq!(items[1]["verified_by"]["id"], keeper.id.to_string());
    }

    /// A-CLI-02.
    async fn a_file_with_gaps_in_its_basic_archive_is_not_found_in_order(app: TestApp) {
        let (keeper, _, path) = one_file(&app).await;
        let refused = keeper.act_now(&path, "verify", json!({"result": "CONFIRMED"})).await;
        let problem = refused.refuses_by(409, "CLIENT_BASIC_INCOMPLETE", "A-CLI-02");
        assert!(problem["params"]["missing"].as_str().unwrap().contains("assets"), "{problem}");
        let adjusted = json!({"result": "ADJUSTED", "note": "补充了邮编"});
        let _ = keeper.act_now(&path, "verify", adjusted).await.expect(200);
    }

    async fn a_dry_run_checks_everything_and_changes_nothing(app: TestApp) {
        let (keeper, _, path) = one_file(&app).await;
        let dry = format!("{path}/actions/change-state?dry_run=true");
        let body = json!({"state": "IN_THE_MAKING", "reason": "已报价"});
        assert_eq!(keeper.act(&dry, "\"1\"", body.clone()).await.expect(200)["state"], "IN_THE_MAKING");
        assert_eq!(keeper.get(&path).await.expect(200)["state"], "POTENTIAL");
        let far = json!({"state": "EXISTING", "reason": "已报价"});
        let _ = keeper.act(&dry, "\"1\"", far).await.refuses_by(409, "CLIENT_STATE_MOVE", "A-CLI-29");
        let _ = keeper.act(&dry, "\"2\"", body).await.refuses(412, "STALE_VERSION");
    }

    /// A-CLI-29.
    async fn a_client_is_won_step_by_step(app: TestApp) {
        let (keeper, _, path) = one_file(&app).await;
        let to = |state: &str| json!({"state": state, "reason": "进展"});
        let _ = keeper.act_now(&path, "change-state", to("IN_THE_MAKING")).await.expect(200);
        let won = keeper.act_now(&path, "change-state", to("EXISTING")).await.expect(200);
        assert_eq!(won["trading_since"], "2026-11-23");
        let refused = keeper.act_now(&path, "change-state", to("POTENTIAL")).await;
        refused.refuses_by(409, "CLIENT_STATE_MOVE", "A-CLI-29");
        let reasonless = json!({"state": "IN_THE_MAKING", "reason": "  "});
        keeper.act_now(&path, "change-state", reasonless).await.points_at("/reason", "REQUIRED");
    }

    /// B-CRM-04, B-CRM-05, B-CRM-07, B-CRM-08.
    async fn a_tier_needs_grounds_a_fit_owner_and_a_service_plan(app: TestApp) {
        let (keeper, _, path) = one_file(&app).await;
        keeper.act_now(&path, "change-tier", tier("GOLD")).await.points_at("/tier", "NOT_IN_CHOICE");
        let general = keeper.act_now(&path, "change-tier", tier("GENERAL")).await.expect(200);
        assert_eq!(general["tier_basis"]["purchase_scale"], "年采购约 120 万元");
        let unfit = keeper.act_now(&path, "change-tier", tier("KEY")).await;
        unfit.refuses_by(409, "CLIENT_OWNER_UNFIT", "B-CRM-07");
        let manager = app.signed_in(SALES_MANAGER).await;
        let to = json!({"owner_id": manager.id, "reason": "升级为重点客户"});
        let _ = keeper.act_now(&path, "hand-over", to).await.expect(200);
        let unplanned = keeper.act_now(&path, "change-tier", tier("KEY")).await;
        unplanned.refuses_by(409, "CLIENT_SERVICE_PLAN_MISSING", "B-CRM-07");
        let _ = keeper.patch_now(&path, json!({"service_plan": "季度走访,专人跟单"})).await.expect(200);
        // Decisions are listed by their time.
        app.clock.advance(chrono::Duration::minutes(1));
        let _ = keeper.act_now(&path, "change-tier", tier("KEY")).await.expect(200);
        let cleared = keeper.patch_now(&path, json!({"service_plan": null})).await;
        cleared.refuses_by(409, "CLIENT_SERVICE_PLAN_MISSING", "B-CRM-07");
        let decided = keeper.get(&format!("{path}/tier-decisions")).await.expect(200);
        let tiers: Vec<_> = decided["items"].as_array().unwrap().iter().map(|d| &d["to_tier"]).collect();
        assert_eq!(tiers, ["KEY", "GENERAL"]);
    }

    async fn a_client_is_handed_over_with_a_reason_and_a_history(app: TestApp) {
        let (keeper, owner, path) = one_file(&app).await;
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let _ = other.get(&path).await.refuses(404, "NOT_FOUND");
        let to = json!({"owner_id": other.id, "reason": "原负责人调岗"});
        let file = keeper.act_now(&path, "hand-over", to.clone()).await.expect(200);
        assert_eq!(file["owner"]["id"], other.id.to_string());
        let _ = owner.get(&path).await.refuses(404, "NOT_FOUND");
        let _ = other.get(&path).await.expect(200);
        let told = other.get("/notifications").await.expect(200);
        assert_eq!(told["items"][0]["kind"], "client.handed-over");
        let again = keeper.act_now(&path, "hand-over", to).await;
        again.refuses_by(409, "CLIENT_UNCHANGED", "A-CLI-01");
        let history = keeper.get(&format!("{path}/hand-overs")).await.expect(200);
        let first = &history["items"][0];
        assert_eq!((&first["from"]["id"], &first["to"]["id"]), (&json!(owner.id), &json!(other.id)));
        assert_eq!(first["reason"], "原负责人调岗");
    }

    /// A-CLI-18.
    async fn nobody_is_made_the_owner_of_a_file_they_may_not_read(app: TestApp) {
        let (keeper, _, path) = one_file(&app).await;
        // Nor does anybody stay one.
        let level = json!({"level": "CONFIDENTIAL", "reason": "重要业务往来"});
        let refused = keeper.act_now(&path, "classify", level).await;
        refused.refuses_by(409, "CLIENT_OWNER_LOSES_SIGHT", "A-CLI-18");
        let manager = app.signed_in(SALES_MANAGER).await;
        tests::company::classify_for(&keeper, &path, &manager, "CONFIDENTIAL").await;
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let to = json!({"owner_id": other.id, "reason": "原负责人调岗"});
        let refused = keeper.act_now(&path, "hand-over", to).await;
        refused.refuses_by(409, "CLIENT_OWNER_WITHOUT_ACCESS", "A-CLI-18");
        let cashier = app.signed_in("maoyuting").await;
        let foreign = with(institution("四川远大物流有限公司", &cashier), &json!({}));
        keeper.post("/clients", foreign).await.refuses(409, "CLIENT_OWNER_WITHOUT_ACCESS");
    }

    async fn a_right_that_is_missing_stops_every_action(app: TestApp) {
        let (keeper, owner, path) = one_file(&app).await;
        for (action, body) in [
            ("verify", json!({"result": "CONFIRMED"})),
            ("hand-over", json!({"owner_id": owner.id, "reason": "调岗"})),
            ("change-state", json!({"state": "IN_THE_MAKING", "reason": "进展"})),
            ("change-tier", tier("GENERAL")),
            ("classify", json!({"level": "TOP_SECRET", "reason": "重要"})),
            ("confirm-inferior", json!({})),
            ("clear-inferior", json!({"reason": "误报"})),
            ("merge", json!({"from_id": uuid::Uuid::nil(), "from_version": 1, "reason": "重复"})),
        ] {
            let _ = owner.act_now(&path, action, body).await.refuses(403, "PERMISSION_MISSING");
            let file = owner.get(&path).await.expect(200);
            assert_eq!(allowed(&file, action), (false, "PERMISSION_MISSING"), "{action}");
        }
        assert_eq!(keeper.get(&path).await.expect(200)["version"], 1);
    }

    async fn a_level_is_never_set_above_ones_own(app: TestApp) {
        let (keeper, _, path) = one_file(&app).await;
        let same = json!({"level": "SECRET", "reason": "复核"});
        keeper.act_now(&path, "classify", same).await.refuses(409, "CLIENT_UNCHANGED");
        let manager = app.signed_in(SERVICE_MANAGER).await;
        tests::company::classify_for(&manager, &path, &manager, "TOP_SECRET").await;
        assert_eq!(manager.get(&path).await.expect(200)["level"], "TOP_SECRET");
        let specialist = app.signed_in(SERVICE_SPECIALIST).await;
        let _ = specialist.get(&path).await.refuses(404, "NOT_FOUND");
    }
}
