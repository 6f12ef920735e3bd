//! From the report to the conclusion, and once more.
use super::*;
use tests::company::{
    ADMINISTRATOR, AUDITOR, GENERAL_MANAGER, OTHER_SALESPERSON, SALES_MANAGER, SALESPERSON,
    SERVICE_MANAGER, SERVICE_SPECIALIST,
};
use tests::on_both;

on_both! {
    /// A-BOR-05: the record names the party and their direct superior, hears both, and says what followed.
    async fn an_incident_is_reported_heard_and_concluded(app: TestApp) {
        let (seller, superior) = (app.signed_in(SALESPERSON).await, app.signed_in(SALES_MANAGER).await);
        let file = a_file_of(&app, &seller).await;
        let finder = app.signed_in(SERVICE_SPECIALIST).await;
        let made = report(&finder, &leak(&seller, &[&file])).await.expect(201);
        assert_eq!((&made["number"], &made["state"], &made["level"]), (&json!("XM-20261123-0001"), &json!("OPEN"), &json!(1)));
        assert_eq!(made["named"], json!([{"person": {"id": seller.id, "name": "程涛"}, "superior": {"id": superior.id, "name": "唐伟"}}]));
        let incident = format!("/client-incidents/{}", made["id"].as_str().unwrap());
        assert_eq!(allowed(&made, "conclude"), (false, "PERMISSION_MISSING"));
        let _ = seller.act_now(&incident, "state", json!({"statement": "名单系旧版"})).await.expect(200);
        let _ = seller.act_now(&incident, "state", json!({"statement": "名单系旧版，当日已撤回"})).await.expect(200);
        let _ = superior.act_now(&incident, "state", json!({"statement": "部门每月组织保密培训"})).await.expect(200);
        let handler = app.signed_in(SERVICE_MANAGER).await;
        let seen = handler.get(&incident).await.expect(200);
        assert_eq!(seen["parties"][0]["statement"]["text"], "名单系旧版，当日已撤回");
        assert_eq!(seen["parties"][0]["superior_statement"]["text"], "部门每月组织保密培训");
        let done = handler.act_now(&incident, "conclude", conclusion(&[follows(&seller)])).await.expect(200);
        assert_eq!((&done["state"], &done["concluded_by"]["id"]), (&json!("CONCLUDED"), &json!(handler.id)));
        let party = &done["parties"][0];
        assert_eq!(party["consequence"]["measure"], "DEMERIT");
        assert_eq!((&party["leadership"]["measure"], &party["leadership"]["note"]), (&json!("WARNING"), &json!("未落实部门保密教育")));
        let acts: Vec<_> = done["history"].as_array().unwrap().iter().map(|it| it["act"].as_str().unwrap()).collect();
        assert_eq!(acts, ["REPORTED", "STATED", "STATED", "STATED", "CONCLUDED"]);
        // Final.
        handler.act_now(&incident, "conclude", conclusion(&[follows(&seller)])).await.refuses_by(409, "INCIDENT_STATE", "A-BOR-05");
        handler.act_now(&incident, "amend", as_it_stands(&done, "更正")).await.refuses(409, "INCIDENT_STATE");
        seller.act_now(&incident, "state", json!({"statement": "不服"})).await.refuses(409, "INCIDENT_STATE");
    }

    /// What followed stands until it is concluded anew.
    async fn what_was_concluded_is_taken_up_again(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let handler = app.signed_in(INFORMATION_SUPERVISOR).await;
        // Whoever reported it and is not named handles it like any other handler.
        let incident = reported(&handler, &leak(&seller, &[])).await;
        let reason = json!({"reason": "发现新的证据"});
        handler.act_now(&incident, "take-up", reason.clone()).await.refuses(409, "INCIDENT_STATE");
        let _ = handler.act_now(&incident, "conclude", conclusion(&[follows(&seller)])).await.expect(200);
        let again = app.signed_in(SERVICE_MANAGER).await.act_now(&incident, "take-up", reason).await.expect(200);
        assert_eq!((&again["state"], &again["parties"][0]["consequence"]["measure"]), (&json!("TAKEN_UP"), &json!("DEMERIT")));
        assert_eq!(again["history"][2]["reason"], "发现新的证据");
        let _ = seller.act_now(&incident, "state", json!({"statement": "补充说明"})).await.expect(200);
        let mut harder = follows(&seller);
        harder["measure"] = json!("FINE");
        harder["fine"] = json!({"amount": "500.00", "currency": "CNY"});
        let done = handler.act_now(&incident, "conclude", conclusion(&[harder])).await.expect(200);
        assert_eq!(done["parties"][0]["consequence"]["fine"], json!({"amount": "500.00", "currency": "CNY"}));
        assert_eq!(app.signed_in(SALESPERSON).await.get(&incident).await.expect(200)["state"], "CONCLUDED");
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let trail = auditor.get(&format!("/audit-entries?resource_id={}", id(&incident))).await.expect(200);
        let acts = each(&trail, "action");
        let acts: Vec<_> = acts.into_iter().filter(|act| act.starts_with("client-incident")).collect();
        let told = ["concluded", "stated", "taken-up", "concluded", "reported"].map(|act| format!("client-incident.{act}"));
        assert_eq!(acts, told);
        assert_eq!(trail["items"][0]["changes"]["parties"][0][0]["measure"], "DEMERIT");
        assert_eq!(trail["items"][0]["changes"]["parties"][1][0]["measure"], "FINE");
    }

    /// The direct superior is found by the service, or named; without one there is no record.
    async fn the_record_names_a_superior_for_every_party(app: TestApp) {
        let finder = app.signed_in(SERVICE_SPECIALIST).await;
        let head = app.signed_in(GENERAL_MANAGER).await;
        let mut body = leak(&head, &[]);
        report(&finder, &body).await.points_at("/parties/0/superior_id", "REQUIRED");
        body["parties"][0]["superior_id"] = json!(head.id);
        report(&finder, &body).await.points_at("/parties/0/superior_id", "REQUIRED");
        let seller = app.signed_in(SALESPERSON).await;
        body["parties"][0]["superior_id"] = json!(seller.id);
        let made = report(&finder, &body).await.expect(201);
        assert_eq!(made["named"][0]["superior"]["id"], json!(seller.id));
        // Without a superior of their own: the head of the nearest department above.
        let admin = app.signed_in(ADMINISTRATOR).await;
        let path = format!("/people/{}", seller.id);
        let _ = admin.patch_now(&path, json!({"superior_id": null})).await.expect(200);
        let made = report(&finder, &leak(&seller, &[])).await.expect(201);
        assert_eq!(made["named"][0]["superior"]["name"], "唐伟");
        // As it was then, whoever stands above them since.
        let incident = format!("/client-incidents/{}", made["id"].as_str().unwrap());
        let other = app.signed_in("dengjunfeng").await;
        let _ = admin.patch_now(&path, json!({"superior_id": other.id})).await.expect(200);
        let handler = app.signed_in(INFORMATION_SUPERVISOR).await;
        let seen = handler.get(&incident).await.expect(200);
        let kept = handler.act_now(&incident, "amend", as_it_stands(&seen, "核对")).await.expect(200);
        assert_eq!(kept["named"][0]["superior"]["name"], "唐伟");
    }

    async fn what_is_reported_is_plausible(app: TestApp) {
        let finder = app.signed_in(SERVICE_SPECIALIST).await;
        let seller = app.signed_in(SALESPERSON).await;
        let with = |at: &str, value: Value| {
            let mut body = leak(&seller, &[]);
            body[at] = value;
            body
        };
        report(&finder, &with("occurred_on", json!("2026-11-24"))).await.points_at("/occurred_on", "RANGE");
        report(&finder, &with("occurred_on", json!("1026-11-24"))).await.points_at("/occurred_on", "RANGE");
        report(&finder, &with("what_happened", json!(" "))).await.points_at("/what_happened", "REQUIRED");
        report(&finder, &with("parties", json!([]))).await.points_at("/parties", "LENGTH");
        let party = json!({"person_id": seller.id, "deed": "转发"});
        report(&finder, &with("parties", json!([party, party]))).await.points_at("/parties/1/person_id", "DUPLICATE");
        let unknown = uuid::Uuid::from_u128(7);
        report(&finder, &with("files", json!([unknown]))).await.points_at("/files/0", "UNKNOWN_REFERENCE");
        report(&finder, &with("loan_id", json!(unknown))).await.points_at("/loan_id", "UNKNOWN_REFERENCE");
    }

    /// A-BOR-05: dealt with severely: nothing follows only for a reason.
    async fn nothing_follows_only_for_a_reason(app: TestApp) {
        let (seller, other) = (app.signed_in(SALESPERSON).await, app.signed_in(OTHER_SALESPERSON).await);
        let handler = app.signed_in(SERVICE_MANAGER).await;
        let mut body = leak(&seller, &[]);
        body["parties"] = json!([
            {"person_id": seller.id, "deed": "转发名单"}, {"person_id": other.id, "deed": "索要名单"},
        ]);
        let incident = reported(&handler, &body).await;
        let one = conclusion(&[follows(&seller)]);
        handler.act_now(&incident, "conclude", one).await.points_at("/parties", "REQUIRED");
        let mut nothing = follows(&other);
        nothing["measure"] = json!("NONE");
        let parties = [follows(&seller), nothing.clone()];
        handler.act_now(&incident, "conclude", conclusion(&parties)).await.points_at("/parties/1/measure_note", "REQUIRED");
        let mut fined = follows(&other);
        fined["measure"] = json!("FINE");
        handler.act_now(&incident, "conclude", conclusion(&[follows(&seller), fined])).await.points_at("/parties/1/fine", "REQUIRED");
        nothing["measure_note"] = json!("查无实据");
        let done = handler.act_now(&incident, "conclude", conclusion(&[follows(&seller), nothing])).await.expect(200);
        assert_eq!(done["parties"][1]["consequence"], json!({"measure": "NONE", "fine": null, "note": "查无实据"}));
    }

    /// Facts, files and parties, with a reason; whoever is named anew is told, and who is not any more
    /// has no case.
    async fn an_incident_is_amended_while_it_is_open(app: TestApp) {
        let (seller, other) = (app.signed_in(SALESPERSON).await, app.signed_in(OTHER_SALESPERSON).await);
        let handler = app.signed_in(INFORMATION_SUPERVISOR).await;
        let incident = reported(&handler, &leak(&seller, &[])).await;
        let _ = seller.act_now(&incident, "state", json!({"statement": "非本人所为"})).await.expect(200);
        let file = a_file_of(&app, &seller).await;
        let seen = handler.get(&incident).await.expect(200);
        let mut amended = as_it_stands(&seen, "经核实，系他人所为");
        amended["kind"] = json!("BREACH");
        amended["files"] = json!([id(&file)]);
        amended["parties"] = json!([{"person_id": other.id, "deed": "冒用同事账号导出名单"}]);
        let after = handler.act_now(&incident, "amend", amended).await.expect(200);
        assert_eq!((&after["kind"], &after["level"], &after["version"]), (&json!("BREACH"), &json!(1), &json!(3)));
        assert_eq!(after["files"][0]["name"], NAME);
        assert_eq!(after["parties"][0]["superior"]["name"], "邓俊峰");
        assert_eq!(after["history"][2]["reason"], "经核实，系他人所为");
        assert_eq!(told(&other).await, ["client-incident.named"]);
        assert_eq!(told(&app.signed_in("dengjunfeng").await).await, ["client-incident.below"]);
        seller.get(&incident).await.refuses(404, "NOT_FOUND");
        // Taken off again, the file leaves its level behind: the text may still tell of it.
        let mut bare = as_it_stands(&after, "文件无关");
        bare["files"] = json!([]);
        let bare = handler.act_now(&incident, "amend", bare).await.expect(200);
        assert_eq!((&bare["files"], &bare["level"]), (&json!([]), &json!(1)));
    }

    /// Two who look at the same version: the second sees what the first did before they decide.
    async fn nobody_decides_over_what_they_have_not_seen(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let handler = app.signed_in(SERVICE_MANAGER).await;
        let incident = reported(&handler, &leak(&seller, &[])).await;
        let seen = handler.get(&incident).await.etag();
        let _ = seller.act_now(&incident, "state", json!({"statement": "请先听我说明"})).await.expect(200);
        let path = format!("{incident}/actions/conclude");
        let late = handler.request(reqwest::Method::POST, &path).header("If-Match", seen);
        let late = late.header("Idempotency-Key", fresh_key()).json(&conclusion(&[follows(&seller)]));
        tests::app::send(late).await.refuses(412, "STALE_VERSION");
        assert_eq!(handler.get(&incident).await.expect(200)["state"], "OPEN");
    }

    /// By state, kind, party, file and day.
    async fn the_register_is_narrowed(app: TestApp) {
        let (seller, other) = (app.signed_in(SALESPERSON).await, app.signed_in(OTHER_SALESPERSON).await);
        let handler = app.signed_in(SERVICE_MANAGER).await;
        let file = a_file_of(&app, &seller).await;
        let first = reported(&handler, &leak(&seller, &[&file])).await;
        let mut loss = leak(&other, &[]);
        loss["kind"] = json!("LOSS");
        loss["occurred_on"] = json!("2026-10-08");
        let second = reported(&handler, &loss).await;
        let _ = handler.act_now(&second, "conclude", conclusion(&[follows(&other)])).await.expect(200);
        let found = async |query: &str| -> Vec<String> {
            let page = handler.get(&format!("/client-incidents?{query}")).await.expect(200);
            each(&page, "id").iter().map(|it| format!("/client-incidents/{it}")).collect()
        };
        let (first, second) = (vec![first], vec![second]);
        assert_eq!(found("state=OPEN").await, first);
        assert_eq!(found("state=CONCLUDED&state=TAKEN_UP").await, second);
        assert_eq!(found("kind=LOSS").await, second);
        assert_eq!(found(&format!("person_id={}", seller.id)).await, first);
        assert_eq!(found(&format!("client_id={}", id(&file))).await, first);
        assert_eq!(found("occurred_from=2026-11-20").await, first);
        assert_eq!(found("occurred_to=2026-11-19").await, second);
        assert_eq!(found("occurred_from=2026-10-09&occurred_to=2026-11-19").await, Vec::<String>::new());
    }
}
