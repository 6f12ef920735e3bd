//! What was lent and does not come back is an incident (A-BOR-03, A-BOR-05).
use super::*;
use tests::company::{
    AUDITOR, INFORMATION_ADMINISTRATOR, SALES_MANAGER, SALESPERSON, SERVICE_MANAGER, classify_for,
};
use tests::on_both;

/// Asked for by a manager, signed and handed out; the loan and its file.
async fn handed_out(app: &TestApp) -> (String, String) {
    let manager = app.signed_in(SALES_MANAGER).await;
    let owner = app.signed_in(SALESPERSON).await;
    let file = a_file_of(app, &owner).await;
    let body = json!({"kind": "LOAN", "wanted": "往来记录与合同", "purpose": "续签谈判准备",
        "due_on": "2026-11-30", "undertaking": true});
    let made = manager.post_with_key("/client-loans", &fresh_key(), &body).await.expect(201);
    for login in ["luohaitao", INFORMATION_SUPERVISOR] {
        let approver = app.signed_in(login).await;
        let open = approver.get("/approval-tasks").await.expect(200);
        let task = &open["items"][0];
        let path = format!("/approval-tasks/{}", task["id"].as_str().unwrap());
        let _ = approver
            .act_now(&path, "approve", json!({"content_hash": task["content_hash"]}))
            .await
            .expect(200);
    }
    let loan = format!("/client-loans/{}", made["id"].as_str().unwrap());
    let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
    let _ = keeper.act_now(&loan, "hand-out", json!({"files": [id(&file)]})).await.expect(200);
    (loan, file)
}

on_both! {
    /// In the same work: the borrower is the party, with their superior and the files of the card.
    async fn a_loss_of_a_loan_is_an_incident(app: TestApp) {
        let (loan, file) = handed_out(&app).await;
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let gone = json!({"note": "借阅人出差途中遗失其中一册"});
        let lost = keeper.act_now(&loan, "report-lost", gone).await.expect(200);
        let incident = format!("/client-incidents/{}", lost["incident_id"].as_str().unwrap());
        let handler = app.signed_in(SERVICE_MANAGER).await;
        let seen = handler.get(&incident).await.expect(200);
        assert_eq!((&seen["kind"], &seen["state"], &seen["level"]), (&json!("LOSS"), &json!("OPEN"), &json!(1)));
        assert_eq!((&seen["named"][0]["person"]["name"], &seen["named"][0]["superior"]["name"]), (&json!("唐伟"), &json!("罗海涛")));
        assert_eq!((&seen["loan"]["id"], &seen["files"][0]["id"]), (&json!(id(&loan)), &json!(id(&file))));
        assert_eq!(seen["what_happened"], "借阅人出差途中遗失其中一册");
        let of_loan = handler.get(&format!("/client-incidents?loan_id={}", id(&loan))).await.expect(200);
        assert_eq!(of_loan["items"][0]["id"], id(&incident));
        // The borrower and the superior are told, each once, and are heard.
        let (borrower, superior) = (app.signed_in(SALES_MANAGER).await, app.signed_in("luohaitao").await);
        assert_eq!(told(&superior).await[0], "client-loan.lost-below");
        assert_eq!(told(&borrower).await[..2], ["client-loan.lost", "client-incident.named"]);
        assert_eq!(borrower.get(&loan).await.expect(200)["incident_id"], id(&incident));
        let _ = borrower.act_now(&incident, "state", json!({"statement": "已报警"})).await.expect(200);
        // Whoever keeps the card reports it, and handles no incident.
        keeper.act_now(&incident, "conclude", conclusion(&[follows(&borrower)])).await.refuses(403, "PERMISSION_MISSING");
        let done = handler.act_now(&incident, "conclude", conclusion(&[follows(&borrower)])).await.expect(200);
        assert_eq!(done["state"], "CONCLUDED");
    }

    /// Nothing is recorded of a loss without a superior: neither the loss nor an incident.
    async fn a_loss_without_a_superior_is_not_recorded(app: TestApp) {
        let (loan, _) = handed_out(&app).await;
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let oneself = json!({"note": "遗失", "superior_id": app.signed_in(SALES_MANAGER).await.id});
        keeper.act_now(&loan, "report-lost", oneself).await.points_at("/superior_id", "REQUIRED");
        assert_eq!(keeper.get(&loan).await.expect(200)["state"], "HANDED_OUT");
        let auditor = app.signed_in(AUDITOR).await;
        assert_eq!(auditor.get("/client-incidents").await.expect(200)["items"], json!([]));
    }

    /// A file that has risen above everybody named since it was lent takes the incident along; the loan does
    /// not tell of it.
    async fn a_loss_of_a_file_that_has_risen_shows_nothing(app: TestApp) {
        let (loan, file) = handed_out(&app).await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let service = app.signed_in(SERVICE_MANAGER).await;
        classify_for(&keeper, &file, &service, "TOP_SECRET").await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let lost = admin.act_now(&loan, "report-lost", json!({"note": "遗失"})).await.expect(200);
        assert_eq!((&lost["state"], &lost["incident_id"]), (&json!("LOST"), &Value::Null));
        let seen = keeper.get(&loan).await.expect(200);
        let incident = format!("/client-incidents/{}", seen["incident_id"].as_str().unwrap());
        assert_eq!(keeper.get(&incident).await.expect(200)["level"], 3);
        let borrower = app.signed_in(SALES_MANAGER).await;
        borrower.get(&incident).await.refuses(404, "NOT_FOUND");
        assert!(!told(&borrower).await.contains(&"client-incident.named".to_owned()));
    }
}
