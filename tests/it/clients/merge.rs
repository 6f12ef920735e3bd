use super::{allowed, begun, each, institution, supervisor_and_owner, with};
use serde_json::{Value, json};
use tests::company::{SERVICE_MANAGER, classify_for};
use tests::{Caller, TestApp, on_both};

fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

fn from(path: &str) -> Value {
    json!({"from_id": id(path), "from_version": 1, "reason": "同一公司重复建档"})
}

fn code() -> String {
    kernel::text::credit_code::with_check_digit("91510100MA61X4K2").unwrap()
}

/// Two files of one client; the second has more in it.
async fn two(app: &TestApp) -> (Caller, String, String) {
    let (keeper, owner) = supervisor_and_owner(app).await;
    let first = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
    let more = json!({
        "credit_code": code(), "website": "www.jinchuan.example.com", "tags": ["月结"],
        "traits": {"culture": "务实"}, "industry": "仪器仪表",
    });
    let second = begun(&keeper, with(institution("锦川成都机电公司", &owner), &more)).await;
    (keeper, first, second)
}

on_both! {
    /// A-CLI-14: one authoritative file.
    async fn two_files_become_one_and_neither_is_lost(app: TestApp) {
        let (keeper, first, second) = two(&app).await;
        let contact = json!({"name": "周建国", "position": "采购经理", "is_key_person": true});
        let _ = keeper.post(&format!("{second}/contacts"), contact).await.expect(201);
        let whole = keeper.act_now(&first, "merge", from(&second)).await.expect(200);
        assert_eq!((&whole["credit_code"], &whole["traits"]["culture"]), (&json!(code()), &json!("务实")));
        assert_eq!((&whole["industry"], &whole["tags"]), (&json!("机械制造"), &json!(["月结"])));
        let missing = whole["completeness"]["missing"].as_array().unwrap();
        assert!(!missing.contains(&json!("contacts")), "the contact came along");
        let people = keeper.get(&format!("{first}/contacts")).await.expect(200);
        assert_eq!(each(&people, "name"), ["周建国"]);
        let gone = keeper.get(&second).await.expect(200);
        assert_eq!((&gone["status"], &gone["merged_into_id"]), (&json!("MERGED"), &json!(id(&first))));
        assert_eq!(gone["name"], "锦川成都机电公司");
        assert_eq!(allowed(&gone, "update"), (false, "CLIENT_MERGED"));
        keeper.patch_now(&second, json!({"industry": "物流"})).await.refuses(409, "CLIENT_MERGED");
        let listed = keeper.get("/clients").await.expect(200);
        assert_eq!(each(&listed, "id"), [id(&first)]);
        let merged = keeper.get("/clients?status=MERGED").await.expect(200);
        assert_eq!(each(&merged, "id"), [id(&second)]);
        let by_contact = keeper.get("/clients?q=周建国").await.expect(200);
        assert_eq!(each(&by_contact, "id"), [id(&first)]);
    }

    async fn what_was_decided_about_either_is_shown_with_the_one(app: TestApp) {
        let (keeper, first, second) = two(&app).await;
        let verified = json!({"result": "ADJUSTED", "note": "补充网址"});
        let _ = keeper.act_now(&second, "verify", verified).await.expect(200);
        let body = with(from(&second), &json!({"from_version": 2}));
        let _ = keeper.act_now(&first, "merge", body).await.expect(200);
        let history = keeper.get(&format!("{first}/verifications")).await.expect(200);
        assert_eq!(each(&history, "client_id"), [id(&second)]);
    }

    async fn what_was_asked_of_the_owner_comes_along(app: TestApp) {
        let (keeper, first, second) = two(&app).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let owner = app.signed_in(tests::company::SALESPERSON).await;
        let body = json!({"given_to": owner.id, "client_id": id(&second), "instruction": "请补齐资质"});
        let given = manager.post("/client-instructions", body).await.expect(201);
        let _ = keeper.act_now(&first, "merge", from(&second)).await.expect(200);
        let path = format!("/client-instructions/{}", given["id"].as_str().unwrap());
        assert_eq!(owner.get(&path).await.expect(200)["client"]["id"], id(&first));
        let about = owner.get(&format!("/client-instructions?client_id={}", id(&first))).await.expect(200);
        assert_eq!(each(&about, "id"), [given["id"].as_str().unwrap()]);
    }

    async fn the_higher_level_and_an_inferior_mark_come_along(app: TestApp) {
        let (keeper, first, second) = two(&app).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        classify_for(&keeper, &second, &manager, "TOP_SECRET").await;
        let body = with(from(&second), &json!({"from_version": 3}));
        // A-CLI-18: whose client it is has to be cleared for what comes along.
        keeper.act_now(&first, "merge", body.clone()).await.refuses_by(409, "CLIENT_OWNER_LOSES_SIGHT", "A-CLI-18");
        let to = json!({"owner_id": manager.id, "reason": "提升密级前移交"});
        let _ = keeper.act_now(&first, "hand-over", to).await.expect(200);
        let whole = keeper.act_now(&first, "merge", body).await.expect(200);
        assert_eq!(whole["level"], "TOP_SECRET");
        let administrator = app.signed_in(tests::company::INFORMATION_ADMINISTRATOR).await;
        let _ = administrator.get(&first).await.refuses(404, "NOT_FOUND");
    }

    /// B-CRM-04, B-CRM-05, A-CLI-29: what was decided about the client is not lost with one of the files.
    async fn tier_and_state_of_the_better_known_file_come_along(app: TestApp) {
        let (keeper, first, second) = two(&app).await;
        let manager = app.signed_in(tests::company::SALES_MANAGER).await;
        let to = json!({"owner_id": manager.id, "reason": "重点客户由经理维护"});
        let _ = keeper.act_now(&second, "hand-over", to.clone()).await.expect(200);
        let _ = keeper.patch_now(&second, json!({"service_plan": "每月拜访一次"})).await.expect(200);
        let step = json!({"state": "IN_THE_MAKING", "reason": "已报价"});
        let _ = keeper.act_now(&second, "change-state", step).await.expect(200);
        let tier = json!({"tier": "KEY", "purchase_scale": "年采购 300 万元", "cooperation_frequency": "每月",
            "potential_value": "二期投产", "reason": "年度评审"});
        let second_file = keeper.act_now(&second, "change-tier", tier).await.expect(200);
        let body = with(from(&second), &json!({"from_version": second_file["version"]}));
        // B-CRM-07: whose client it becomes has to be fit for it.
        keeper.act_now(&first, "merge", body.clone()).await.refuses_by(409, "CLIENT_OWNER_UNFIT", "B-CRM-07");
        let _ = keeper.act_now(&first, "hand-over", to).await.expect(200);
        let whole = keeper.act_now(&first, "merge", body).await.expect(200);
        assert_eq!((&whole["tier"], &whole["state"]), (&json!("KEY"), &json!("IN_THE_MAKING")));
        assert_eq!(whole["tier_basis"]["purchase_scale"], "年采购 300 万元");
        assert_eq!(whole["service_plan"], "每月拜访一次");
        let tiers = keeper.get(&format!("{first}/tier-decisions")).await.expect(200);
        assert_eq!(tiers["items"][0]["reason"], "同一公司重复建档");
        let told = keeper.get(&format!("{first}/timeline?limit=50")).await.text;
        for act in ["client.tier-changed", "client.state-changed", "client.merged"] {
            assert!(told.contains(act), "{act}: {told}");
        }
    }

    /// B-CRM-07 to B-CRM-09: the days since the last contact are the client's, not a file's.
    async fn the_last_talk_comes_along_and_an_order_stands_once(app: TestApp) {
        let (keeper, first, second) = two(&app).await;
        let talk = |at: &str| json!({"occurred_at": at, "channel": "TELEPHONE", "summary": "确认交期"});
        let buy = |product: &str| json!({"product": product, "occurred_on": "2026-10-08", "order_number": "DD-1008",
            "amount": {"amount": "12800.00", "currency": "CNY"}});
        for (path, at, product) in [(&first, "2026-09-01T02:00:00Z", "配电柜"), (&second, "2026-11-20T02:00:00Z", "配电箱")] {
            let _ = keeper.post(&format!("{path}/interactions"), talk(at)).await.expect(201);
            let _ = keeper.post(&format!("{path}/purchases"), buy(product)).await.expect(201);
        }
        let version = keeper.get(&second).await.expect(200)["version"].clone();
        let body = with(from(&second), &json!({"from_version": version}));
        let whole = keeper.act_now(&first, "merge", body).await.expect(200);
        assert_eq!(whole["last_contact_at"], "2026-11-20T02:00:00Z");
        let bought = keeper.get(&format!("{first}/purchases")).await.expect(200);
        assert_eq!(each(&bought, "product"), ["配电柜"]);
        let all = keeper.get(&format!("{first}/purchases?include_removed=true")).await.expect(200);
        let removed = all["items"].as_array().unwrap().iter().find(|row| row["product"] == "配电箱").unwrap();
        assert!(removed["removed"]["reason"].as_str().unwrap().contains("同一订单"), "{removed}");
    }

    /// B-CRM-01: a group-buy client keeps an archive of its own.
    async fn the_file_of_a_group_buy_client_is_the_one_that_remains(app: TestApp) {
        let (keeper, first, _) = two(&app).await;
        let specialist = app.signed_in(tests::company::GROUP_BUY_SPECIALIST).await;
        let own = with(institution("成都天府团购有限公司", &specialist), &json!({"group_buy": true}));
        let group = begun(&specialist, own).await;
        keeper.act_now(&first, "merge", from(&group)).await.refuses_by(409, "CLIENT_GROUP_BUY_REMAINS", "B-CRM-01");
        let whole = keeper.act_now(&group, "merge", from(&first)).await.expect(200);
        assert_eq!(whole["group_buy"], true);
    }

    async fn a_file_that_follows_is_always_one_step_away(app: TestApp) {
        let (keeper, first, second) = two(&app).await;
        let owner = app.signed_in(tests::company::SALESPERSON).await;
        let third = begun(&keeper, institution("四川远大物流有限公司", &owner)).await;
        let _ = keeper.act_now(&second, "merge", from(&third)).await.expect(200);
        let body = with(from(&second), &json!({"from_version": 2}));
        let _ = keeper.act_now(&first, "merge", body).await.expect(200);
        assert_eq!(keeper.get(&third).await.expect(200)["merged_into_id"], id(&first));
    }

    async fn a_merge_that_makes_no_sense_is_refused_and_changes_nothing(app: TestApp) {
        let (keeper, first, second) = two(&app).await;
        keeper.act_now(&first, "merge", from(&first)).await.refuses(409, "CLIENT_SAME_FILE");
        let nowhere = with(from(&second), &json!({"from_id": uuid::Uuid::nil()}));
        keeper.act_now(&first, "merge", nowhere).await.points_at("/from_id", "UNKNOWN_REFERENCE");
        let stale = with(from(&second), &json!({"from_version": 7}));
        keeper.act_now(&first, "merge", stale).await.refuses(412, "STALE_VERSION");
        let owner = app.signed_in(tests::company::SALESPERSON).await;
        let person = with(institution("陈桂兰", &owner), &json!({"kind": "INDIVIDUAL"}));
        let person = begun(&keeper, person).await;
        keeper.act_now(&first, "merge", from(&person)).await.refuses(409, "CLIENT_KINDS_DIFFER");
        let dry = format!("{first}/actions/merge?dry_run=true");
        let tried = keeper.act(&dry, "\"1\"", from(&second)).await.expect(200);
        assert_eq!(tried["credit_code"], code());
        for path in [&first, &second] {
            assert_eq!(keeper.get(path).await.expect(200)["version"], 1, "{path}");
        }
    }

    async fn of_two_who_merge_crosswise_one_succeeds(app: TestApp) {
        let (keeper, first, second) = two(&app).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let (one, other) = (format!("{first}/actions/merge"), format!("{second}/actions/merge"));
        let (a, b) = tokio::join!(
            keeper.act(&one, "\"1\"", from(&second)),
            manager.act(&other, "\"1\"", from(&first)),
        );
        let mut statuses = [a.status.as_u16(), b.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses[0], 200, "{} {}", a.text, b.text);
        assert!([409, 412].contains(&statuses[1]), "{} {}", a.text, b.text);
    }
}
