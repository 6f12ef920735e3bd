//! An obligation closes by the act that fulfils it, in the same transaction, and by nothing else.
use super::{at, begun, contacted, due, id, only, tick_at, told, verified};
use serde_json::json;
use tests::company::{
    AUDITOR, INFORMATION_SUPERVISOR, OTHER_SALESPERSON, SALES_MANAGER, SALESPERSON, SERVICE_MANAGER,
};
use tests::on_both;

on_both! {
    /// A-CLI-10: verified in time, after its moment, and before it was asked for.
    async fn verification_closes_what_it_fulfils(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let in_time = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        let late = begun(&keeper, "绵阳涪江精密铸造有限公司", &owner).await;
        let ahead = begun(&keeper, "德阳重装配件有限公司", &owner).await;
        app.clock.set(at("2027-01-20 10:00"));
        verified(&app.signed_in(INFORMATION_SUPERVISOR).await, &ahead).await;
        tick_at(&app, "2027-03-20 09:00").await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        assert_eq!(due(&keeper, "kind=client.verification").await.len(), 2, "the third was verified already");
        app.clock.set(at("2027-03-31 17:00"));
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        verified(&keeper, &in_time).await;
        tick_at(&app, "2027-04-02 09:00").await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let waiting = only(&keeper, "kind=client.verification&overdue=true").await;
        assert_eq!(waiting["subject"]["id"], id(&late));
        verified(&keeper, &late).await;
        assert!(due(&keeper, "kind=client.verification").await.is_empty());
        let of = async |file: &str| {
            only(&keeper, &format!("kind=client.verification&state=FULFILLED&subject_id={}", id(file))).await
        };
        assert_eq!(of(&in_time).await["late"], false);
        assert_eq!(of(&late).await["late"], true);
        let early = of(&ahead).await;
        assert_eq!((&early["late"], &early["due_on"]), (&json!(false), &json!("2027-03-31")));
        assert_eq!(due(&keeper, "kind=client.verification&state=FULFILLED&late=true").await.len(), 1);
        // Each act on an obligation stands in the trail once.
        app.seal().await;
        let trail = app.signed_in(AUDITOR).await;
        let entries = trail.get(&format!("/audit-entries?resource_id={}", of(&late).await["id"].as_str().unwrap())).await.expect(200);
        let acts: Vec<_> = entries["items"].as_array().unwrap().iter().map(|it| it["action"].clone()).collect();
        assert_eq!(acts, ["obligation.fulfilled", "obligation.escalated", "obligation.overdue"]);
    }

    /// A discrepancy found leaves the file as due as it was (A-CLI-10).
    async fn what_does_not_fulfil_it_does_not_close_it(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let file = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        tick_at(&app, "2027-03-20 09:00").await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let body = json!({"result": "DISCREPANCY", "note": "工商地址与档案不符，待核实"});
        let _ = keeper.act_now(&file, "verify", body).await.expect(200);
        let _ = only(&keeper, "kind=client.verification").await;
        // A-CLI-11: what is decided about a file does not supplement it.
        let next = app.signed_in(SALES_MANAGER).await;
        let _ = keeper.act_now(&file, "hand-over", json!({"owner_id": next.id, "reason": "片区调整"})).await.expect(200);
        let _ = only(&next, "kind=client.update&whose=MINE").await;
        // No operation closes one by hand.
        let contract = app.anonymous().root("/openapi.json").send().await.unwrap().text().await.unwrap();
        for word in ["close_obligation", "fulfil_obligation", "complete_obligation", "update_obligation"] {
            assert!(!contract.contains(word), "{word}");
        }
    }

    /// B-CRM-09: a talk closes it and the next one is counted from that; a talk struck out counts no more.
    async fn a_talk_closes_the_contact_and_one_struck_out_opens_it_again(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let file = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        tick_at(&app, "2027-01-10 09:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        let _ = only(&owner, "kind=client.contact").await;
        contacted(&app, &owner, &file).await;
        assert!(due(&owner, "kind=client.contact").await.is_empty());
        tick_at(&app, "2027-02-23 09:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        assert!(due(&owner, "kind=client.contact").await.is_empty());
        tick_at(&app, "2027-02-25 09:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        assert_eq!(only(&owner, "kind=client.contact").await["due_on"], "2027-03-11");
    }

    /// A-CLI-01: handed over, it is the next owner's, who hears of it; the one before no longer sees it.
    async fn it_follows_the_file_to_its_next_owner(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let file = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        tick_at(&app, "2027-01-10 09:00").await;
        let keeper = app.signed_in(SERVICE_MANAGER).await;
        let next = app.signed_in(OTHER_SALESPERSON).await;
        let body = json!({"owner_id": next.id, "reason": "片区调整"});
        let _ = keeper.act_now(&file, "hand-over", body).await.expect(200);
        let found = only(&next, "kind=client.contact&whose=MINE").await;
        assert_eq!(found["person"]["id"], json!(next.id));
        assert_eq!(told(&next).await, ["obligation.passed"]);
        assert!(due(&app.signed_in(SALESPERSON).await, "kind=client.contact").await.is_empty());
        let before = app.signed_in(SALES_MANAGER).await;
        assert!(due(&before, "kind=client.contact").await.is_empty(), "another department's by now");
    }

    /// A-CLI-14: what was due about a file that went into another one is void; the other's stays.
    async fn a_file_that_is_gone_is_due_no_more(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let from = begun(&keeper, "成都锦川机电", &owner).await;
        let into = begun(&keeper, "绵阳涪江精密铸造有限公司", &owner).await;
        tick_at(&app, "2027-03-20 09:00").await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        assert_eq!(due(&keeper, "kind=client.verification").await.len(), 2);
        let seen = keeper.get(&from).await.expect(200)["version"].clone();
        let body = json!({"from_id": id(&from), "from_version": seen, "reason": "同一客户重复建档"});
        let _ = keeper.act_now(&into, "merge", body).await.expect(200);
        assert_eq!(only(&keeper, "kind=client.verification").await["subject"]["id"], id(&into));
        let gone = due(&keeper, "state=VOID").await;
        assert!(!gone.is_empty() && gone.iter().all(|it| it["reason"] == "RECORD_GONE"), "{gone:?}");
    }
}
