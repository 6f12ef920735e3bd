//! Approvers who are away, late or gone.
use super::{
    MARKETING_MANAGER, approval, approve, asked, history, open, people, standings, task, tend, told,
};
use chrono::Duration;
use serde_json::json;
use tests::company::{ADMINISTRATOR, INFORMATION_ADMINISTRATOR, SERVICE_SPECIALIST};
use tests::on_both;

on_both! {
    /// Lent for the time of an absence: decided in their place, and the history says so.
    async fn a_colleague_decides_on_behalf(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let loan = asked(&seller).await;
        let marketing = app.signed_in(MARKETING_MANAGER).await;
        assert!(open(&marketing).await.is_empty());
        let lend = json!({"to_person_id": marketing.id, "permissions": ["approval.decide"],
            "reason": "年假期间代为审批", "valid_until": "2026-11-30T00:00:00Z"});
        let _ = manager.post("/delegations", lend).await.expect(201);
        let lent = open(&marketing).await;
        assert_eq!((&lent[0]["on_behalf"], &lent[0]["person"]["id"]), (&json!(true), &json!(manager.id)));
        let done = approve(&marketing, &task(&marketing).await).await.expect(200);
        assert_eq!(done["decided_by"]["id"], marketing.id.to_string());
        let act = approval(&seller, &loan).await["history"][1].clone();
        assert_eq!((&act["by"]["id"], &act["on_behalf_of"]["id"]), (&json!(marketing.id), &json!(manager.id)));
        assert_eq!(open(&supervisor).await.len(), 1);
        // When the absence is over, so is the right; what was decided stays readable.
        app.clock.advance(Duration::days(8));
        let marketing = app.signed_in(MARKETING_MANAGER).await;
        assert!(open(&marketing).await.is_empty());
        assert_eq!(approval(&marketing, &loan).await["state"], "RUNNING");
    }

    /// A-SCR-10, A-SCR-11: by telephone, across levels, and the one who agreed hears of the result.
    async fn an_absent_approver_agrees_by_telephone_and_their_superior_decides(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let loan = asked(&seller).await;
        let theirs = task(&manager).await;
        let support = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let phone = |at: &str| json!({"confirmed_at": at, "comment": "唐经理出差，电话同意由上级审批"});
        for out in ["2026-11-22T02:00:00Z", "2026-11-23T02:00:01Z"] {
            let refused = support.act_now(&theirs, "across-levels", phone(out)).await;
            refused.points_at("/confirmed_at", "RANGE");
        }
        manager.act_now(&theirs, "across-levels", phone("2026-11-23T02:00:00Z")).await
            .refuses(403, "PERMISSION_MISSING");
        let _ = support.act_now(&theirs, "across-levels", phone("2026-11-23T02:00:00Z")).await.expect(200);
        assert!(open(&manager).await.is_empty());
        assert_eq!(told(&manager).await[0], "approval.taken-across-levels", "at once");
        let marketing = app.signed_in(MARKETING_MANAGER).await;
        let taken = open(&marketing).await;
        assert_eq!(taken[0]["origin"], "ACROSS_LEVELS");
        assert_eq!((&taken[0]["confirmed_by"]["id"], &taken[0]["confirmed_at"]),
            (&json!(manager.id), &json!("2026-11-23T02:00:00Z")));
        let _ = approve(&marketing, &task(&marketing).await).await.expect(200);
        assert_eq!(told(&manager).await[0], "approval.across-levels-decided");
        assert_eq!(history(&approval(&seller, &loan).await)[1], "ACROSS_LEVELS");
    }

    /// The telephone is noted by somebody who sees the approval and has no part in it.
    async fn not_everybody_notes_a_telephone_confirmation(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let _ = asked(&seller).await;
        let theirs = task(&manager).await;
        let phone = json!({"confirmed_at": "2026-11-23T02:00:00Z", "comment": "电话同意"});
        seller.act_now(&theirs, "across-levels", phone.clone()).await.refuses(403, "PERMISSION_MISSING");
        let specialist = app.signed_in(SERVICE_SPECIALIST).await;
        specialist.act(&format!("{theirs}/actions/across-levels"), "\"1\"", phone).await
            .refuses(404, "NOT_FOUND");
    }

    /// The term is one of working time; past it the superior hears of it and may decide, once.
    async fn a_late_approver_is_told_and_their_superior_may_decide(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let loan = asked(&seller).await;
        let marketing = app.signed_in(MARKETING_MANAGER).await;
        // Monday 10:00 and eight working hours: Tuesday 11:00.
        assert_eq!(manager.get(&task(&manager).await).await.expect(200)["due_at"], "2026-11-24T03:00:00Z");
        assert_eq!(tend(&app).await, 0);
        app.clock.advance(Duration::hours(25) + Duration::seconds(1));
        let (seller, manager, marketing_now) = (
            app.signed_in(tests::company::SALESPERSON).await,
            app.signed_in(tests::company::SALES_MANAGER).await,
            app.signed_in(MARKETING_MANAGER).await,
        );
        assert_eq!(open(&manager).await[0]["overdue"], true);
        assert_eq!((tend(&app).await, tend(&app).await), (1, 0), "told once");
        assert_eq!(told(&manager).await[0], "approval.overdue");
        assert_eq!(told(&seller).await[0], "approval.overdue");
        let theirs = open(&marketing_now).await;
        assert_eq!(theirs[0]["origin"], "ESCALATED");
        let late = manager.get("/approval-tasks?overdue=true").await.expect(200);
        assert_eq!(late["items"].as_array().unwrap().len(), 1);
        let _ = approve(&marketing_now, &task(&marketing_now).await).await.expect(200);
        assert!(open(&manager).await.is_empty(), "decided by another");
        assert_eq!(standings(&approval(&seller, &loan).await)[1].1, "OPEN");
        let _ = (marketing, supervisor);
    }

    /// Whoever leaves has nothing to decide any more: their superior does.
    async fn an_approver_who_leaves_is_replaced(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let loan = asked(&seller).await;
        let admin = app.signed_in(ADMINISTRATOR).await;
        let marketing = app.signed_in(MARKETING_MANAGER).await;
        let gone = json!({"reason": "离职"});
        let _ = admin.act_now(&format!("/people/{}", manager.id), "disable", gone).await.expect(200);
        assert_eq!(tend(&app).await, 1);
        let seen = approval(&seller, &loan).await;
        let states: Vec<_> = seen["steps"][0]["tasks"].as_array().unwrap().iter()
            .map(|it| it["state"].as_str().unwrap()).collect();
        assert_eq!(states, ["CLOSED", "OPEN"]);
        assert_eq!(open(&marketing).await[0]["origin"], "ESCALATED");
        assert_eq!(tend(&app).await, 0);
    }

    /// Nobody at all: seen on the approval, told once, and gone on with as soon as somebody may.
    async fn a_step_that_nobody_may_decide_waits_seen(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let loan = asked(&seller).await;
        let _ = approve(&manager, &task(&manager).await).await.expect(200);
        let admin = app.signed_in(ADMINISTRATOR).await;
        let gone = json!({"reason": "离职"});
        let mut everybody = vec![supervisor.id, manager.id];
        for login in ["zhoumin", "luohaitao", "hejianguo"] {
            everybody.push(app.signed_in(login).await.id);
        }
        for person in everybody {
            let _ = admin.act_now(&format!("/people/{person}"), "disable", gone.clone()).await.expect(200);
        }
        assert_eq!(tend(&app).await, 1);
        assert_eq!(tend(&app).await, 0, "told once");
        assert_eq!(history(&approval(&seller, &loan).await).last(), Some(&"STUCK"));
        assert_eq!(told(&seller).await[0], "approval.stuck");
        let back = format!("/people/{}", supervisor.id);
        let _ = admin.act_now(&back, "enable", json!({"reason": "返聘"})).await.expect(200);
        assert_eq!(tend(&app).await, 1);
        assert_eq!(standings(&approval(&seller, &loan).await)[1].1, "OPEN");
    }
}
