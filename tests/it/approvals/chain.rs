//! The way of a record: step after step, by the flow of the handbook.
use super::{
    OTHER_SALES_MANAGER, agree, approval, approve, asked, history, open, path, people, standings,
    task, told,
};
use serde_json::json;
use tests::company::{AUDITOR, GENERAL_MANAGER, OTHER_SALESPERSON};
use tests::on_both;

on_both! {
    /// A-BOR-01: the manager of the department signs, then customer service.
    async fn a_request_is_approved_step_by_step(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let loan = asked(&seller).await;
        let seen = approval(&seller, &loan).await;
        assert_eq!((&seen["state"], &seen["flow_version"]), (&json!("RUNNING"), &json!(0)));
        assert_eq!(seen["steps"][0]["clauses"][0]["id"], "A-BOR-01");
        // Whose turn it will be is known before it is.
        assert_eq!(seen["steps"][1]["approver"]["role"], "INFORMATION_SUPERVISOR");
        assert_eq!(seen["roles"][0]["name"], "客户信息主管");
        let at = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>()
        };
        let begun = at(&[("department-head", "OPEN"), ("customer-service", "AHEAD")]);
        assert_eq!(standings(&seen), begun);
        assert_eq!(open(&supervisor).await.len(), 0, "not before the manager");
        assert_eq!(told(&manager).await, ["approval.task-opened"]);
        let first = task(&manager).await;
        let done = approve(&manager, &first).await.expect(200);
        assert_eq!((&done["state"], &done["decided_by"]["id"]), (&json!("APPROVED"), &json!(manager.id)));
        let _ = approve(&supervisor, &task(&supervisor).await).await.expect(200);
        let seen = approval(&seller, &loan).await;
        assert_eq!(seen["state"], "APPROVED");
        assert_eq!(history(&seen), ["SUBMITTED", "APPROVED", "APPROVED", "COMPLETED"]);
        assert_eq!(seller.get(&loan).await.expect(200)["state"], "APPROVED");
        assert_eq!(told(&seller).await[0], "approval.approved");
        approve(&manager, &first).await.refuses(409, "APPROVAL_ENDED");
        app.seal().await;
        let trail = app.signed_in(AUDITOR).await;
        let of = format!("/audit-entries?resource_id={}", seen["id"].as_str().unwrap());
        let entries = trail.get(&of).await.expect(200);
        let acts: Vec<_> = entries["items"].as_array().unwrap().iter()
            .map(|it| it["action"].as_str().unwrap()).collect();
        assert_eq!(acts, ["approval.step-approved", "approval.step-approved", "approval.submitted"]);
    }

    async fn one_no_ends_it_with_its_reason(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let loan = asked(&seller).await;
        let first = task(&manager).await;
        manager.act_now(&first, "reject", json!({"comment": " "})).await.points_at("/comment", "REQUIRED");
        let why = json!({"comment": "借阅目的不明确"});
        let _ = manager.act_now(&first, "reject", why).await.expect(200);
        let seen = approval(&seller, &loan).await;
        assert_eq!((&seen["state"], &seen["reason"]), (&json!("REJECTED"), &json!("借阅目的不明确")));
        assert_eq!(seller.get(&loan).await.expect(200)["state"], "REJECTED");
        assert_eq!(told(&seller).await[0], "approval.rejected");
        assert!(open(&supervisor).await.is_empty());
    }

    /// Nobody learns of the approval of what does not exist for them.
    async fn it_exists_for_those_for_whom_its_record_exists(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let loan = asked(&seller).await;
        let way = path(&approval(&seller, &loan).await);
        let mine = task(&manager).await;
        let stranger = app.signed_in(OTHER_SALESPERSON).await;
        for address in [&loan, &way, &mine, &format!("{way}/eligible-approvers")] {
            stranger.get(address).await.refuses(404, "NOT_FOUND");
        }
        for list in ["/approvals", "/approval-tasks", "/client-loans"] {
            let page = stranger.get(&format!("{list}?include_total=true")).await.expect(200);
            assert_eq!((&page["items"], &page["page"]["total"]), (&json!([]), &json!(0)), "{list}");
        }
        let body = json!({"content_hash": "0".repeat(64)});
        stranger.act(&format!("{mine}/actions/approve"), "\"1\"", body).await
            .refuses(403, "PERMISSION_MISSING");
        let elsewhere = app.signed_in(OTHER_SALES_MANAGER).await;
        let body = json!({"content_hash": "0".repeat(64)});
        elsewhere.act(&format!("{mine}/actions/approve"), "\"1\"", body).await.refuses(404, "NOT_FOUND");
        let boss = app.signed_in(GENERAL_MANAGER).await;
        let body = json!({"content_hash": "0".repeat(64)});
        boss.act_now(&mine, "approve", body).await.refuses(409, "APPROVAL_OF_ANOTHER");
        let auditor = app.signed_in(AUDITOR).await;
        assert_eq!(auditor.get(&way).await.expect(200)["state"], "RUNNING");
        assert_eq!(auditor.get("/approvals?state=RUNNING").await.expect(200)["items"].as_array().unwrap().len(), 1);
    }

    /// A try says what would happen and changes nothing.
    async fn a_decision_can_be_tried(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let loan = asked(&seller).await;
        let first = task(&manager).await;
        let seen = manager.get(&first).await.expect(200);
        let tried = manager.act(&format!("{first}/actions/approve?dry_run=true"), "\"1\"", agree(&seen)).await;
        assert_eq!(tried.expect(200)["state"], "APPROVED");
        assert_eq!(manager.get(&first).await.expect(200)["state"], "OPEN");
        assert_eq!(approval(&seller, &loan).await["state"], "RUNNING");
    }

    /// Two windows: who comes second is told so.
    async fn a_task_is_decided_once(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let _ = asked(&seller).await;
        let first = task(&manager).await;
        let seen = manager.get(&first).await.expect(200);
        let way = format!("{first}/actions/approve");
        let _ = manager.act(&way, "\"1\"", agree(&seen)).await.expect(200);
        manager.act(&way, "\"1\"", agree(&seen)).await.refuses(412, "STALE_VERSION");
        approve(&manager, &first).await.refuses(409, "APPROVAL_SETTLED");
    }
}
