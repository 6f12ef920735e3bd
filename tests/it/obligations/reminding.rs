//! What is spoken of when: beforehand, on the day, and up the line of superiors.
use super::{at, begun, contacted, due, id, only, tick, tick_at, told};
use serde_json::json;
use tests::company::{
    ADMINISTRATOR, GENERAL_MANAGER, INFORMATION_SUPERVISOR, SALES_MANAGER, SALESPERSON,
    SERVICE_MANAGER, classify_for,
};
use tests::on_both;

/// 市场部经理, superior of the sales managers.
const MARKETING_MANAGER: &str = "luohaitao";

on_both! {
    /// A-CLI-04: the owner a working day before, then on the day; the superiors one working day after
    /// another, each once, until there is nobody above.
    async fn what_is_late_goes_up_the_line(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let file = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        tick_at(&app, "2027-01-08 09:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        // Begun on 23 November, sixty days: Friday, 22 January.
        let found = only(&owner, "kind=client.contact").await;
        assert_eq!((&found["due_on"], &found["stage"]), (&json!("2027-01-22"), &json!("OPENED")));
        assert_eq!(told(&owner).await, ["obligation.opened"]);
        tick_at(&app, "2027-01-21 08:29").await;
        assert_eq!(told(&app.signed_in(SALESPERSON).await).await.len(), 1);
        tick_at(&app, "2027-01-21 08:31").await;
        assert_eq!(told(&app.signed_in(SALESPERSON).await).await[0], "obligation.due-soon");
        tick_at(&app, "2027-01-22 17:00").await;
        assert_eq!(told(&app.signed_in(SALESPERSON).await).await[0], "obligation.overdue");
        let manager = app.signed_in(SALES_MANAGER).await;
        assert!(told(&manager).await.is_empty(), "not yet the superior's");
        tick_at(&app, "2027-01-23 20:00").await;
        assert!(told(&app.signed_in(SALES_MANAGER).await).await.is_empty(), "a Saturday");
        tick_at(&app, "2027-01-25 17:01").await;
        let manager = app.signed_in(SALES_MANAGER).await;
        assert_eq!(told(&manager).await, ["obligation.escalated"]);
        let seen = only(&manager, "whose=TEAM&escalated=true&kind=client.contact").await;
        assert_eq!((&seen["stage"], &seen["escalations"]), (&json!("ESCALATED"), &json!(1)));
        for (when, login) in [("2027-01-26 17:01", MARKETING_MANAGER), ("2027-01-27 17:01", GENERAL_MANAGER)] {
            assert!(told(&app.signed_in(login).await).await.is_empty(), "{login}");
            tick_at(&app, when).await;
            assert_eq!(told(&app.signed_in(login).await).await, ["obligation.escalated"], "{login}");
        }
        tick_at(&app, "2027-02-03 17:01").await;
        let top = app.signed_in(GENERAL_MANAGER).await;
        let whole = top.get(&format!("/obligations/{}", seen["id"].as_str().unwrap())).await.expect(200);
        let line: Vec<_> = whole["escalations_to"].as_array().unwrap().iter()
            .map(|it| (it["step"].clone(), it["person"]["name"].clone())).collect();
        assert_eq!(line, [(json!(1), json!("唐伟")), (json!(2), json!("罗海涛")), (json!(3), json!("何建国"))]);
        assert_eq!(whole["next_at"], json!(null), "nobody is above");
        assert_eq!(told(&top).await.len(), 1);
        // Done at last: nobody hears of it again.
        let owner = app.signed_in(SALESPERSON).await;
        contacted(&app, &owner, &file).await;
        tick_at(&app, "2027-02-10 17:01").await;
        assert_eq!(told(&app.signed_in(SALES_MANAGER).await).await.len(), 1);
    }

    /// A superior who may not know of the file is passed over: they learn of it by no notice, list or
    /// count.
    async fn who_may_not_know_of_a_file_is_passed_over(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let manager = app.signed_in(SALES_MANAGER).await;
        let file = begun(&keeper, "成都锦川机电设备有限公司", &manager).await;
        tick_at(&app, "2027-01-08 09:00").await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        // 绝密: above the marketing manager's clearance; the owner becomes somebody who is cleared for it.
        let top = app.signed_in(SERVICE_MANAGER).await;
        classify_for(&keeper, &file, &top, "TOP_SECRET").await;
        tick_at(&app, "2027-01-22 17:30").await;
        tick_at(&app, "2027-01-25 17:30").await;
        tick_at(&app, "2027-01-26 17:30").await;
        for login in [MARKETING_MANAGER, SALES_MANAGER, SALESPERSON, ADMINISTRATOR] {
            let who = app.signed_in(login).await;
            assert!(due(&who, &format!("subject_id={}", id(&file))).await.is_empty(), "{login}");
            assert!(told(&who).await.iter().all(|it| it != "obligation.escalated"), "{login}");
        }
        let boss = app.signed_in(GENERAL_MANAGER).await;
        assert_eq!(told(&boss).await, ["obligation.escalated"]);
    }

    /// What anybody may do goes up the lines of all who may; nobody is told of what they have to do.
    async fn what_is_anybodys_goes_up_their_lines(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let file = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        tick_at(&app, "2027-03-20 09:00").await;
        tick_at(&app, "2027-03-31 17:00").await;
        tick_at(&app, "2027-04-01 17:00").await;
        let boss = app.signed_in(GENERAL_MANAGER).await;
        // The service manager verifies too, so the first above all who do is the general manager.
        assert!(told(&boss).await.contains(&"obligation.escalated".to_owned()));
        for login in [SERVICE_MANAGER, INFORMATION_SUPERVISOR] {
            let doing = told(&app.signed_in(login).await).await;
            let of_verification = doing.iter().filter(|it| *it == "obligation.escalated").count();
            assert_eq!(of_verification, 0, "{login}");
            assert!(doing.contains(&"obligation.overdue".to_owned()), "{login}");
        }
        let query = format!("kind=client.verification&subject_id={}", id(&file));
        assert_eq!(only(&boss, &query).await["escalations"], 1);
    }

    /// One notice for all of a kind that come at once, which names how many.
    async fn a_hundred_at_once_are_one_notice(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        for number in 0..12 {
            let _ = begun(&keeper, &format!("成都锦川机电设备第{number}分公司"), &owner).await;
        }
        tick_at(&app, "2027-01-08 09:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        assert_eq!(due(&owner, "kind=client.contact").await.len(), 12);
        let page = owner.get("/notifications").await.expect(200);
        let of_contacts = |it: &&serde_json::Value| it["params"]["kind"] == "client.contact";
        let notice = page["items"].as_array().unwrap().iter().find(of_contacts).unwrap();
        assert_eq!((&notice["kind"], &notice["params"]["count"]), (&json!("obligation.opened"), &json!(12)));
        assert_eq!(told(&owner).await.len(), 1);
    }

    /// Who has left owes nothing about themselves; what was about a file is the next owner's.
    async fn who_has_left_owes_nothing(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let owner = app.signed_in(SALESPERSON).await;
        let _ = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        tick_at(&app, "2027-11-10 09:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        let of = format!("kind=client.secrecy-renewal&person_id={}", owner.id);
        let boss = app.signed_in(GENERAL_MANAGER).await;
        let _ = only(&boss, &of).await;
        let admin = app.signed_in(ADMINISTRATOR).await;
        let _ = admin.act_now(&format!("/people/{}", owner.id), "disable", json!({"reason": "离职"})).await.expect(200);
        app.clock.set(at("2027-11-10 09:30"));
        let _ = tick(&app, "test").await;
        let boss = app.signed_in(GENERAL_MANAGER).await;
        assert!(due(&boss, &of).await.is_empty());
        assert_eq!(only(&boss, &format!("{of}&state=VOID")).await["reason"], "PERSON_LEFT");
        assert_eq!(due(&boss, &format!("kind=client.contact&person_id={}", owner.id)).await.len(), 1);
    }
}
