//! The people, papers and purchases that sales hands in (A-CLI-06, B-CRM-10).
use super::{begun, institution, supervisor_and_owner, telephone, with};
use serde_json::{Value, json};
use tests::company::{AUDITOR, GROUP_BUY_SPECIALIST, INFORMATION_ADMINISTRATOR};
use tests::{Caller, on_both};

fn he_jingyi() -> Value {
    json!({"kind": "CONTACT", "payload": {"name": "何静怡", "position": "采购部经理",
        "mobile": "13800138000", "is_key_person": true, "influence": "DECIDER"}})
}

fn licence() -> Value {
    json!({"kind": "QUALIFICATION", "payload": {"kind": "LICENCE", "name": "食品经营许可证",
        "number": "JY25101120034567", "valid_until": "2028-06-30"}})
}

fn rice(order: &str) -> Value {
    json!({"kind": "PURCHASE", "payload": {"product": "有机大米", "occurred_on": "2026-11-18",
        "order_number": order, "amount": {"amount": "12800.00", "currency": "CNY"}}})
}

async fn submitted(caller: &Caller, body: Value) -> String {
    let made = caller.post("/client-submissions", body).await.expect(201);
    format!("/client-submissions/{}", made["id"].as_str().unwrap())
}

/// Records alone, about a file.
fn about(file: &str, records: &[Value]) -> Value {
    let id = file.trim_start_matches("/clients/");
    json!({"client_id": id, "client_version": 1, "records": records, "note": "11 月 20 日拜访"})
}

async fn listed(caller: &Caller, path: &str) -> Vec<Value> {
    caller.get(path).await.expect(200)["items"].as_array().unwrap().clone()
}

/// A file with one contact, and how a proposal names that.
async fn with_contact(keeper: &Caller, seller: &Caller, name: &str) -> (String, Value) {
    let file = begun(keeper, institution(name, seller)).await;
    let somebody = he_jingyi()["payload"].clone();
    let made = keeper.post(&format!("{file}/contacts"), somebody).await.expect(201);
    let change = json!({"kind": "CONTACT", "record_id": made["id"], "record_version": made["version"],
        "payload": {"mobile": "13900139000", "position": "采购总监"}});
    (file, change)
}

on_both! {
    /// A-CLI-06, A-CLI-17: who a salesperson met at a new client becomes part of its file.
    async fn a_new_client_is_handed_in_with_its_people(app: TestApp) {
        let (_, seller) = supervisor_and_owner(&app).await;
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let client = json!({"name": "遂宁船山环保科技有限公司", "kind": "INSTITUTION", "telephone": telephone()});
        let body = json!({"payload": client, "records": [he_jingyi(), licence(), rice("TG-20261118-0001")]});
        let path = submitted(&seller, body).await;
        let seen = keeper.get(&path).await.expect(200);
        let kinds: Vec<_> = seen["records"].as_array().unwrap().iter().map(|it| &it["kind"]).collect();
        assert_eq!(kinds, ["CONTACT", "QUALIFICATION", "PURCHASE"]);
        assert_eq!(seen["records"][0]["payload"]["mobile"], "13800138000");
        let names: Vec<_> = seen["records"].as_array().unwrap().iter().map(|it| &it["name"]).collect();
        assert_eq!(names, ["何静怡", "食品经营许可证", "有机大米"]);
        let accepted = keeper.act_now(&path, "accept", json!({})).await.expect(200);
        let file = format!("/clients/{}", accepted["client"]["id"].as_str().unwrap());
        let contacts = listed(&keeper, &format!("{file}/contacts")).await;
        assert_eq!((&contacts[0]["name"], &contacts[0]["is_key_person"]), (&json!("何静怡"), &json!(true)));
        assert_eq!(contacts[0]["created_by"]["id"], keeper.id.to_string(), "A-CLI-16");
        assert_eq!(listed(&keeper, &format!("{file}/qualifications")).await[0]["number"], "JY25101120034567");
        assert_eq!(listed(&keeper, &format!("{file}/purchases")).await[0]["amount"]["amount"], "12800.00");
        let found = seller.get("/clients?q=何静怡").await.expect(200);
        assert_eq!(found["items"][0]["number"], accepted["client"]["number"], "found by its people");
        app.seal().await;
        let id = file.trim_start_matches("/clients/");
        let trail = format!("/audit-entries?resource_id={id}&action=client.contact-added");
        let entries = listed(&app.signed_in(AUDITOR).await, &trail).await;
        assert_eq!(entries.len(), 1);
    }

    /// A-CLI-08, B-CRM-10: what changed of somebody stands beside what the file says, and only that.
    async fn a_change_of_a_contact_is_compared_and_kept(app: TestApp) {
        let (keeper, seller) = supervisor_and_owner(&app).await;
        let (file, change) = with_contact(&keeper, &seller, "资阳雁江车辆有限公司").await;
        let path = submitted(&seller, about(&file, &[change, rice("TG-20261118-0002")])).await;
        let _ = keeper.patch_now(&file, json!({"industry": "汽车配件"})).await.expect(200);
        let seen = keeper.get(&path).await.expect(200);
        assert_eq!(seen["conflict"], false, "no field of the file is proposed");
        let changes = json!([
            {"field": "mobile", "current": "13800138000", "proposed": "13900139000"},
            {"field": "position", "current": "采购部经理", "proposed": "采购总监"},
        ]);
        assert_eq!(seen["records"][0]["changes"], changes);
        assert_eq!(seen["records"][0]["name"], "何静怡", "whose position changes");
        assert_eq!((&seen["records"][0]["current_version"], &seen["records"][0]["conflict"]), (&json!(1), &json!(false)));
        let done = keeper.act_now(&path, "accept", json!({})).await.expect(200);
        assert_eq!(done["records"][0]["changes"], json!([]), "settled: compared with nothing");
        let contact = listed(&seller, &format!("{file}/contacts")).await[0].clone();
        assert_eq!((&contact["mobile"], &contact["version"]), (&json!("13900139000"), &json!(2)));
        assert_eq!(contact["influence"], "DECIDER", "what was not proposed stays");
        assert_eq!(listed(&seller, &format!("{file}/purchases")).await.len(), 1);
        assert_eq!(seller.get(&file).await.expect(200)["version"], 2, "the file's own version is its fields'");
    }

    /// A-CLI-14: a record that has changed since is compared first; one taken out stays out.
    async fn a_record_that_has_changed_is_compared_first(app: TestApp) {
        let (keeper, seller) = supervisor_and_owner(&app).await;
        let (file, change) = with_contact(&keeper, &seller, "内江威远钢管有限公司").await;
        let contact = format!("{file}/contacts/{}", change["record_id"].as_str().unwrap());
        let path = submitted(&seller, about(&file, std::slice::from_ref(&change))).await;
        let second = submitted(&seller, about(&file, &[change.clone(), rice("TG-20261118-0003")])).await;
        let _ = keeper.patch_now(&contact, json!({"department": "供应链中心"})).await.expect(200);
        assert_eq!(keeper.get(&path).await.expect(200)["records"][0]["conflict"], true);
        keeper.act_now(&path, "accept", json!({})).await.refuses_by(409, "SUBMISSION_CONFLICT", "A-CLI-14");
        let compared = with(change, &json!({"record_version": 2}));
        let _ = keeper.act_now(&path, "accept", json!({"records": [compared.clone()]})).await.expect(200);
        let after = keeper.get(&contact).await.expect(200);
        assert_eq!((&after["department"], &after["position"]), (&json!("供应链中心"), &json!("采购总监")));
        let _ = keeper.act_now(&contact, "remove", json!({"reason": "已离职"})).await.expect(200);
        assert_eq!(keeper.get(&second).await.expect(200)["records"][0]["removed"], true);
        keeper.act_now(&second, "accept", json!({})).await.refuses(409, "HANGING_REMOVED");
        assert!(listed(&keeper, &format!("{file}/purchases")).await.is_empty(), "all or nothing");
        let rest = json!({"records": [rice("TG-20261118-0003")]});
        let _ = keeper.act_now(&second, "accept", rest).await.expect(200);
        seller.post("/client-submissions", about(&file, &[compared])).await.refuses(409, "HANGING_REMOVED");
    }

    /// Nothing of a file is begun with somebody who cannot be entered.
    async fn all_of_it_is_kept_or_nothing(app: TestApp) {
        let (keeper, seller) = supervisor_and_owner(&app).await;
        let client = json!({"name": "巴中恩阳食品有限公司", "kind": "INSTITUTION", "telephone": telephone()});
        let path = submitted(&seller, json!({"payload": client, "records": [he_jingyi(), he_jingyi()]})).await;
        keeper.act_now(&path, "accept", json!({})).await.points_at("/records/1/payload/name", "DUPLICATE");
        assert!(listed(&keeper, "/clients?q=巴中恩阳").await.is_empty());
        assert_eq!(keeper.get(&path).await.expect(200)["state"], "PENDING");
        let once = json!({"records": [he_jingyi()]});
        let _ = keeper.act_now(&path, "accept", once).await.expect(200);
        assert_eq!(listed(&keeper, "/clients?q=巴中恩阳").await.len(), 1);
    }

    async fn records_are_checked_as_their_own_requests_would_be(app: TestApp) {
        let (keeper, seller) = supervisor_and_owner(&app).await;
        let (file, change) = with_contact(&keeper, &seller, "眉山东坡泡菜有限公司").await;
        let (other, _) = with_contact(&keeper, &seller, "眉山彭山果业有限公司").await;
        let post = |body: Value| {
            let seller = seller.clone();
            async move { seller.post("/client-submissions", body).await }
        };
        let wrong = json!({"kind": "CONTACT", "payload": {"name": "何静怡", "phone": "1"}});
        post(about(&file, &[rice("1"), wrong])).await.points_at("/records/1/payload/phone", "UNKNOWN_FIELD");
        let tomorrow = json!({"kind": "CONTACT", "payload": {"name": "何", "birthday": "2099-01-01"}});
        post(about(&file, &[tomorrow])).await.points_at("/records/0/payload/birthday", "RANGE");
        let nothing = json!({"kind": "CONTACT", "payload": {}});
        post(about(&file, &[nothing])).await.points_at("/records/0/payload", "REQUIRED");
        post(about(&file, &[with(change.clone(), &json!({"record_version": null}))])).await
            .points_at("/records/0/record_version", "REQUIRED");
        post(about(&file, &[with(he_jingyi(), &json!({"record_version": 1}))])).await
            .points_at("/records/0/record_version", "UNKNOWN_FIELD");
        // Another file's contact is as unknown as one that never was.
        let never = with(change.clone(), &json!({"record_id": uuid::Uuid::new_v4()}));
        post(about(&file, &[never])).await.points_at("/records/0/record_id", "UNKNOWN_REFERENCE");
        post(about(&other, std::slice::from_ref(&change))).await.points_at("/records/0/record_id", "UNKNOWN_REFERENCE");
        post(about(&file, &[change.clone(), change.clone()])).await
            .points_at("/records/1/record_id", "DUPLICATE");
        let of_none = json!({"payload": {"name": "甲", "kind": "INSTITUTION"}, "records": [change]});
        post(of_none).await.points_at("/records/0/record_id", "UNKNOWN_REFERENCE");
        let many: Vec<_> = (0..31).map(|order| rice(&order.to_string())).collect();
        post(about(&file, &many)).await.points_at("/records", "LENGTH");
        post(about(&file, &[])).await.refuses_by(409, "SUBMISSION_EMPTY", "A-CLI-08");
    }

    /// A-CLI-28: personal data of those people are the submitter's own words to the submitter, and
    /// masked for whoever may not read them.
    async fn personal_data_handed_in_are_masked_without_the_right(app: TestApp) {
        let (_, seller) = supervisor_and_owner(&app).await;
        let specialist = app.signed_in(GROUP_BUY_SPECIALIST).await;
        let colleague = app.signed_in("xiaoyating").await;
        let more = json!({"group_buy": true});
        let file = begun(&specialist, with(institution("成都味聚餐饮管理有限公司", &colleague), &more)).await;
        let made = specialist.post(&format!("{file}/contacts"), he_jingyi()["payload"].clone()).await.expect(201);
        // The same number again: whether it differs is not told to those who see it masked.
        let change = json!({"kind": "CONTACT", "record_id": made["id"], "record_version": 1,
            "payload": {"mobile": "13800138000", "position": "采购总监"}});
        let new = json!({"kind": "CONTACT", "payload": {"name": "罗成", "mobile": "13700137000", "hobbies": "钓鱼"}});
        let path = submitted(&colleague, about(&file, &[change, new])).await;
        let masked = specialist.get(&path).await;
        let body = masked.expect(200);
        let mobile = json!({"field": "mobile", "current": "138****8000", "proposed": "138****8000"});
        assert!(body["records"][0]["changes"].as_array().unwrap().contains(&mobile), "{body}");
        assert_eq!(body["records"][1]["payload"], json!({"name": "罗成", "mobile": "137****7000", "hobbies": "***"}));
        assert!(!masked.text.contains("13800138000") && !masked.text.contains("13700137000"));
        let whole = colleague.get(&path).await.expect(200);
        assert_eq!(whole["records"][1]["payload"]["mobile"], "13700137000");
        assert_eq!(whole["records"][0]["changes"].as_array().unwrap().len(), 1, "the number is the same");
        // Nobody keys in what they read masked.
        let keyed = json!({"records": body["records"].as_array().unwrap().iter().map(|it| json!({
            "kind": it["kind"], "record_id": it["record_id"], "record_version": it["record_version"],
            "payload": it["payload"],
        })).collect::<Vec<_>>()});
        specialist.act_now(&path, "accept", keyed).await.refuses_by(403, "PERMISSION_MISSING", "A-CLI-28");
        specialist.act_now(&path, "accept", json!({})).await.refuses_by(403, "PERMISSION_MISSING", "A-CLI-28");
        seller.get(&path).await.refuses(404, "NOT_FOUND");
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let id = path.rsplit('/').next().unwrap();
        let trail = auditor.get(&format!("/audit-entries?resource_id={id}")).await;
        assert!(!trail.text.contains("13700137000"), "the trail holds nothing of what was handed in");
        let list = specialist.get("/client-submissions").await;
        assert!(!list.text.contains("137"), "{}", list.text);
    }
}
