use super::{allowed, begun, each, institution, supervisor_and_owner, with};
use serde_json::{Value, json};
use tests::company::*;
use tests::{Caller, TestApp, on_both};

/// Everything that is personal, each value like nothing else in the answer.
fn he() -> Value {
    json!({
        "name": "何静怡", "position": "采购部经理", "department": "采购部", "mobile": "138 0013 8000",
        "telephone": "028-85551234-801", "email": "hejingyi@example.com", "wechat": "wx-hejingyi",
        "is_key_person": true, "influence": "DECIDER", "influence_note": "独自拍板二十万以内",
        "birthday": "1979-03-08", "native_place": "四川绵阳", "education": "西南交大本科",
        "hobbies": "羽毛球", "family_note": "女儿今年高考", "preferences": "只喝竹叶青",
    })
}

const SECRETS: &[&str] = &[
    "138 0013 8000",
    "85551234",
    "hejingyi",
    "独自拍板",
    "1979-03",
    "绵阳",
    "西南交大",
    "羽毛球",
    "高考",
    "竹叶青",
];

/// A file of the salesperson with one key person; the address of both.
async fn known(app: &TestApp) -> (Caller, Caller, String, String) {
    let (keeper, owner) = supervisor_and_owner(app).await;
    let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
    let made = keeper.post(&format!("{path}/contacts"), he()).await.expect(201);
    let contact = format!("{path}/contacts/{}", made["id"].as_str().unwrap());
    (keeper, owner, path, contact)
}

on_both! {
    async fn a_key_person_is_added_changed_and_taken_out(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let before = keeper.get(&path).await.expect(200);
        let made = keeper.post(&format!("{path}/contacts"), he()).await;
        let body = made.expect(201);
        assert_eq!((made.etag().as_str(), &body["created_by"]["name"]), ("\"1\"", &json!("沈慧敏")));
        let contact = made.header("location").strip_prefix("/api/v1").unwrap().to_owned();
        let file = keeper.get(&path).await.expect(200);
        assert!(file["completeness"]["percent"].as_i64() > before["completeness"]["percent"].as_i64());
        let missing = file["completeness"]["missing"].as_array().unwrap();
        assert!(!missing.contains(&json!("contacts")) && !missing.contains(&json!("key_persons")));
        assert_eq!(file["version"], before["version"], "what others write into the file is untouched");

        let changed = keeper.patch_now(&contact, json!({"position": "副总经理", "hobbies": null})).await;
        let body = changed.expect(200);
        assert_eq!((&body["position"], &body["hobbies"]), (&json!("副总经理"), &json!(null)));
        assert_eq!((&body["mobile"], changed.etag().as_str()), (&json!("138 0013 8000"), "\"2\""));
        let stale = keeper.patch(&contact, "\"1\"", json!({"position": "总经理"})).await;
        assert_eq!(stale.refuses(412, "STALE_VERSION")["current_version"], 2);
        let action = format!("{contact}/actions/remove");
        keeper.post(&action, json!({"reason": "已离职"})).await.refuses(428, "VERSION_REQUIRED");

        let gone = keeper.act(&action, "\"2\"", json!({"reason": "已离职"})).await.expect(200);
        assert_eq!((&gone["removed"]["reason"], &gone["removed"]["by"]["name"]), (&json!("已离职"), &json!("沈慧敏")));
        keeper.patch(&contact, "\"3\"", json!({"position": "x"})).await.refuses(409, "HANGING_REMOVED");
        let list = format!("{path}/contacts");
        assert_eq!(keeper.get(&list).await.expect(200)["items"], json!([]));
        let all = keeper.get(&format!("{list}?include_removed=true")).await.expect(200);
        assert_eq!(each(&all, "name"), ["何静怡"]);
        let file = keeper.get(&path).await.expect(200);
        assert!(file["completeness"]["missing"].as_array().unwrap().contains(&json!("key_persons")));
    }

    async fn a_file_is_found_by_its_contacts_names_and_by_nothing_personal(app: TestApp) {
        let (keeper, _, _, contact) = known(&app).await;
        for (typed, found) in [("何静怡", 1), ("hjy", 1), ("13800138000", 0), ("羽毛球", 0)] {
            let page = keeper.get(&format!("/clients?q={typed}")).await.expect(200);
            assert_eq!(page["items"].as_array().unwrap().len(), found, "{typed}");
        }
        let _ = keeper.act_now(&contact, "remove", json!({"reason": "已离职"})).await.expect(200);
        assert_eq!(keeper.get("/clients?q=何静怡").await.expect(200)["items"], json!([]));
    }

    /// A-CLI-28.
    async fn personal_data_are_shown_to_those_with_the_right_and_masked_for_all_others(app: TestApp) {
        let (_, _, path, contact) = known(&app).await;
        let list = format!("{path}/contacts");
        for login in [SALESPERSON, SALES_MANAGER, INFORMATION_ADMINISTRATOR, SERVICE_MANAGER, GENERAL_MANAGER] {
            let reader = app.signed_in(login).await;
            for body in [reader.get(&contact).await.expect(200), reader.get(&list).await.expect(200)["items"][0].clone()] {
                assert_eq!((&body["mobile"], &body["birthday"]), (&json!("138 0013 8000"), &json!("1979-03-08")), "{login}");
                assert_eq!(body["masked_fields"], json!([]), "{login}");
            }
        }
        for login in [SERVICE_SPECIALIST, AUDITOR, "fangsuqin"] {
            let reader = app.signed_in(login).await;
            for answer in [reader.get(&contact).await, reader.get(&list).await] {
                let body = answer.expect(200);
                let one = if body["items"].is_array() { &body["items"][0] } else { &body };
                assert_eq!((&one["name"], &one["position"]), (&json!("何静怡"), &json!("采购部经理")), "{login}");
                assert_eq!((&one["mobile"], &one["email"]), (&json!("138 **** 8000"), &json!("h***@example.com")));
                assert_eq!((&one["birthday"], &one["influence"]), (&json!(null), &json!("DECIDER")));
                assert_eq!(one["masked_fields"].as_array().unwrap().len(), 11, "{login}");
                for secret in SECRETS {
                    assert!(!answer.text.contains(secret), "{login}: {secret} in {}", answer.text);
                }
            }
        }
    }

    /// A-CLI-28: through events and trail neither.
    async fn what_the_trail_and_the_events_say_holds_no_personal_data(app: TestApp) {
        let (keeper, _, path, contact) = known(&app).await;
        let _ = keeper.patch_now(&contact, json!({"mobile": "13900139000", "position": "总监"})).await.expect(200);
        app.seal().await;
        let id = path.rsplit('/').next().unwrap();
        let auditor = app.signed_in(AUDITOR).await;
        let trail = auditor.get(&format!("/audit-entries?resource_id={id}")).await;
        let _ = trail.expect(200);
        assert!(trail.text.contains("client.contact-updated") && trail.text.contains("总监"));
        let events = keeper.get("/events?after=0&limit=200").await;
        let _ = events.expect(200);
        assert!(events.text.contains("client.contact-added"), "{}", events.text);
        for text in [&trail.text, &events.text] {
            for secret in SECRETS.iter().chain(&["13900139000"]) {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
        }
    }

    /// Whoever reads `138****8000` cannot write it back.
    async fn masked_fields_are_changed_only_by_those_who_read_them(app: TestApp) {
        let specialist = app.signed_in(GROUP_BUY_SPECIALIST).await;
        let colleague = app.signed_in("xiaoyating").await;
        let more = json!({"group_buy": true});
        let path = begun(&specialist, with(institution("成都味聚餐饮管理有限公司", &colleague), &more)).await;
        let made = specialist.post(&format!("{path}/contacts"), he()).await.expect(201);
        assert_eq!(made["birthday"], json!(null), "not the specialist's own client: {made}");
        let contact = format!("{path}/contacts/{}", made["id"].as_str().unwrap());
        let refused = specialist.patch_now(&contact, json!({"mobile": made["mobile"]})).await;
        let body = refused.refuses_by(403, "PERMISSION_MISSING", "A-CLI-28");
        assert_eq!(body["escalation"], "client-personal.read");
        let _ = specialist.patch_now(&contact, json!({"position": "行政总监"})).await.expect(200);
        let whole = colleague.get(&contact).await.expect(200);
        assert_eq!((&whole["mobile"], &whole["position"]), (&json!("138 0013 8000"), &json!("行政总监")));
    }

    /// A-CLI-16, A-CLI-17: salespeople hand in what they collect; it is not theirs to key in.
    async fn only_who_keeps_the_archive_writes_contacts(app: TestApp) {
        let (_, owner, path, contact) = known(&app).await;
        for login in [SALESPERSON, SALES_MANAGER, SERVICE_SPECIALIST, AUDITOR, GENERAL_MANAGER] {
            let caller = app.signed_in(login).await;
            let body = caller.post(&format!("{path}/contacts"), he()).await.refuses(403, "PERMISSION_MISSING");
            assert_eq!(body["escalation"], "client.maintain", "{login}");
            caller.patch(&contact, "\"1\"", json!({"position": "x"})).await.refuses(403, "PERMISSION_MISSING");
        }
        let shown = owner.get(&contact).await.expect(200);
        assert_eq!(allowed(&shown, "update"), (false, "PERMISSION_MISSING"));
    }

    async fn a_contact_outside_ones_reach_is_not_there(app: TestApp) {
        let (keeper, owner, path, contact) = known(&app).await;
        let other = begun(&keeper, institution("成都宏远商贸有限公司", &owner)).await;
        let id = contact.rsplit('/').next().unwrap();
        keeper.get(&format!("{other}/contacts/{id}")).await.refuses(404, "NOT_FOUND");
        let outsider = app.signed_in(OTHER_SALESPERSON).await;
        outsider.get(&contact).await.refuses(404, "NOT_FOUND");
        outsider.get(&format!("{path}/contacts")).await.refuses(404, "NOT_FOUND");
        classify_for(&keeper, &path, &app.signed_in(SERVICE_MANAGER).await, "TOP_SECRET").await;
        let low = app.signed_in(SERVICE_SPECIALIST).await;
        low.get(&contact).await.refuses(404, "NOT_FOUND");
    }

    async fn wrong_fields_are_pointed_at_and_formulas_are_words(app: TestApp) {
        let (keeper, _, path, _) = known(&app).await;
        let contacts = format!("{path}/contacts");
        for (more, pointer, code) in [
            (json!({"name": " "}), "/name", "REQUIRED"),
            (json!({"name": "李\u{0}四"}), "/name", "CONTROL_CHARACTER"),
            (json!({"mobile": "12345"}), "/mobile", "FORMAT"),
            (json!({"email": "nobody"}), "/email", "FORMAT"),
            (json!({"birthday": "2026-11-24"}), "/birthday", "RANGE"),
            (json!({"birthday": "1026-01-01"}), "/birthday", "RANGE"),
            (json!({"influence": "BOSS"}), "/influence", "NOT_IN_CHOICE"),
            (json!({"version": 7}), "/version", "UNKNOWN_FIELD"),
            (json!({"mobile": "+86 13800138000"}), "/name", "DUPLICATE"),
        ] {
            let body = with(json!({"name": "何静怡"}), &more);
            keeper.post(&contacts, body).await.points_at(pointer, code);
        }
        let name = "=HYPERLINK(\"http://x\",\"点我\")";
        let made = keeper.post(&contacts, json!({"name": name})).await.expect(201);
        assert_eq!(made["name"], name, "kept as the words that they are; exports defuse them");
    }

    async fn a_repeated_request_adds_one_contact(app: TestApp) {
        let (keeper, _, path, _) = known(&app).await;
        let contacts = format!("{path}/contacts");
        let body = json!({"name": "周建国"});
        let first = keeper.post_with_key(&contacts, "k-1", &body).await;
        let again = keeper.post_with_key(&contacts, "k-1", &body).await;
        assert_eq!(first.expect(201)["id"], again.expect(201)["id"]);
        assert_eq!(again.header("idempotent-replayed"), "true");
        let page = keeper.get(&format!("{contacts}?include_total=true&limit=1")).await.expect(200);
        assert_eq!((&page["page"]["total"], &page["page"]["has_more"]), (&json!(2), &json!(true)));
        let next = page["page"]["next_cursor"].as_str().unwrap();
        let rest = keeper.get(&format!("{contacts}?limit=1&cursor={next}")).await.expect(200);
        assert_eq!(each(&page, "name").into_iter().chain(each(&rest, "name")).collect::<Vec<_>>(), ["何静怡", "周建国"]);
    }
}
