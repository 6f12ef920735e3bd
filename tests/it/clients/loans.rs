//! Borrowing and consulting client archives (A-BOR-01 to A-BOR-05).
use super::{allowed, begun, institution};
use serde_json::{Value, json};
use tests::company::{
    AUDITOR, INFORMATION_ADMINISTRATOR, INFORMATION_SUPERVISOR, SALES_MANAGER, SALESPERSON,
    SERVICE_MANAGER, a_secret_client_of_sales_one, classify_for,
};
use tests::{Caller, TestApp, on_both};

fn request(kind: &str, due_on: Option<&str>) -> Value {
    json!({
        "kind": kind, "wanted": "成都锦川机电设备有限公司的往来记录与合同", "purpose": "续签谈判准备",
        "due_on": due_on, "undertaking": true,
    })
}

async fn ask(by: &Caller, body: &Value) -> tests::Answer {
    by.post_with_key("/client-loans", &tests::app::fresh_key(), body).await
}

async fn asked(by: &Caller, kind: &str, due_on: Option<&str>) -> String {
    let made = ask(by, &request(kind, due_on)).await.expect(201);
    format!("/client-loans/{}", made["id"].as_str().unwrap())
}

/// Everybody who has to approves.
async fn signed(app: &TestApp, approvers: &[&str]) {
    for login in approvers {
        let approver = app.signed_in(login).await;
        let open = approver.get("/approval-tasks").await.expect(200);
        for task in open["items"].as_array().unwrap() {
            let body = json!({"content_hash": task["content_hash"]});
            let path = format!("/approval-tasks/{}", task["id"].as_str().unwrap());
            let _ = approver.act_now(&path, "approve", body).await.expect(200);
        }
    }
}

fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

on_both! {
    /// A-BOR-01, A-BOR-03: asked, signed, handed out with its card, given back.
    async fn a_loan_goes_out_and_comes_back(app: TestApp) {
        let manager = app.signed_in(SALES_MANAGER).await;
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let file = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let loan = asked(&manager, "LOAN", Some("2026-11-30")).await;
        let seen = manager.get(&loan).await.expect(200);
        assert_eq!((&seen["number"], &seen["state"]), (&json!("LN-20261123-0001"), &json!("REQUESTED")));
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let card = json!({"files": [id(&file)], "note": "纸质档案两册，共 86 页"});
        let early = admin.act_now(&loan, "hand-out", card.clone()).await;
        early.refuses_by(409, "LOAN_STATE", "A-BOR-01");
        signed(&app, &["luohaitao", INFORMATION_SUPERVISOR]).await;
        let seen = admin.get(&loan).await.expect(200);
        assert_eq!(allowed(&seen, "hand-out"), (true, ""));
        admin.act_now(&loan, "hand-out", json!({})).await.points_at("/files", "REQUIRED");
        let out = admin.act_now(&loan, "hand-out", card).await.expect(200);
        assert_eq!((&out["state"], &out["level"]), (&json!("HANDED_OUT"), &json!(1)));
        assert_eq!(out["files"][0]["name"], "成都锦川机电设备有限公司");
        assert_eq!(out["handed_out_by"]["id"], admin.id.to_string());
        app.clock.advance(chrono::Duration::days(8));
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let late = admin.get("/client-loans?due_before=2026-12-01").await.expect(200);
        assert_eq!(late["items"][0]["overdue"], true);
        let back = admin.act_now(&loan, "give-back", json!({"note": "两册齐全"})).await.expect(200);
        assert_eq!((&back["state"], &back["settled_note"]), (&json!("GIVEN_BACK"), &json!("两册齐全")));
        assert_eq!(admin.get("/client-loans?due_before=2026-12-01").await.expect(200)["items"], json!([]));
        admin.act_now(&loan, "give-back", json!({})).await.refuses(409, "LOAN_STATE");
    }

    /// A-BOR-02: to take along is for managers and above; to look into is for everybody.
    async fn only_managers_borrow(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let refused = ask(&seller, &request("LOAN", Some("2026-11-30"))).await;
        let problem = refused.refuses_by(409, "LOAN_ONLY_MANAGERS", "A-BOR-02");
        assert_eq!(problem["escalation"], "client-loan.borrow");
        let loan = asked(&seller, "CONSULTATION", None).await;
        // Nor by way of a change.
        let change = json!({"kind": "LOAN", "due_on": "2026-11-30"});
        seller.patch_now(&loan, change).await.refuses_by(409, "LOAN_ONLY_MANAGERS", "A-BOR-02");
        assert_eq!(seller.get(&loan).await.expect(200)["kind"], "CONSULTATION");
    }

    /// A-BOR-04: nobody is given client information who will read it on the train.
    async fn the_undertaking_comes_first(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let mut body = request("CONSULTATION", None);
        body["undertaking"] = json!(false);
        ask(&seller, &body).await.refuses_by(409, "LOAN_UNDERTAKING_MISSING", "A-BOR-04");
        body.as_object_mut().unwrap().remove("undertaking");
        ask(&seller, &body).await.points_at("/undertaking", "REQUIRED");
    }

    async fn a_loan_has_a_last_day_and_nothing_else_does(app: TestApp) {
        let manager = app.signed_in(SALES_MANAGER).await;
        ask(&manager, &request("LOAN", None)).await.points_at("/due_on", "REQUIRED");
        ask(&manager, &request("LOAN", Some("2026-11-22"))).await.points_at("/due_on", "RANGE");
        ask(&manager, &request("STATISTICS", Some("2026-11-30"))).await.points_at("/due_on", "RANGE");
    }

    /// A-BOR-05: the record names the borrower and their direct superior.
    async fn a_loss_names_the_borrower_and_their_superior(app: TestApp) {
        let manager = app.signed_in(SALES_MANAGER).await;
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let file = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let loan = asked(&manager, "LOAN", Some("2026-11-30")).await;
        signed(&app, &["luohaitao", INFORMATION_SUPERVISOR]).await;
        let _ = keeper.act_now(&loan, "hand-out", json!({"files": [id(&file)]})).await.expect(200);
        let gone = json!({"note": "借阅人出差途中遗失其中一册"});
        let oneself = json!({"note": "遗失", "superior_id": manager.id});
        keeper.act_now(&loan, "report-lost", oneself).await.points_at("/superior_id", "REQUIRED");
        let lost = keeper.act_now(&loan, "report-lost", gone).await.expect(200);
        assert_eq!(lost["state"], "LOST");
        assert_eq!((&lost["requested_by"]["name"], &lost["superior"]["name"]), (&json!("唐伟"), &json!("罗海涛")));
        // Told, and able to read what they answer for.
        let superior = app.signed_in("luohaitao").await;
        let notices = superior.get("/notifications").await.expect(200);
        assert_eq!(notices["items"][0]["kind"], "client-loan.lost-below");
        assert_eq!(superior.get(&loan).await.expect(200)["settled_note"], "借阅人出差途中遗失其中一册");
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let trail = format!("/audit-entries?resource_id={}&action=client-loan.lost", id(&loan));
        let entry = auditor.get(&trail).await.expect(200)["items"][0].clone();
        assert_eq!(entry["changes"]["superior_id"][1], lost["superior"]["id"], "{entry}");
    }

    /// A-CLI-18: what is above the borrower's clearance is not handed to them, whoever signed.
    async fn nothing_above_the_borrowers_clearance_is_handed_out(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let secret = a_secret_client_of_sales_one(&app).await;
        let loan = asked(&seller, "CONSULTATION", None).await;
        signed(&app, &[SALES_MANAGER, INFORMATION_SUPERVISOR]).await;
        let keeper = app.signed_in(SERVICE_MANAGER).await;
        let card = json!({"files": [secret]});
        keeper.act_now(&loan, "hand-out", card).await.refuses_by(409, "LOAN_BORROWER_NOT_CLEARED", "A-CLI-18");
        assert_eq!(keeper.get(&loan).await.expect(200)["state"], "APPROVED");
        // A keeper who does not see the file does not learn of it either.
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let path = format!("/clients/{secret}");
        classify_for(&keeper, &path, &keeper, "TOP_SECRET").await;
        let card = json!({"files": [secret]});
        admin.act_now(&loan, "hand-out", card).await.points_at("/files/0", "UNKNOWN_REFERENCE");
    }

    /// A file whose level rises after it was lent: its name is on the card for the cleared alone.
    async fn a_card_names_files_to_those_who_are_cleared(app: TestApp) {
        let manager = app.signed_in(SALES_MANAGER).await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let file = begun(&keeper, institution("成都锦川机电设备有限公司", &manager)).await;
        let loan = asked(&manager, "CONSULTATION", None).await;
        signed(&app, &["luohaitao", INFORMATION_SUPERVISOR]).await;
        let _ = keeper.act_now(&loan, "hand-out", json!({"files": [id(&file)]})).await.expect(200);
        let service = app.signed_in(SERVICE_MANAGER).await;
        classify_for(&keeper, &file, &service, "TOP_SECRET").await;
        assert_eq!(manager.get(&loan).await.expect(200)["files"], json!([]));
        assert_eq!(keeper.get(&loan).await.expect(200)["files"].as_array().unwrap().len(), 1);
    }

    /// Nobody hands out to themselves, and who has not sworn secrecy sees nothing of it (A-CLI-18).
    async fn a_keeper_does_not_serve_themselves(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let loan = asked(&keeper, "STATISTICS", None).await;
        signed(&app, &[SERVICE_MANAGER, INFORMATION_SUPERVISOR]).await;
        keeper.act_now(&loan, "hand-out", json!({})).await.refuses_by(409, "LOAN_OWN_REQUEST", "A-BOR-01");
        let supervisor = app.signed_in(INFORMATION_SUPERVISOR).await;
        let given = supervisor.act_now(&loan, "hand-out", json!({"note": "统计表一份"})).await.expect(200);
        assert_eq!(given["state"], "PROVIDED");
    }

    /// A-BOR-01: what was approved as figures is figures.
    async fn figures_are_not_files(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let file = begun(&keeper, institution("成都锦川机电设备有限公司", &seller)).await;
        let loan = asked(&seller, "STATISTICS", None).await;
        signed(&app, &[SALES_MANAGER, INFORMATION_SUPERVISOR]).await;
        let card = json!({"files": [id(&file)]});
        keeper.act_now(&loan, "hand-out", card).await.refuses_by(409, "LOAN_FIGURES_ONLY", "A-BOR-01");
    }

    /// A-BOR-02 holds when it is submitted again and when it is handed out, not only when it is asked for.
    async fn whoever_is_no_manager_any_more_borrows_no_more(app: TestApp) {
        let manager = app.signed_in(SALES_MANAGER).await;
        let marketing = app.signed_in("luohaitao").await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let file = begun(&keeper, institution("成都锦川机电设备有限公司", &manager)).await;
        let ready = asked(&manager, "LOAN", Some("2026-11-30")).await;
        signed(&app, &["luohaitao", INFORMATION_SUPERVISOR]).await;
        let back = asked(&manager, "LOAN", Some("2026-11-30")).await;
        let open = marketing.get("/approval-tasks").await.expect(200);
        let task = format!("/approval-tasks/{}", open["items"][0]["id"].as_str().unwrap());
        let _ = marketing.act_now(&task, "send-back", json!({"comment": "写明份数"})).await.expect(200);
        let admin = app.signed_in(tests::company::ADMINISTRATOR).await;
        let grants = admin.get(&format!("/role-grants?person_id={}", manager.id)).await.expect(200);
        for grant in grants["items"].as_array().unwrap() {
            let path = format!("/role-grants/{}", grant["id"].as_str().unwrap());
            let _ = admin.act_now(&path, "revoke", json!({"reason": "转岗"})).await.expect(200);
        }
        let roles = admin.get("/roles").await.expect(200);
        let role = roles["items"].as_array().unwrap().iter().find(|it| it["code"] == "SALESPERSON").unwrap();
        let grant = json!({"person_id": manager.id, "role_id": role["id"], "reason": "转岗"});
        let _ = admin.post("/role-grants", grant).await.expect(201);
        manager.act_now(&back, "submit", json!({})).await.refuses_by(409, "LOAN_ONLY_MANAGERS", "A-BOR-02");
        let card = json!({"files": [id(&file)]});
        keeper.act_now(&ready, "hand-out", card).await.refuses(409, "LOAN_BORROWER_NOT_CLEARED");
    }

    /// Nothing goes out past the day on which it should be back.
    async fn nothing_goes_out_past_its_last_day(app: TestApp) {
        let manager = app.signed_in(SALES_MANAGER).await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let file = begun(&keeper, institution("成都锦川机电设备有限公司", &manager)).await;
        let loan = asked(&manager, "LOAN", Some("2026-11-24")).await;
        signed(&app, &["luohaitao", INFORMATION_SUPERVISOR]).await;
        app.clock.advance(chrono::Duration::days(2));
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let card = json!({"files": [id(&file)]});
        keeper.act_now(&loan, "hand-out", card).await.refuses_by(409, "LOAN_LATE", "A-BOR-01");
    }

    /// Whoever signed learns that something was handed out, not of files that are nothing to them.
    async fn a_card_names_files_to_borrower_and_keeper_alone(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let other = app.signed_in("dengjunfeng").await;
        let manager = app.signed_in(SALES_MANAGER).await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let file = begun(&keeper, institution("成都锦川机电设备有限公司", &manager)).await;
        let loan = asked(&seller, "CONSULTATION", None).await;
        let open = manager.get("/approval-tasks").await.expect(200);
        let task = format!("/approval-tasks/{}", open["items"][0]["id"].as_str().unwrap());
        let to = json!({"person_id": other.id, "comment": "请您签字"});
        let _ = manager.act_now(&task, "hand-over", to).await.expect(200);
        signed(&app, &["dengjunfeng", INFORMATION_SUPERVISOR]).await;
        let _ = keeper.act_now(&loan, "hand-out", json!({"files": [id(&file)]})).await.expect(200);
        other.get(&file).await.refuses(404, "NOT_FOUND");
        assert_eq!(other.get(&loan).await.expect(200)["files"], json!([]));
        for sees in [&seller, &keeper, &manager] {
            assert_eq!(sees.get(&loan).await.expect(200)["files"].as_array().unwrap().len(), 1);
        }
        // Nor is it shown to whoever was lent the right afterwards.
        let stranger = app.signed_in(tests::company::OTHER_SALESPERSON).await;
        let lend = json!({"to_person_id": stranger.id, "permissions": ["approval.decide"],
            "reason": "代班", "valid_until": "2026-11-30T00:00:00Z"});
        let _ = other.post("/delegations", lend).await.expect(201);
        stranger.get(&loan).await.refuses(404, "NOT_FOUND");
    }
}
