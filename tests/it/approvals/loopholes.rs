//! Ways around the separation of duties that somebody found, closed.
use super::{
    MARKETING_MANAGER, OTHER_SALES_MANAGER, approval, approve, asked, flow_of, history, lend, open,
    path, people, step, task, tend,
};
use serde_json::json;
use tests::company::{
    ADMINISTRATOR, GENERAL_MANAGER, INFORMATION_ADMINISTRATOR, INFORMATION_SUPERVISOR,
    SALES_MANAGER, SALESPERSON, SERVICE_MANAGER,
};
use tests::{Caller, TestApp, on_both};

/// 会签 of two; the first has agreed.
async fn half_agreed(app: &TestApp) -> (Caller, Caller, Caller, String) {
    let (seller, manager, _) = people(app).await;
    let marketing = app.signed_in(MARKETING_MANAGER).await;
    flow_of(app, json!([step("all", "ALL", &[&manager, &marketing])])).await;
    let loan = asked(&seller).await;
    let _ = approve(&marketing, &task(&marketing).await).await.expect(200);
    (seller, manager, marketing, loan)
}

on_both! {
    /// Where all have to agree, nobody agrees for two: not by being handed the other's task …
    async fn nobody_agrees_twice_by_a_task_handed_over(app: TestApp) {
        let (seller, manager, marketing, loan) = half_agreed(&app).await;
        let mine = task(&manager).await;
        let to = json!({"person_id": marketing.id, "comment": "请您代为决定"});
        manager.act_now(&mine, "hand-over", to).await.points_at("/person_id", "APPROVAL_HAS_A_SAY");
        assert_eq!(approval(&seller, &loan).await["state"], "RUNNING");
    }

    /// … nor by being lent the right …
    async fn nobody_agrees_twice_by_a_right_that_was_lent(app: TestApp) {
        let (seller, manager, marketing, loan) = half_agreed(&app).await;
        lend(&manager, &marketing).await;
        approve(&marketing, &task(&marketing).await).await.refuses(409, "APPROVAL_HAS_A_SAY");
        assert_eq!(approval(&seller, &loan).await["state"], "RUNNING");
    }

    /// … nor across levels: the next one up decides …
    async fn nobody_agrees_twice_across_levels(app: TestApp) {
        let (seller, manager, marketing, loan) = half_agreed(&app).await;
        let support = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let phone = json!({"confirmed_at": "2026-11-23T02:00:00Z", "comment": "电话同意"});
        let _ = support.act_now(&task(&manager).await, "across-levels", phone).await.expect(200);
        assert!(open(&marketing).await.is_empty());
        let boss = app.signed_in(GENERAL_MANAGER).await;
        let _ = approve(&boss, &task(&boss).await).await.expect(200);
        assert_eq!(approval(&seller, &loan).await["state"], "APPROVED");
    }

    /// … nor does the one who leaves agree by leaving: their superior is asked.
    async fn who_leaves_agrees_to_nothing(app: TestApp) {
        let (seller, manager, _, loan) = half_agreed(&app).await;
        let admin = app.signed_in(ADMINISTRATOR).await;
        let gone = json!({"reason": "离职"});
        let _ = admin.act_now(&format!("/people/{}", manager.id), "disable", gone).await.expect(200);
        assert_eq!(tend(&app).await, 1);
        assert_eq!(approval(&seller, &loan).await["state"], "RUNNING");
        let boss = app.signed_in(GENERAL_MANAGER).await;
        assert_eq!(open(&boss).await[0]["origin"], "ESCALATED");
        let _ = approve(&boss, &task(&boss).await).await.expect(200);
        assert_eq!(approval(&seller, &loan).await["state"], "APPROVED");
    }

    /// Whoever asks is one of those who have to agree: their superior agrees in their place.
    async fn who_asks_is_stood_in_for_where_all_have_to_agree(app: TestApp) {
        let manager = app.signed_in(SALES_MANAGER).await;
        let service = app.signed_in(SERVICE_MANAGER).await;
        flow_of(&app, json!([step("all", "ALL", &[&manager, &service])])).await;
        let loan = asked(&manager).await;
        let _ = approve(&service, &task(&service).await).await.expect(200);
        assert_eq!(approval(&manager, &loan).await["state"], "RUNNING");
        let marketing = app.signed_in(MARKETING_MANAGER).await;
        let _ = approve(&marketing, &task(&marketing).await).await.expect(200);
        assert_eq!(approval(&manager, &loan).await["state"], "APPROVED");
    }

    /// What somebody may not decide they cannot lend either; nor what they do not hold any more.
    async fn a_right_that_was_lent_reaches_no_further_than_the_lenders(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let other = app.signed_in(OTHER_SALES_MANAGER).await;
        let marketing = app.signed_in(MARKETING_MANAGER).await;
        flow_of(&app, json!([step("any", "ANY", &[&manager, &marketing])])).await;
        let _ = asked(&seller).await;
        lend(&manager, &other).await;
        let theirs = task(&other).await;
        let admin = app.signed_in(ADMINISTRATOR).await;
        let grants = admin.get(&format!("/role-grants?person_id={}", manager.id)).await.expect(200);
        let grant = format!("/role-grants/{}", grants["items"][0]["id"].as_str().unwrap());
        let _ = admin.act_now(&grant, "revoke", json!({"reason": "调离"})).await.expect(200);
        approve(&other, &theirs).await.refuses(409, "APPROVAL_CANNOT_SEE");
        let gone = json!({"reason": "离职"});
        let _ = admin.act_now(&format!("/people/{}", manager.id), "disable", gone).await.expect(200);
        assert!(open(&other).await.is_empty());
    }

    /// A-SCR-10: nobody notes a telephone call and then decides on the strength of it.
    async fn who_notes_the_telephone_does_not_decide(app: TestApp) {
        let (seller, _, _) = people(&app).await;
        let supervisor = app.signed_in(INFORMATION_SUPERVISOR).await;
        let service = app.signed_in(SERVICE_MANAGER).await;
        let boss = app.signed_in(GENERAL_MANAGER).await;
        flow_of(&app, json!([
            step("first", "ANY", &[&supervisor]), step("second", "ANY", &[&service]),
        ])).await;
        let loan = asked(&seller).await;
        let support = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let lent = json!({"to_person_id": service.id, "permissions": ["approval.cross-levels"],
            "reason": "代班", "valid_until": "2026-11-30T00:00:00Z"});
        let _ = support.post("/delegations", lent).await.expect(201);
        let phone = json!({"confirmed_at": "2026-11-23T02:00:00Z", "comment": "电话同意"});
        let _ = service.act_now(&task(&supervisor).await, "across-levels", phone).await.expect(200);
        assert!(open(&service).await.is_empty(), "not they but the next one up");
        let _ = approve(&boss, &task(&boss).await).await.expect(200);
        // Nor in the step after it.
        assert!(open(&service).await.is_empty());
        assert_eq!(approval(&seller, &loan).await["state"], "RUNNING");
    }

    /// Somebody added, or who agreed by telephone, has had their say: not in the step that excludes it.
    async fn an_added_approver_does_not_decide_in_the_step_that_excludes_it(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let marketing = app.signed_in(MARKETING_MANAGER).await;
        let boss = app.signed_in(GENERAL_MANAGER).await;
        let mut second = step("second", "ANY", &[&marketing]);
        second["excludes"] = json!(["first"]);
        flow_of(&app, json!([step("first", "ANY", &[&manager]), second])).await;
        let _ = asked(&seller).await;
        let mine = task(&manager).await;
        let add = json!({"person_id": marketing.id, "when": "BEFORE", "comment": "请先看"});
        let _ = manager.act_now(&mine, "add-approver", add).await.expect(200);
        let _ = approve(&marketing, &task(&marketing).await).await.expect(200);
        let _ = approve(&manager, &mine).await.expect(200);
        assert!(open(&marketing).await.is_empty());
        assert_eq!(open(&boss).await[0]["origin"], "ESCALATED");
    }

    async fn who_agreed_by_telephone_does_not_decide_in_the_step_that_excludes_it(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let marketing = app.signed_in(MARKETING_MANAGER).await;
        let other = app.signed_in(OTHER_SALES_MANAGER).await;
        let mut second = step("second", "ANY", &[&manager, &other]);
        second["excludes"] = json!(["first"]);
        flow_of(&app, json!([step("first", "ANY", &[&manager]), second])).await;
        let _ = asked(&seller).await;
        let support = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let phone = json!({"confirmed_at": "2026-11-23T02:00:00Z", "comment": "电话同意"});
        let _ = support.act_now(&task(&manager).await, "across-levels", phone).await.expect(200);
        let _ = approve(&marketing, &task(&marketing).await).await.expect(200);
        assert!(open(&manager).await.is_empty());
        assert_eq!(open(&other).await.len(), 1);
    }

    /// A-BOR-01: a superior who was not entered, or taken out by oneself, saves no signature.
    async fn the_department_signs_whatever_is_entered_of_superiors(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        let personnel = app.signed_in("songliping").await;
        let own = format!("/people/{}", personnel.id);
        personnel.patch_now(&own, json!({"superior_id": null})).await.refuses(409, "OWN_FILE");
        let seller = app.signed_in(SALESPERSON).await;
        let path_of = format!("/people/{}", seller.id);
        let _ = admin.patch_now(&path_of, json!({"superior_id": null})).await.expect(200);
        let loan = asked(&seller).await;
        let seen = approval(&seller, &loan).await;
        assert_eq!(seen["steps"][0]["key"], "department-head");
    }

    async fn nobody_adds_themselves_or_without_end(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let marketing = app.signed_in(MARKETING_MANAGER).await;
        let _ = asked(&seller).await;
        let mine = task(&manager).await;
        let add = |who: &Caller| json!({"person_id": who.id, "when": "AFTER", "comment": "请阅"});
        manager.act_now(&mine, "add-approver", add(&manager)).await.points_at("/person_id", "DUPLICATE");
        for _ in 2..30 {
            let _ = manager.act_now(&mine, "add-approver", add(&marketing)).await.expect(200);
        }
        manager.act_now(&mine, "add-approver", add(&marketing)).await.refuses(409, "APPROVAL_TOO_MANY_ADDED");
    }

    /// Two steps that nobody may decide are each told once, however long it takes.
    async fn two_stuck_steps_are_told_once_each(app: TestApp) {
        let boss = app.signed_in(GENERAL_MANAGER).await;
        let (manager, service) = (app.signed_in(SALES_MANAGER).await, app.signed_in(SERVICE_MANAGER).await);
        let mut second = step("second", "ANY", &[&service]);
        second["together"] = json!(true);
        flow_of(&app, json!([step("first", "ANY", &[&manager]), second])).await;
        let loan = asked(&boss).await;
        let admin = app.signed_in(ADMINISTRATOR).await;
        for person in [manager.id, app.signed_in(MARKETING_MANAGER).await.id, service.id] {
            let gone = json!({"reason": "离职"});
            let _ = admin.act_now(&format!("/people/{person}"), "disable", gone).await.expect(200);
        }
        for _ in 0..4 {
            let _ = tend(&app).await;
        }
        let seen = approval(&boss, &loan).await;
        assert_eq!(history(&seen), ["SUBMITTED", "STUCK", "STUCK"]);
        let _ = boss.act_now(&path(&seen), "withdraw", json!({"reason": "改由他人"})).await.expect(200);
    }
}
