//! The monthly client information report, and customer service calling back (A-CIR-01 to A-CIR-03).
use super::{allowed, begun, each, institution, supervisor_and_owner};
use chrono::{DateTime, Utc};
use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::company::{
    AUDITOR, GENERAL_MANAGER, INFORMATION_ADMINISTRATOR, INFORMATION_SUPERVISOR, OTHER_SALESPERSON,
    SALES_MANAGER, SALESPERSON, SERVICE_MANAGER, classify_for,
};
use tests::{Answer, Caller, TestApp, on_both};

const LIST: &str = "/client-information-reports";

fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

fn entry(file: &str) -> Value {
    json!({"client_id": id(file), "competition": "两家同行报价较我司低约 3%，账期 60 天",
        "changes": "新任采购部经理到岗", "plan": "下月续谈年度框架协议"})
}

fn report(period: &str, files: &[&str]) -> Value {
    let entries: Vec<_> = files.iter().map(|file| entry(file)).collect();
    json!({"period": period, "summary": "本月拜访客户 12 户，新增意向 3 户",
        "discoveries": "青白江新建一家冷链设备厂", "entries": entries})
}

async fn hand_in(by: &Caller, body: &Value) -> Answer {
    by.post_with_key(LIST, &tests::app::fresh_key(), body).await
}

/// Submitted; its address.
async fn submitted(by: &Caller, period: &str, files: &[&str]) -> String {
    let made = hand_in(by, &report(period, files)).await.expect(201);
    format!("{LIST}/{}", made["id"].as_str().unwrap())
}

/// A file of the salesperson, and the people of these tests.
async fn a_file(app: &TestApp) -> (Caller, Caller, String) {
    let (keeper, owner) = supervisor_and_owner(app).await;
    let file = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
    (keeper, owner, file)
}

async fn at(app: &TestApp, time: &str, login: &str) -> Caller {
    app.clock.set(time.parse::<DateTime<Utc>>().unwrap());
    app.signed_in(login).await
}

async fn notices(of: &Caller) -> Vec<String> {
    let page = of.get("/notifications").await.expect(200);
    each(&page, "kind").into_iter().map(str::to_owned).collect()
}

on_both! {
    /// A-CIR-01, A-CIR-02: submitted by its author, received by customer service.
    async fn a_report_is_submitted_and_received(app: TestApp) {
        let (keeper, owner, file) = a_file(&app).await;
        let made = hand_in(&owner, &report("2026-11", &[&file])).await;
        let body = made.expect(201);
        assert_eq!((&body["number"], &body["state"]), (&json!("IR-20261123-0001"), &json!("SUBMITTED")));
        assert_eq!((&body["period"], &body["clients"]), (&json!("2026-11"), &json!(1)));
        assert_eq!(body["entries"][0]["client"]["name"], "成都锦川机电设备有限公司");
        assert_eq!(body["entries"][0]["competition"], "两家同行报价较我司低约 3%，账期 60 天");
        assert_eq!((&body["level"], &body["department"]["name"]), (&json!(1), &json!("销售一部")));
        let path = format!("{LIST}/{}", body["id"].as_str().unwrap());
        assert_eq!(made.header("location"), format!("/api/v1{path}"));
        assert!(notices(&keeper).await.contains(&"client-information-report.submitted".to_owned()));
        let seen = keeper.get(&path).await.expect(200);
        assert_eq!(allowed(&seen, "receive"), (true, ""));
        assert_eq!(allowed(&seen, "update"), (false, "INFORMATION_REPORT_OF_ANOTHER"));
        let note = json!({"note": "已转市场分析员汇总"});
        let taken = keeper.act_now(&path, "receive", note).await.expect(200);
        assert_eq!((&taken["state"], &taken["receive_note"]), (&json!("RECEIVED"), &json!("已转市场分析员汇总")));
        assert_eq!(taken["received_by"]["id"], keeper.id.to_string());
        assert_eq!(notices(&owner).await[0], "client-information-report.received");
        keeper.act_now(&path, "receive", json!({})).await.refuses_by(409, "INFORMATION_REPORT_STATE", "A-CIR-01");
        let late = json!({"summary": "补充"});
        owner.patch_now(&path, late).await.refuses_by(409, "INFORMATION_REPORT_STATE", "A-CIR-01");
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let trail = auditor.get(&format!("/audit-entries?resource_id={}", id(&path))).await.expect(200);
        let done: Vec<_> = each(&trail, "action").into_iter().filter(|it| *it != "request.refused").collect();
        assert_eq!(done, ["client-information-report.received", "client-information-report.submitted"]);
    }

    /// A-CIR-01: in the first week, that is by the close of its last working day.
    async fn a_report_is_on_time_until_the_first_week_closes(app: TestApp) {
        let (_, owner, file) = a_file(&app).await;
        let november = hand_in(&owner, &report("2026-11", &[&file])).await.expect(201);
        assert_eq!((&november["due_at"], &november["late"]), (&json!("2026-11-06T09:00:00Z"), &json!(true)));
        // 1–7 October are holidays, and Saturday the 10th is worked.
        let october = hand_in(&owner, &report("2026-10", &[&file])).await.expect(201);
        assert_eq!((&october["due_at"], &october["late"]), (&json!("2026-10-10T09:00:00Z"), &json!(true)));
        // December begins on a Tuesday: its first week is from Monday the 7th.
        let owner = at(&app, "2026-12-11T09:00:00Z", SALESPERSON).await;
        let december = hand_in(&owner, &report("2026-12", &[&file])).await.expect(201);
        assert_eq!((&december["due_at"], &december["late"]), (&json!("2026-12-11T09:00:00Z"), &json!(false)));
        let other = at(&app, "2026-12-11T09:00:01Z", OTHER_SALESPERSON).await;
        let after = hand_in(&other, &report("2026-12", &[])).await.expect(201);
        assert_eq!(after["late"], true);
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let on_time = keeper.get(&format!("{LIST}?period=2026-12&late=false")).await.expect(200);
        assert_eq!(each(&on_time, "id"), [december["id"].as_str().unwrap()]);
        let late = keeper.get(&format!("{LIST}?late=true&include_total=true")).await.expect(200);
        assert_eq!(late["page"]["total"], 3);
    }

    /// A-CIR-01 over Spring Festival, as the company decides its calendar.
    async fn spring_festival_moves_the_first_week(app: TestApp) {
        let (_, _, file) = a_file(&app).await;
        let keeper = at(&app, "2027-01-04T01:00:00Z", SERVICE_MANAGER).await;
        let owner = app.signed_in(SALESPERSON).await;
        let january = hand_in(&owner, &report("2027-01", &[&file])).await.expect(201);
        assert_eq!((&january["due_at"], &january["late"]), (&json!("2027-01-08T09:00:00Z"), &json!(false)));
        for day in 1..=5 {
            let off = json!({"date": format!("2027-02-0{day}"), "working": false, "name": "春节", "reason": "春节放假"});
            let _ = keeper.post("/calendar/days", off).await.expect(201);
        }
        let owner = at(&app, "2027-02-10T01:00:00Z", SALESPERSON).await;
        let february = hand_in(&owner, &report("2027-02", &[&file])).await.expect(201);
        assert_eq!((&february["due_at"], &february["late"]), (&json!("2027-02-12T09:00:00Z"), &json!(false)));
    }

    async fn a_month_has_one_report_of_each(app: TestApp) {
        let (_, owner, file) = a_file(&app).await;
        let path = submitted(&owner, "2026-11", &[&file]).await;
        let again = hand_in(&owner, &report("2026-11", &[&file])).await;
        let problem = again.refuses_by(409, "INFORMATION_REPORT_EXISTS", "A-CIR-01");
        assert_eq!(problem["params"]["period"], "2026-11");
        let other = app.signed_in(OTHER_SALESPERSON).await;
        submitted(&other, "2026-11", &[]).await;
        for (period, code) in [("2026-12", "RANGE"), ("2025-10", "RANGE"), ("2026-13", "FORMAT"), ("2026-Q4", "FORMAT")] {
            hand_in(&owner, &report(period, &[&file])).await.points_at("/period", code);
        }
        // Pressed ten times at once.
        let body = report("2026-10", &[&file]);
        let answers = join_all((0..10).map(|_| hand_in(&owner, &body))).await;
        assert_eq!(answers.iter().filter(|it| it.status == 201).count(), 1);
        assert!(answers.iter().all(|it| matches!(it.status.as_u16(), 201 | 409)));
        let mine = owner.get(&format!("{LIST}?person_id={}", owner.id)).await.expect(200);
        assert_eq!(each(&mine, "period"), ["2026-10", "2026-11"]);
        assert_eq!(mine["items"][1]["id"], id(&path));
    }

    /// A-CIR-02: of each client that its author sees, once.
    async fn a_report_tells_of_clients_that_its_author_sees(app: TestApp) {
        let (keeper, owner, file) = a_file(&app).await;
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let foreign = begun(&keeper, institution("重庆渝北仪器仪表有限公司", &other)).await;
        hand_in(&owner, &report("2026-11", &[&file, &foreign])).await.points_at("/entries/1/client_id", "UNKNOWN_REFERENCE");
        hand_in(&owner, &report("2026-11", &[&file, &file])).await.points_at("/entries/1/client_id", "DUPLICATE");
        hand_in(&owner, &report("2026-11", &[])).await.points_at("/entries", "REQUIRED");
        let mut silent = report("2026-11", &[&file]);
        silent["entries"][0]["competition"] = json!(" ");
        hand_in(&owner, &silent).await.points_at("/entries/0/competition", "REQUIRED");
        // Who looks after no client has none to tell of.
        let newcomer = app.signed_in("liangjing").await;
        submitted(&newcomer, "2026-11", &[]).await;
        // A file that is handed over afterwards stays in what was told of it.
        let path = submitted(&owner, "2026-11", &[&file]).await;
        let over = json!({"owner_id": other.id, "reason": "片区调整"});
        let _ = keeper.act_now(&file, "hand-over", over).await.expect(200);
        let after = owner.patch_now(&path, json!({"summary": "改写"})).await.expect(200);
        assert_eq!((&after["entries"][0]["client"], &after["entries"][0]["client_name"]), (&Value::Null, &json!("成都锦川机电设备有限公司")));
    }

    /// A-CIR-03: what was sent back comes again; when it first came remains.
    async fn a_report_that_was_sent_back_keeps_its_first_time(app: TestApp) {
        let (_, owner, file) = a_file(&app).await;
        let owner_id = owner.id;
        let owner = at(&app, "2026-12-08T01:00:00Z", SALESPERSON).await;
        let path = submitted(&owner, "2026-12", &[&file]).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        admin.act_now(&path, "send-back", json!({"reason": " "})).await.points_at("/reason", "REQUIRED");
        let back = admin.act_now(&path, "send-back", json!({"reason": "请补充竞争对手的报价"})).await.expect(200);
        assert_eq!((&back["state"], &back["sent_back_reason"]), (&json!("SENT_BACK"), &json!("请补充竞争对手的报价")));
        assert_eq!(notices(&owner).await[0], "client-information-report.sent-back");
        admin.act_now(&path, "receive", json!({})).await.refuses(409, "INFORMATION_REPORT_STATE");
        let owner = at(&app, "2026-12-21T01:00:00Z", SALESPERSON).await;
        let mut told = entry(&file);
        told["competition"] = json!("主要对手报价 98 元/件，账期 90 天");
        let again = owner.patch_now(&path, json!({"entries": [told]})).await.expect(200);
        assert_eq!((&again["state"], &again["late"]), (&json!("SUBMITTED"), &json!(false)));
        assert_eq!((&again["submitted_at"], &again["resubmitted_at"]), (&json!("2026-12-08T01:00:00Z"), &json!("2026-12-21T01:00:00Z")));
        assert_eq!(again["entries"][0]["competition"], "主要对手报价 98 元/件，账期 90 天");
        let stale = owner.patch(&path, "\"1\"", json!({"summary": "旧"})).await;
        stale.refuses(412, "STALE_VERSION");
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let _ = admin.act_now(&path, "receive", json!({})).await.expect(200);
        // What was told first stands in the trail.
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let trail = format!("/audit-entries?resource_id={}&action=client-information-report.updated", id(&path));
        let entry = auditor.get(&trail).await.expect(200)["items"][0].clone();
        assert_eq!(entry["changes"]["entries"][0][0]["competition"], "两家同行报价较我司低约 3%，账期 60 天");
        assert_eq!(entry["actor"]["id"], owner_id.to_string(), "{entry}");
    }

    /// A-CIR-03: nobody takes in what they wrote themselves.
    async fn nobody_receives_a_report_of_their_own(app: TestApp) {
        let admin = app.signed_in(tests::company::ADMINISTRATOR).await;
        let roles = admin.get("/roles").await.expect(200);
        let keeper = app.newcomer("both").await;
        for code in ["INFORMATION_SUPERVISOR", "SALESPERSON"] {
            let role = roles["items"].as_array().unwrap().iter().find(|it| it["code"] == code).unwrap();
            let grant = json!({"person_id": keeper.id, "role_id": role["id"], "reason": "兼岗"});
            let granted = admin.post("/role-grants", grant).await;
            if granted.status != 201 {
                // The house keeps the two apart already; then a role of the company's own.
                let own = json!({"code": "OWN", "name": "自定", "clearance": 3, "permissions": [
                    {"permission": "client-report.submit", "scope": "OWN"}]});
                let role = admin.post("/roles", own).await.expect(201);
                let grant = json!({"person_id": keeper.id, "role_id": role["id"], "reason": "兼岗"});
                let _ = admin.post("/role-grants", grant).await.expect(201);
            }
        }
        let path = submitted(&keeper, "2026-11", &[]).await;
        let seen = keeper.get(&path).await.expect(200);
        for act in ["receive", "send-back", "call-back"] {
            assert_eq!(allowed(&seen, act), (false, "INFORMATION_REPORT_OWN"));
        }
        keeper.act_now(&path, "receive", json!({})).await.refuses_by(409, "INFORMATION_REPORT_OWN", "A-CIR-03");
        keeper.act_now(&path, "send-back", json!({"reason": "x"})).await.refuses(409, "INFORMATION_REPORT_OWN");
        let oneself = json!({"person_id": keeper.id, "period": "2026-11", "note": "自问自答", "called_at": "2026-11-20T02:00:00Z"});
        keeper.post("/client-information-report-call-backs", oneself).await.refuses_by(409, "INFORMATION_REPORT_OWN", "A-CIR-03");
        // Nor does a salesperson take in anybody's.
        let seller = app.signed_in(SALESPERSON).await;
        seller.act(&format!("{path}/actions/receive"), "\"1\"", json!({})).await.refuses(403, "PERMISSION_MISSING");
    }

    /// A-CLI-18: whatever becomes secret later takes the reports that name it along.
    async fn a_file_that_becomes_secret_hides_the_reports_that_name_it(app: TestApp) {
        let (keeper, owner, file) = a_file(&app).await;
        let second = begun(&keeper, institution("绵阳科创园电子有限公司", &owner)).await;
        let path = submitted(&owner, "2026-11", &[&file, &second]).await;
        let plain = submitted(&owner, "2026-10", &[&second]).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let call = json!({"person_id": owner.id, "period": "2026-11", "note": "询问锦川的竞争情况", "called_at": "2026-11-20T02:00:00Z"});
        let called = manager.post("/client-information-report-call-backs", call).await.expect(201);
        let call = format!("/client-information-report-call-backs/{}", called["id"].as_str().unwrap());
        let _ = owner.get(&call).await.expect(200);
        classify_for(&keeper, &file, &manager, "TOP_SECRET").await;
        for reader in [&owner, &admin] {
            reader.get(&path).await.refuses(404, "NOT_FOUND");
            reader.get(&call).await.refuses(404, "NOT_FOUND");
            let listed = reader.get(&format!("{LIST}?include_total=true")).await.expect(200);
            assert_eq!((each(&listed, "id"), &listed["page"]["total"]), (vec![id(&plain)], &json!(1)));
            assert_eq!(reader.get("/client-information-report-call-backs").await.expect(200)["items"], json!([]));
            let told = reader.get("/notifications").await.text;
            assert!(!told.contains("IR-20261123-0001") && !told.contains("锦川"), "{told}");
        }
        owner.patch(&path, "\"1\"", json!({"summary": "改"})).await.refuses(404, "NOT_FOUND");
        admin.act(&format!("{path}/actions/receive"), "\"1\"", json!({})).await.refuses(404, "NOT_FOUND");
        let seen = manager.get(&path).await.expect(200);
        assert_eq!(seen["level"], 3);
        let _ = manager.act_now(&path, "receive", json!({})).await.expect(200);
        // What was done to it is as secret as what it names by now.
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let trail = format!("/audit-entries?resource_id={}&action=client-information-report.received", id(&path));
        assert_eq!(auditor.get(&trail).await.expect(200)["items"].as_array().unwrap().len(), 1);
        // Back at its old level it is there again.
        let down = json!({"level": "SECRET", "reason": "往来结束"});
        let _ = keeper.act_now(&file, "classify", down).await.expect(200);
        let _ = owner.get(&path).await.expect(200);
        let _ = admin.get(&call).await.expect(200);
    }

    /// Authors see their own, managers their department's, customer service and those above all of them.
    async fn a_report_is_seen_within_reach(app: TestApp) {
        let (_, owner, file) = a_file(&app).await;
        let path = submitted(&owner, "2026-11", &[&file]).await;
        for login in [SALES_MANAGER, "luohaitao", INFORMATION_ADMINISTRATOR, SERVICE_MANAGER, GENERAL_MANAGER, AUDITOR] {
            let reader = app.signed_in(login).await;
            let seen = reader.get(&path).await.expect(200);
            let may = [INFORMATION_ADMINISTRATOR, SERVICE_MANAGER].contains(&login);
            assert_eq!(allowed(&seen, "receive").0, may, "{login}");
        }
        for login in [OTHER_SALESPERSON, "dengjunfeng", "xiaoyating"] {
            let stranger = app.signed_in(login).await;
            stranger.get(&path).await.refuses(404, "NOT_FOUND");
            assert_eq!(stranger.get(LIST).await.expect(200)["items"], json!([]));
        }
        app.signed_in("panlixin").await.get(LIST).await.refuses(403, "PERMISSION_MISSING");
    }

    /// A-CLI-14: two files become one; what was told of either is told of the one, each as it was written.
    async fn a_merged_file_takes_its_entries_along(app: TestApp) {
        let (keeper, owner, file) = a_file(&app).await;
        let second = begun(&keeper, institution("锦川成都机电公司", &owner)).await;
        let both = submitted(&owner, "2026-11", &[&file, &second]).await;
        let one = submitted(&owner, "2026-10", &[&second]).await;
        let merged = json!({"from_id": id(&second), "from_version": 1, "reason": "同一公司重复建档"});
        let _ = keeper.act_now(&file, "merge", merged).await.expect(200);
        let seen = owner.get(&one).await.expect(200);
        assert_eq!((&seen["entries"][0]["client"]["id"], &seen["entries"][0]["client_name"]), (&json!(id(&file)), &json!("锦川成都机电公司")));
        let seen = owner.get(&both).await.expect(200);
        let told: Vec<_> = seen["entries"].as_array().unwrap().iter().map(|it| it["client"]["id"].clone()).collect();
        assert_eq!(told, [json!(id(&file)), json!(id(&file))]);
        // Their author may go on with both, or make one of them, but not write a third.
        let _ = owner.patch_now(&both, json!({"summary": "改写"})).await.expect(200);
        let thrice = json!({"entries": [entry(&file), entry(&file), entry(&file)]});
        owner.patch_now(&both, thrice).await.points_at("/entries/2/client_id", "DUPLICATE");
        let folded = owner.patch_now(&both, json!({"entries": [entry(&file)]})).await.expect(200);
        assert_eq!(folded["clients"], 1);
        // The one that went is told of no more.
        let other = app.signed_in(SALESPERSON).await;
        hand_in(&other, &report("2026-09", &[&second])).await.refuses(409, "CLIENT_MERGED");
        // From then on it is as secret as the one that remains.
        let manager = app.signed_in(SERVICE_MANAGER).await;
        classify_for(&keeper, &file, &manager, "TOP_SECRET").await;
        owner.get(&one).await.refuses(404, "NOT_FOUND");
    }

    /// A-CIR-03: called back on a report, or on there being none.
    async fn a_salesperson_is_called_back(app: TestApp) {
        const CALLS: &str = "/client-information-report-call-backs";
        let (keeper, owner, _) = a_file(&app).await;
        let call = |period: &str, at: &str| json!({"person_id": owner.id, "period": period,
            "note": "询问未提交的原因：出差未归，承诺周三前补交", "called_at": at});
        let made = keeper.post(CALLS, call("2026-11", "2026-11-20T02:00:00Z")).await;
        let body = made.expect(201);
        assert_eq!((&body["person"]["name"], &body["report_id"]), (&json!("程涛"), &Value::Null));
        assert_eq!(body["called_by"]["id"], keeper.id.to_string());
        let path = format!("{CALLS}/{}", body["id"].as_str().unwrap());
        assert_eq!(made.header("location"), format!("/api/v1{path}"));
        assert_eq!(notices(&owner).await[0], "client-information-report.called-back");
        assert_eq!(owner.get(&path).await.expect(200)["period"], "2026-11");
        // The report that comes after it stands beside the call.
        let file = begun(&keeper, institution("成都蓉城环保设备有限公司", &owner)).await;
        let late = submitted(&owner, "2026-11", &[&file]).await;
        assert_eq!(owner.get(&path).await.expect(200)["report_id"], id(&late));
        for (period, at, pointer) in [
            ("2026-11", "2026-11-23T02:00:01Z", "/called_at"), ("2026-11", "2026-10-30T02:00:00Z", "/called_at"),
            ("2026-12", "2026-11-20T02:00:00Z", "/period"),
        ] {
            keeper.post(CALLS, call(period, at)).await.points_at(pointer, "RANGE");
        }
        let buyer = app.signed_in("panlixin").await;
        let mut wrong = call("2026-11", "2026-11-20T02:00:00Z");
        wrong["person_id"] = json!(buyer.id);
        keeper.post(CALLS, wrong.clone()).await.refuses_by(422, "CALL_BACK_NO_REPORTER", "A-CIR-03");
        wrong["person_id"] = json!(uuid::Uuid::new_v4());
        keeper.post(CALLS, wrong).await.points_at("/person_id", "UNKNOWN_REFERENCE");
        let _ = keeper.post(CALLS, call("2026-10", "2026-11-21T02:00:00Z")).await.expect(201);
        let of = keeper.get(&format!("{CALLS}?person_id={}", owner.id)).await.expect(200);
        assert_eq!(each(&of, "period"), ["2026-10", "2026-11"]);
        let of = keeper.get(&format!("{CALLS}?period=2026-11")).await.expect(200);
        assert_eq!(each(&of, "id"), [id(&path)]);
        // Seen by those who lead them, and by nobody beside.
        let manager = app.signed_in(SALES_MANAGER).await;
        let _ = manager.get(&path).await.expect(200);
        manager.post(CALLS, call("2026-11", "2026-11-20T02:00:00Z")).await.refuses(403, "PERMISSION_MISSING");
        let other = app.signed_in(OTHER_SALESPERSON).await;
        other.get(&path).await.refuses(404, "NOT_FOUND");
        assert_eq!(other.get(CALLS).await.expect(200)["items"], json!([]));
    }

    /// A-CLI-18: who has not sworn secrecy neither writes nor reads reports.
    async fn reports_rest_until_the_undertaking_is_signed(app: TestApp) {
        let newcomer = app.unsworn("qianxinlai").await;
        let admin = app.signed_in(tests::company::ADMINISTRATOR).await;
        let roles = admin.get("/roles").await.expect(200);
        let role = roles["items"].as_array().unwrap().iter().find(|it| it["code"] == "SALESPERSON").unwrap();
        let grant = json!({"person_id": newcomer.id, "role_id": role["id"], "reason": "入职"});
        let _ = admin.post("/role-grants", grant).await.expect(201);
        newcomer.get(LIST).await.refuses_by(403, "SECRECY_NOT_ACKNOWLEDGED", "A-CLI-18");
        hand_in(&newcomer, &report("2026-11", &[])).await.refuses_by(403, "SECRECY_NOT_ACKNOWLEDGED", "A-CLI-18");
        newcomer.acknowledge_secrecy("钱新来").await;
        submitted(&newcomer, "2026-11", &[]).await;
    }
}
