//! Nobody approves their own, whatever they hold; and who may is said.
use super::{
    MARKETING_MANAGER, approval, approve, asked, consultation, flow_of, open, path, people, task,
};
use serde_json::{Value, json};
use tests::company::{
    ADMINISTRATOR, GENERAL_MANAGER, INFORMATION_SUPERVISOR, SALES_MANAGER, SERVICE_MANAGER,
};
use tests::{Caller, on_both};

async fn eligible(by: &Caller, loan: &str) -> Value {
    let way = path(&approval(by, loan).await);
    by.get(&format!("{way}/eligible-approvers")).await.expect(200)["items"].clone()
}

on_both! {
    /// The head of a department asks: the next department's head signs.
    async fn a_manager_does_not_sign_for_themselves(app: TestApp) {
        let manager = app.signed_in(SALES_MANAGER).await;
        let loan = asked(&manager).await;
        let seen = approval(&manager, &loan).await;
        let marketing = app.signed_in(MARKETING_MANAGER).await;
        assert_eq!(seen["steps"][0]["tasks"][0]["person"]["id"], marketing.id.to_string());
        assert!(open(&manager).await.is_empty());
    }

    /// Who asked may hold the very role that approves: their superior stands in, and the reason is said.
    async fn whoever_asked_is_passed_over_in_every_step(app: TestApp) {
        let supervisor = app.signed_in(INFORMATION_SUPERVISOR).await;
        let service = app.signed_in(SERVICE_MANAGER).await;
        let loan = asked(&supervisor).await;
        let who = eligible(&supervisor, &loan).await;
        assert_eq!(who[1]["people"][0]["person"]["id"], supervisor.id.to_string());
        assert_eq!(who[1]["people"][0]["reasons"][0]["code"], "APPROVAL_REQUESTED");
        assert_eq!(who[1]["stand_in"]["id"], service.id.to_string());
        let _ = approve(&service, &task(&service).await).await.expect(200);
        // Not the same again, as long as somebody above may.
        let boss = app.signed_in(GENERAL_MANAGER).await;
        assert_eq!(open(&boss).await[0]["origin"], "ESCALATED");
        let _ = approve(&boss, &task(&boss).await).await.expect(200);
        assert_eq!(approval(&supervisor, &loan).await["state"], "APPROVED");
    }

    /// One person in two steps decides each by itself, and it is shown, not passed over in silence.
    async fn one_person_in_two_steps_is_shown(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let named = json!({"by": "PEOPLE", "people": [manager.id]});
        flow_of(&app, json!([
            {"key": "first", "name": "初审", "mode": "ANY", "approver": named},
            {"key": "second", "name": "复审", "mode": "ANY", "approver": named},
        ])).await;
        let loan = asked(&seller).await;
        let _ = approve(&manager, &task(&manager).await).await.expect(200);
        assert_eq!(approval(&seller, &loan).await["state"], "RUNNING");
        let _ = approve(&manager, &task(&manager).await).await.expect(200);
        let seen = approval(&seller, &loan).await;
        assert_eq!(seen["state"], "APPROVED");
        assert_eq!(seen["repeated"][0]["person"]["id"], manager.id.to_string());
        assert_eq!(seen["repeated"][0]["steps"], json!(["初审", "复审"]));
    }

    /// A role more does not help: not even one that holds everything of approvals.
    async fn an_administrator_approves_nothing_of_their_own(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let boss = app.signed_in(GENERAL_MANAGER).await;
        let step = json!({"key": "only", "name": "指定人员审批", "mode": "ANY",
            "approver": {"by": "PEOPLE", "people": [seller.id, manager.id]}});
        flow_of(&app, json!([step])).await;
        let admin = app.signed_in(ADMINISTRATOR).await;
        let role = json!({"code": "ALL_OF_APPROVALS", "name": "审批全权", "clearance": 3, "permissions": [
            {"permission": "approval.read", "scope": "ALL"}, {"permission": "approval.decide", "scope": "ALL"},
            {"permission": "approval.cross-levels", "scope": "ALL"}]});
        let role = admin.post("/roles", role).await.expect(201)["id"].clone();
        let grant = json!({"person_id": seller.id, "role_id": role, "reason": "岗位需要"});
        let _ = admin.post("/role-grants", grant).await.expect(201);
        let loan = asked(&seller).await;
        assert!(open(&seller).await.is_empty());
        let tasks = approval(&manager, &loan).await["steps"][0]["tasks"].clone();
        assert_eq!(tasks.as_array().unwrap().len(), 1, "{tasks}");
        let theirs = task(&manager).await;
        // Nor is it handed to them, nor taken across levels by them.
        let to = json!({"person_id": seller.id, "comment": "您来定"});
        manager.act_now(&theirs, "hand-over", to).await.points_at("/person_id", "APPROVAL_REQUESTED");
        let phone = json!({"confirmed_at": "2026-11-23T02:00:00Z", "comment": "电话同意"});
        seller.act_now(&theirs, "across-levels", phone).await.refuses_by(409, "APPROVAL_OWN_PART", "A-SCR-10");
        let _ = boss;
    }

    /// Two steps that exclude each other are two persons', lent or not.
    async fn who_decided_in_one_step_does_not_decide_in_the_one_that_excludes_it(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let first = json!({"key": "first", "name": "初审", "mode": "ANY",
            "approver": {"by": "PEOPLE", "people": [manager.id, supervisor.id]}});
        let second = json!({"key": "second", "name": "复审", "mode": "ANY", "excludes": ["first"],
            "approver": {"by": "PEOPLE", "people": [manager.id, supervisor.id]}});
        flow_of(&app, json!([first, second])).await;
        let loan = asked(&seller).await;
        let _ = approve(&manager, &task(&manager).await).await.expect(200);
        assert!(open(&manager).await.is_empty(), "the second step is another's");
        let who = eligible(&seller, &loan).await;
        let reason = who[1]["people"].as_array().unwrap().iter()
            .find(|it| it["person"]["id"] == manager.id.to_string()).unwrap()["reasons"][0].clone();
        assert_eq!(reason["code"], "APPROVAL_DECIDED_IN");
        assert!(reason["detail"].as_str().unwrap().contains("初审"), "{reason}");
        // Not by way of an absence either.
        let lend = json!({"to_person_id": manager.id, "permissions": ["approval.decide"],
            "reason": "年假", "valid_until": "2026-11-30T00:00:00Z"});
        let _ = supervisor.post("/delegations", lend).await.expect(201);
        let lent = open(&manager).await;
        assert_eq!((lent.len(), &lent[0]["on_behalf"]), (1, &json!(true)));
        approve(&manager, &task(&manager).await).await.refuses(409, "APPROVAL_DECIDED_IN");
        let _ = approve(&supervisor, &task(&supervisor).await).await.expect(200);
    }

    /// Asked in both at once, they decide one: the other is somebody else's from then on.
    async fn of_two_steps_open_together_that_exclude_each_other_the_second_goes_to_another(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let named = json!({"by": "PEOPLE", "people": [manager.id]});
        let other = json!({"by": "SUPERIOR"});
        flow_of(&app, json!([
            {"key": "first", "name": "初审", "mode": "ANY", "approver": named, "excludes": ["second"]},
            {"key": "second", "name": "复审", "mode": "ANY", "together": true, "approver": other},
        ])).await;
        let loan = asked(&seller).await;
        let both = open(&manager).await;
        assert_eq!(both.len(), 2, "the same person is asked in both");
        let first = format!("/approval-tasks/{}", both[1]["id"].as_str().unwrap());
        let _ = approve(&manager, &first).await.expect(200);
        assert!(open(&manager).await.is_empty());
        let marketing = app.signed_in(MARKETING_MANAGER).await;
        assert_eq!(open(&marketing).await[0]["origin"], "ESCALATED");
        let _ = approve(&marketing, &task(&marketing).await).await.expect(200);
        assert_eq!(approval(&seller, &loan).await["state"], "APPROVED");
    }

    /// Nobody is left: said at the submission, with the step and its rule.
    async fn where_nobody_is_left_the_submission_says_so(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let boss = app.signed_in(GENERAL_MANAGER).await;
        // The general manager has no superior who could stand in.
        let first = json!({"key": "first", "name": "部门审批", "mode": "ANY",
            "approver": {"by": "PEOPLE", "people": [manager.id]}});
        let last = json!({"key": "last", "name": "总经理审批", "mode": "ANY", "excludes": [],
            "clauses": ["A-BOR-06"], "approver": {"by": "ROLE", "role": "GENERAL_MANAGER"}});
        flow_of(&app, json!([first, last])).await;
        let body = consultation();
        let refused = boss.post_with_key("/client-loans", "nobody-left", &body).await;
        let problem = refused.refuses_by(409, "APPROVAL_NOBODY_LEFT", "A-BOR-06");
        assert_eq!(problem["params"]["step"], "总经理审批");
        assert_eq!(boss.get("/client-loans").await.expect(200)["items"], json!([]), "nothing is begun");
        let _ = asked(&seller).await;
    }
}
