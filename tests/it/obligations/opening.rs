//! When an obligation opens, for whom and by when.
use super::{at, begun, contacted, due, id, only, tick_at, told};
use serde_json::json;
use tests::company::{
    INFORMATION_ADMINISTRATOR, INFORMATION_SUPERVISOR, SALES_MANAGER, SALESPERSON, SERVICE_MANAGER,
    classify_for,
};
use tests::on_both;

on_both! {
    /// A-CLI-10, B-CRM-03: two weeks before a file's verification is due, for all who verify.
    async fn a_file_is_to_be_verified_by_the_end_of_the_quarter(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let file = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        // Begun in the fourth quarter of 2026: due by the end of the first of 2027.
        tick_at(&app, "2027-03-16 09:00").await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        assert!(due(&keeper, "kind=client.verification").await.is_empty(), "fifteen days ahead");
        tick_at(&app, "2027-03-17 09:00").await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let found = only(&keeper, "kind=client.verification&whose=MINE").await;
        assert_eq!((&found["due_on"], &found["state"]), (&json!("2027-03-31"), &json!("OPEN")));
        assert_eq!(found["due_at"], "2027-03-31T09:00:00Z", "the close of the last day");
        assert_eq!((&found["person"], &found["pool"]), (&json!(null), &json!("client.verify")));
        assert_eq!(found["clauses"][0]["id"], "A-CLI-10");
        assert_eq!(found["subject"], json!({"id": id(&file), "name": "成都锦川机电设备有限公司"}));
        assert_eq!(found["name"], "客户档案核定");
        for login in [INFORMATION_ADMINISTRATOR, SERVICE_MANAGER] {
            let verifier = app.signed_in(login).await;
            let _ = only(&verifier, "kind=client.verification&whose=MINE").await;
            assert_eq!(told(&verifier).await.iter().filter(|it| *it == "obligation.opened").count(), 1);
        }
        let owner = app.signed_in(SALESPERSON).await;
        assert!(due(&owner, "kind=client.verification").await.is_empty(), "not the owner's to verify");
    }

    /// A-CLI-11, A-CLI-08: three months after it was last supplemented, by its owner.
    async fn a_file_is_to_be_supplemented_every_three_months(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let _ = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        tick_at(&app, "2027-02-08 09:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        assert!(due(&owner, "kind=client.update").await.is_empty());
        tick_at(&app, "2027-02-09 09:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        let found = only(&owner, "kind=client.update&whose=MINE").await;
        assert_eq!((&found["due_on"], &found["person"]["id"]), (&json!("2027-02-23"), &json!(owner.id)));
        assert_eq!(found["clauses"][0]["id"], "A-CLI-11");
    }

    /// A-CLI-11: a level, a comment or another owner supplements nothing, and puts nothing off; a talk does.
    async fn what_is_decided_or_said_about_a_file_puts_off_nothing(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let decided = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        let talked = begun(&keeper, "绵阳涪江精密铸造有限公司", &owner).await;
        app.clock.set(at("2026-12-20 10:00"));
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let level = json!({"level": "SECRET", "level_until": "2030-01-31", "reason": "合同约定保密至 2030 年 1 月"});
        let _ = keeper.act_now(&decided, "classify", level).await.expect(200);
        let said = json!({"body": "请核对开票信息"});
        let _ = keeper.post(&format!("{decided}/comments"), said).await.expect(201);
        let owner = app.signed_in(SALESPERSON).await;
        contacted(&app, &owner, &talked).await;
        tick_at(&app, "2027-02-09 09:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        let found = only(&owner, "kind=client.update&whose=MINE").await;
        assert_eq!((&found["subject"]["id"], &found["due_on"]), (&json!(id(&decided)), &json!("2027-02-23")));
        let supervision = app.signed_in(INFORMATION_SUPERVISOR).await.get("/client-oversight").await.expect(200);
        assert!(supervision.to_string().contains("supplemented_before="), "{supervision}");
    }

    /// B-CRM-09: a potential client is nurtured, every sixty days; B-CRM-08: the figure is the company's.
    async fn a_client_is_to_be_contacted_as_often_as_its_tier_says(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let file = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        app.clock.set(at("2026-12-01 10:00"));
        let owner = app.signed_in(SALESPERSON).await;
        contacted(&app, &owner, &file).await;
        tick_at(&app, "2027-01-15 09:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        assert!(due(&owner, "kind=client.contact").await.is_empty());
        tick_at(&app, "2027-01-16 09:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        let found = only(&owner, "kind=client.contact&clause=B-CRM-09").await;
        // Saturday, the sixtieth day; in time through the Monday after it.
        assert_eq!(found["due_on"], "2027-02-01");
        assert!(due(&owner, "clause=A-CLI-10").await.is_empty());
    }

    /// A-SEC-08: those who set levels hear a month before a term ends; nobody has to decide.
    async fn the_end_of_a_term_is_spoken_of_beforehand(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let manager = app.signed_in(SALES_MANAGER).await;
        let file = begun(&keeper, "成都锦川机电设备有限公司", &manager).await;
        classify_for(&keeper, &file, &manager, "CONFIDENTIAL").await;
        let body = json!({"level": "CONFIDENTIAL", "level_until": "2027-01-31", "reason": "项目保密期至一月底"});
        let _ = keeper.act_now(&file, "classify", body).await.expect(200);
        tick_at(&app, "2027-01-02 09:00").await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let found = only(&keeper, "kind=client.level-review").await;
        assert_eq!((&found["pool"], &found["clauses"][0]["id"]), (&json!("client.classify"), &json!("A-SEC-08")));
        // The 31st is a Sunday.
        assert_eq!(found["due_on"], "2027-02-01");
        app.clock.set(at("2027-02-01 00:10"));
        let _ = clients::declassify(&app.app, &app.service.areas.handbook).await.unwrap();
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let found = only(&keeper, "kind=client.level-review&state=VOID").await;
        assert_eq!(found["reason"], "TERM_ENDED");
    }

    /// A-CLI-08, A-CLI-09: what is handed in is settled within three working days.
    async fn what_sales_hand_in_is_to_be_settled(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let file = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        app.clock.set(at("2026-12-31 16:00"));
        let owner = app.signed_in(SALESPERSON).await;
        let version = owner.get(&file).await.expect(200)["version"].clone();
        let body = json!({"client_id": id(&file), "client_version": version,
            "payload": {"short_name": "锦川机电"}});
        let made = owner.post("/client-submissions", body).await.expect(201);
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let found = only(&keeper, "kind=client.submission&whose=MINE").await;
        assert_eq!(found["subject"]["id"], made["id"]);
        // 2027 has no holiday data of its own here: the week pattern counts.
        assert_eq!(found["due_on"], "2027-01-05");
        assert_eq!(found["clauses"][0]["id"], "A-CLI-09");
        let path = format!("/client-submissions/{}", made["id"].as_str().unwrap());
        let _ = keeper.act_now(&path, "accept", json!({"client_version": version})).await.expect(200);
        let done = only(&keeper, "kind=client.submission&state=FULFILLED").await;
        assert_eq!((&done["late"], &done["settled_by"]["id"]), (&json!(false), &json!(keeper.id)));
    }

    /// A-CLI-18: the undertaking is signed anew before it runs out, by whoever works with clients.
    async fn the_undertaking_is_to_be_renewed(app: TestApp) {
        tick_at(&app, "2027-11-08 09:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        assert!(due(&owner, "kind=client.secrecy-renewal").await.is_empty());
        tick_at(&app, "2027-11-09 09:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        let found = only(&owner, "kind=client.secrecy-renewal&whose=MINE").await;
        assert_eq!((&found["due_on"], &found["subject"]["id"]), (&json!("2027-11-23"), &json!(owner.id)));
        owner.acknowledge_secrecy("程涛").await;
        let done = only(&owner, "kind=client.secrecy-renewal&state=FULFILLED").await;
        assert_eq!(done["late"], false);
        tick_at(&app, "2027-11-10 09:00").await;
        assert!(due(&app.signed_in(SALESPERSON).await, "kind=client.secrecy-renewal").await.is_empty());
    }
}
