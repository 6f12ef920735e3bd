//! Who hears of an approval: those whom it concerns, while they may see it, and whoever agreed by
//! telephone of its end.
use super::{
    MARKETING_MANAGER, OTHER_SALES_MANAGER, approval, approve, asked, open, path, people, task,
    told,
};
use serde_json::json;
use tests::company::{ADMINISTRATOR, AUDITOR, INFORMATION_ADMINISTRATOR};
use tests::{Caller, TestApp, on_both};

async fn heard(app: &TestApp, caller: &Caller) -> Vec<String> {
    app.seal().await;
    let page = caller.get("/events?limit=200").await.expect(200);
    let names =
        page["items"].as_array().unwrap().iter().map(|it| it["type"].as_str().unwrap().to_owned());
    names.filter(|name| name.starts_with("approval.") || name.starts_with("client-loan.")).collect()
}

on_both! {
    async fn those_whom_it_concerns_hear_of_it(app: TestApp) {
        let (seller, manager, supervisor) = people(&app).await;
        let stranger = app.signed_in(OTHER_SALES_MANAGER).await;
        let _ = asked(&seller).await;
        let begun = ["client-loan.requested", "approval.submitted"];
        assert_eq!(heard(&app, &manager).await, ["approval.submitted"]);
        assert_eq!(heard(&app, &seller).await, begun, "once each");
        // Who reads such requests anyway: an open list is read again.
        let auditor = app.signed_in(AUDITOR).await;
        for reader in [&auditor, &supervisor] {
            assert_eq!(heard(&app, reader).await, begun);
        }
        assert_eq!(heard(&app, &stranger).await, Vec::<String>::new());
        let _ = approve(&manager, &task(&manager).await).await.expect(200);
        assert!(heard(&app, &supervisor).await.contains(&"approval.step-approved".to_owned()));
        assert!(heard(&app, &manager).await.contains(&"approval.step-approved".to_owned()));
    }

    /// A-CLI-18: whoever has not sworn secrecy, or holds the right no more, hears nothing either.
    async fn whoever_may_not_see_it_hears_nothing(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let _ = asked(&seller).await;
        assert!(!heard(&app, &manager).await.is_empty());
        let admin = app.signed_in(ADMINISTRATOR).await;
        let grants = admin.get(&format!("/role-grants?person_id={}", manager.id)).await.expect(200);
        for grant in grants["items"].as_array().unwrap() {
            let path = format!("/role-grants/{}", grant["id"].as_str().unwrap());
            let _ = admin.act_now(&path, "revoke", json!({"reason": "调离"})).await;
        }
        assert_eq!(heard(&app, &manager).await, Vec::<String>::new());
    }

    /// A-SCR-11: of the result, whoever decides in the end, and also when it is taken back.
    async fn who_agreed_by_telephone_hears_of_the_result_and_not_before(app: TestApp) {
        let (seller, manager, _) = people(&app).await;
        let marketing = app.signed_in(MARKETING_MANAGER).await;
        let other = app.signed_in(OTHER_SALES_MANAGER).await;
        let support = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let phone = json!({"confirmed_at": "2026-11-23T02:00:00Z", "comment": "电话同意"});
        let loan = asked(&seller).await;
        let _ = support.act_now(&task(&manager).await, "across-levels", phone.clone()).await.expect(200);
        let to = json!({"person_id": other.id, "comment": "请邓经理决定"});
        let _ = marketing.act_now(&task(&marketing).await, "hand-over", to).await.expect(200);
        let decided = "approval.across-levels-decided".to_owned();
        assert!(!told(&manager).await.contains(&decided), "nothing is decided yet");
        assert_eq!(open(&other).await[0]["confirmed_by"]["id"], manager.id.to_string());
        let no = json!({"comment": "用途不明"});
        let _ = other.act_now(&task(&other).await, "reject", no).await.expect(200);
        assert_eq!(told(&manager).await[0], decided);
        assert_eq!(approval(&seller, &loan).await["state"], "REJECTED");
        let again = asked(&seller).await;
        let _ = support.act_now(&task(&manager).await, "across-levels", phone).await.expect(200);
        let way = path(&approval(&seller, &again).await);
        let _ = seller.act_now(&way, "withdraw", json!({"reason": "不再需要"})).await.expect(200);
        assert_eq!(told(&manager).await[0], decided);
    }
}
