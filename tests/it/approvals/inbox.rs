//! What somebody has to decide, in pages, with a fixed number of statements.
use super::{asked, people};
use serde_json::json;
use tests::on_both;

on_both! {
    async fn the_inbox_comes_in_pages_and_counts(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        for _ in 0..5 {
            let _ = asked(&seller).await;
        }
        let first = manager.get("/approval-tasks?limit=3&include_total=true").await.expect(200);
        assert_eq!((first["items"].as_array().unwrap().len(), &first["page"]["total"]), (3, &json!(5)));
        let cursor = first["page"]["next_cursor"].as_str().unwrap();
        let rest = manager.get(&format!("/approval-tasks?limit=3&cursor={cursor}")).await.expect(200);
        assert_eq!(rest["items"].as_array().unwrap().len(), 2);
        let row = &first["items"][0];
        assert_eq!(row["content"]["purpose"], "编制 2027 年度销售计划");
        assert_eq!(row["approval"]["subject_name"], "客户档案借阅");
        assert_eq!((&row["state"], &row["overdue"], &row["on_behalf"]), (&json!("OPEN"), &json!(false), &json!(false)));
        let none = manager.get("/approval-tasks?subject_kind=contract").await.expect(200);
        assert_eq!(none["items"], json!([]));
        let decided = manager.get("/approval-tasks?state=APPROVED&state=REJECTED").await.expect(200);
        assert_eq!(decided["items"], json!([]));
        manager.get("/approval-tasks?colour=red").await.refuses(400, "UNKNOWN_PARAMETER");
    }

    async fn approvals_are_found_by_record_and_by_who_asked(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let loan = asked(&seller).await;
        let _ = asked(&manager).await;
        let id = loan.trim_start_matches("/client-loans/");
        let of_record = seller.get(&format!("/approvals?subject_kind=client-loan&subject_id={id}")).await.expect(200);
        assert_eq!(of_record["items"].as_array().unwrap().len(), 1);
        let asked_by = manager.get(&format!("/approvals?requested_by={}", manager.id)).await.expect(200);
        assert_eq!(asked_by["items"].as_array().unwrap().len(), 1);
        assert_eq!(manager.get("/approvals").await.expect(200)["items"].as_array().unwrap().len(), 2);
    }

    /// As many statements for many tasks as for one.
    async fn the_inbox_costs_the_same_however_long_it_is(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let mut costs = vec![];
        for more in [1, 6] {
            for _ in 0..more {
                let _ = asked(&seller).await;
            }
            let mut best = usize::MAX;
            for _ in 0..3 {
                let _ = app.statements.take();
                let _ = manager.get("/approval-tasks").await.expect(200);
                best = best.min(app.statements.take());
            }
            costs.push(best);
        }
        assert_eq!(costs[0], costs[1]);
        assert!(costs[0] <= 5, "{costs:?}");
    }
}
