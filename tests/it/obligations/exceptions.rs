//! Exceptions: asked for with a reason, granted by somebody else, to a day; and the register of all
//! departures.
use super::{at, begun, contacted, due, id, only, tick_at, told};
use serde_json::{Value, json};
use tests::company::{
    AUDITOR, GENERAL_MANAGER, INFORMATION_ADMINISTRATOR, INFORMATION_SUPERVISOR, OTHER_SALESPERSON,
    SALES_MANAGER, SALESPERSON, SERVICE_MANAGER,
};
use tests::{Answer, Caller, TestApp, on_both};

fn asking(until: &str) -> Value {
    json!({"reason": "客户停产检修至三月上旬", "until": until})
}

async fn ask(who: &Caller, obligation: &Value, body: Value) -> Answer {
    let path = format!("/obligations/{}/exceptions", obligation["id"].as_str().unwrap());
    who.post(&path, body).await
}

fn path(exception: &Value) -> String {
    format!("/exceptions/{}", exception["id"].as_str().unwrap())
}

/// A client's owner, who is to contact them by 22 January.
async fn a_contact_due(app: &TestApp) -> (Caller, String, Value) {
    let (keeper, owner) =
        (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
    let file = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
    tick_at(app, "2027-01-08 09:00").await;
    let owner = app.signed_in(SALESPERSON).await;
    let found = only(&owner, "kind=client.contact").await;
    (owner, file, found)
}

on_both! {
    /// Whoever has to do it asks, their manager grants it to a day; until then nothing is asked for, and
    /// after it what stands until its act is due again.
    async fn an_exception_is_granted_to_a_day(app: TestApp) {
        let (owner, file, found) = a_contact_due(&app).await;
        ask(&owner, &found, json!({"reason": " ", "until": "2027-03-10"})).await.points_at("/reason", "REQUIRED");
        ask(&owner, &found, asking("2027-01-08")).await.points_at("/until", "EXCEPTION_TERM");
        ask(&owner, &found, asking("2028-01-09")).await.points_at("/until", "EXCEPTION_TERM");
        let asked = ask(&owner, &found, asking("2027-03-10")).await.expect(201);
        assert_eq!((&asked["state"], &asked["kind"]), (&json!("REQUESTED"), &json!("OBLIGATION")));
        assert_eq!(asked["clauses"][0]["id"], "B-CRM-08");
        assert_eq!(asked["subject"]["name"], "成都锦川机电设备有限公司");
        ask(&owner, &found, asking("2027-03-10")).await.refuses(409, "EXCEPTION_ASKED");
        let manager = app.signed_in(SALES_MANAGER).await;
        assert_eq!(told(&manager).await[0], "exception.requested");
        let granted = manager.act_now(&path(&asked), "approve", json!({"note": "复产后一周内补联系"})).await.expect(200);
        assert_eq!((&granted["state"], &granted["decided_by"]["id"]), (&json!("APPROVED"), &json!(manager.id)));
        assert_eq!(granted["expires_on"], "2027-03-10");
        assert_eq!(told(&owner).await[0], "exception.approved");
        assert!(due(&owner, "kind=client.contact").await.is_empty());
        assert_eq!(only(&owner, "kind=client.contact&state=EXCUSED").await["exception_id"], granted["id"]);
        // Nobody hears of it while it holds.
        tick_at(&app, "2027-02-01 17:30").await;
        assert!(told(&app.signed_in(SALES_MANAGER).await).await.iter().all(|it| it != "obligation.escalated"));
        // The exception is for the contact alone: the file is to be supplemented all the same.
        tick_at(&app, "2027-03-09 09:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        let again = only(&owner, "kind=client.contact").await;
        assert_eq!((&again["due_on"], &again["state"]), (&json!("2027-03-10"), &json!("OPEN")));
        contacted(&app, &owner, &file).await;
        assert_eq!(only(&owner, "kind=client.contact&state=FULFILLED").await["late"], false);
    }

    /// What was late already when it was excused stays late in the figures.
    async fn an_exception_does_not_undo_lateness(app: TestApp) {
        let (_, file, _) = a_contact_due(&app).await;
        tick_at(&app, "2027-01-25 10:00").await;
        let owner = app.signed_in(SALESPERSON).await;
        let found = only(&owner, "kind=client.contact&overdue=true").await;
        let asked = ask(&owner, &found, asking("2027-03-10")).await.expect(201);
        let manager = app.signed_in(SALES_MANAGER).await;
        let _ = manager.act_now(&path(&asked), "approve", json!({})).await.expect(200);
        contacted(&app, &owner, &file).await;
        let done = only(&owner, "kind=client.contact&state=FULFILLED").await;
        assert_eq!((&done["late"], &done["exception_id"]), (&json!(true), &asked["id"]));
    }

    /// Refused with a reason, it is due as before; taken back, another may be asked for.
    async fn a_refusal_leaves_it_due(app: TestApp) {
        let (owner, _, found) = a_contact_due(&app).await;
        let asked = ask(&owner, &found, asking("2027-03-10")).await.expect(201);
        let _ = owner.act_now(&path(&asked), "withdraw", json!({})).await.expect(200);
        let asked = ask(&owner, &found, asking("2027-02-10")).await.expect(201);
        let manager = app.signed_in(SALES_MANAGER).await;
        manager.act_now(&path(&asked), "refuse", json!({"note": ""})).await.points_at("/note", "REQUIRED");
        let refused = manager.act_now(&path(&asked), "refuse", json!({"note": "可先以电话联系"})).await.expect(200);
        assert_eq!(refused["state"], "REFUSED");
        manager.act_now(&path(&asked), "approve", json!({})).await.refuses(409, "EXCEPTION_SETTLED");
        let _ = only(&owner, "kind=client.contact").await;
        assert_eq!(told(&owner).await[0], "exception.refused");
    }

    /// Nobody is let off by themselves, by somebody who has the same to do, or by a right they lent.
    async fn nobody_lets_themselves_off(app: TestApp) {
        let (owner, file, found) = a_contact_due(&app).await;
        let stranger = app.signed_in(OTHER_SALESPERSON).await;
        ask(&stranger, &found, asking("2027-03-10")).await.refuses(404, "NOT_FOUND");
        let manager = app.signed_in(SALES_MANAGER).await;
        ask(&manager, &found, asking("2027-03-10")).await.refuses(409, "EXCEPTION_NOT_THEIRS");
        let asked = ask(&owner, &found, asking("2027-03-10")).await.expect(201);
        owner.act_now(&path(&asked), "approve", json!({})).await.refuses(403, "PERMISSION_MISSING");
        manager.act_now(&path(&asked), "withdraw", json!({})).await.refuses(409, "EXCEPTION_NOT_THEIRS");
        // The manager's own client: their right reaches it, and is not theirs to use.
        let keeper = app.signed_in(SERVICE_MANAGER).await;
        let _ = keeper.act_now(&file, "hand-over", json!({"owner_id": manager.id, "reason": "片区调整"})).await.expect(200);
        manager.act_now(&path(&asked), "approve", json!({})).await.refuses(409, "EXCEPTION_OWN_DUTY");
        let mine = begun(&app.signed_in(INFORMATION_SUPERVISOR).await, "绵阳涪江精密铸造有限公司", &manager).await;
        tick_at(&app, "2027-03-01 09:00").await;
        let manager = app.signed_in(SALES_MANAGER).await;
        let own = only(&manager, &format!("kind=client.contact&subject_id={}", id(&mine))).await;
        let asked = ask(&manager, &own, asking("2027-03-31")).await.expect(201);
        manager.act_now(&path(&asked), "approve", json!({})).await.refuses(409, "EXCEPTION_OWN_REQUEST");
        // Lent to a colleague, the right does not let its lender off either.
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let lent = json!({"to_person_id": other.id, "permissions": ["exception.decide", "exception.read", "obligation.read", "client.read"],
            "valid_until": "2027-03-20T00:00:00Z", "reason": "出差"});
        let _ = manager.post("/delegations", lent).await.expect(201);
        let other = app.signed_in(OTHER_SALESPERSON).await;
        other.act_now(&path(&asked), "approve", json!({})).await.refuses(409, "EXCEPTION_OWN_DUTY");
        let boss = app.signed_in(GENERAL_MANAGER).await;
        let _ = boss.act_now(&path(&asked), "approve", json!({})).await.expect(200);
    }

    /// What anybody may do is excused by somebody who would not have to do it.
    async fn a_common_duty_is_excused_from_outside(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let _ = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        tick_at(&app, "2027-03-20 09:00").await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let found = only(&admin, "kind=client.verification&whose=MINE").await;
        let asked = ask(&admin, &found, asking("2027-04-30")).await.expect(201);
        let manager = app.signed_in(SERVICE_MANAGER).await;
        manager.act_now(&path(&asked), "approve", json!({})).await.refuses(409, "EXCEPTION_OWN_DUTY");
        let boss = app.signed_in(GENERAL_MANAGER).await;
        let _ = boss.act_now(&path(&asked), "approve", json!({})).await.expect(200);
    }

    /// Neither by a key that holds less than its owner, nor by a right that one of them lent.
    async fn a_common_duty_is_excused_by_no_key_and_no_lent_right(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let _ = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        tick_at(&app, "2027-03-20 09:00").await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let found = only(&admin, "kind=client.verification&whose=MINE").await;
        let asked = ask(&admin, &found, asking("2027-04-30")).await.expect(201);
        let rights = ["exception.decide", "exception.read", "obligation.read", "client.read"];
        let key = tests::company::a_key_of_the_service_manager(&app, &rights).await;
        key.act_now(&path(&asked), "approve", json!({})).await.refuses(409, "EXCEPTION_OWN_DUTY");
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let manager = app.signed_in(SALES_MANAGER).await;
        let lent = json!({"to_person_id": manager.id, "permissions": ["exception.decide"],
            "valid_until": "2027-04-20T00:00:00Z", "reason": "出差"});
        let _ = keeper.post("/delegations", lent).await.expect(201);
        let manager = app.signed_in(SALES_MANAGER).await;
        manager.act_now(&path(&asked), "approve", json!({})).await.refuses(409, "EXCEPTION_OWN_DUTY");
    }

    /// An exception is for whoever had it: a file handed over and back is due as it was at first.
    async fn an_exception_does_not_come_back_with_the_file(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let (owner, manager) = (app.signed_in(SALESPERSON).await, app.signed_in(SALES_MANAGER).await);
        let file = begun(&keeper, "成都锦川机电设备有限公司", &manager).await;
        tick_at(&app, "2027-01-25 10:00").await;
        let service = app.signed_in(SERVICE_MANAGER).await;
        let over = json!({"owner_id": owner.id, "reason": "暂由程涛跟进"});
        let _ = service.act_now(&file, "hand-over", over).await.expect(200);
        let owner = app.signed_in(SALESPERSON).await;
        let asked = ask(&owner, &only(&owner, "kind=client.contact").await, asking("2027-06-30")).await.expect(201);
        let manager = app.signed_in(SALES_MANAGER).await;
        let _ = manager.act_now(&path(&asked), "approve", json!({})).await.expect(200);
        let back = json!({"owner_id": manager.id, "reason": "收回"});
        let _ = service.act_now(&file, "hand-over", back).await.expect(200);
        tick_at(&app, "2027-01-25 10:05").await;
        let manager = app.signed_in(SALES_MANAGER).await;
        let again = only(&manager, "kind=client.contact&whose=MINE&overdue=true").await;
        assert_eq!((&again["due_on"], &again["exception_id"]), (&json!("2027-01-22"), &json!(null)));
    }

    /// Done while the request waited: there is nothing left to excuse.
    async fn a_request_lapses_when_the_thing_is_done(app: TestApp) {
        let (owner, file, found) = a_contact_due(&app).await;
        let asked = ask(&owner, &found, asking("2027-03-10")).await.expect(201);
        contacted(&app, &owner, &file).await;
        assert_eq!(owner.get(&path(&asked)).await.expect(200)["state"], "LAPSED");
        let manager = app.signed_in(SALES_MANAGER).await;
        manager.act_now(&path(&asked), "approve", json!({})).await.refuses(409, "EXCEPTION_SETTLED");
        ask(&owner, &found, asking("2027-03-10")).await.refuses(409, "OBLIGATION_SETTLED");
    }

    /// A-CLI-14: a second file like another is a departure, in the register with its reason.
    async fn the_register_holds_departures_of_every_kind(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let body = tests::company::client("成都锦川机电设备有限公司", &owner);
        let _ = keeper.post("/clients", body.clone()).await.expect(201);
        let mut again = body;
        again["confirm_duplicates"] = json!(true);
        again["duplicate_reason"] = json!("同一集团在龙泉驿的另一家公司");
        let second = keeper.post("/clients", again).await.expect(201);
        let auditor = app.signed_in(AUDITOR).await;
        let page = auditor.get("/exceptions?kind=DUPLICATE_CLIENT&clause=A-CLI-14").await.expect(200);
        let found = &page["items"][0];
        assert_eq!((&found["subject"]["id"], &found["state"]), (&second["id"], &json!("APPROVED")));
        assert_eq!((&found["decided_by"]["id"], &found["expires_on"]), (&json!(keeper.id), &json!(null)));
        let trend = auditor.get("/exceptions/trend?months=2").await.expect(200);
        let line = &trend["items"][0];
        assert_eq!((&line["month"], &line["kind"], &line["approved"]), (&json!("2026-11"), &json!("DUPLICATE_CLIENT"), &json!(1)));
        let behind = auditor.get(&format!("/exceptions?{}", line["filter"].as_str().unwrap())).await.expect(200);
        assert_eq!(behind["items"].as_array().unwrap().len(), 1);
        // About a file that does not exist for somebody, it does not exist either.
        let stranger = app.signed_in(OTHER_SALESPERSON).await;
        stranger.get(&path(found)).await.refuses(404, "NOT_FOUND");
        assert_eq!(stranger.get("/exceptions/trend").await.expect(200)["items"], json!([]));
        app.clock.set(at("2026-12-02 09:00"));
        let auditor = app.signed_in(AUDITOR).await;
        assert_eq!(auditor.get("/exceptions/trend?months=1").await.expect(200)["items"], json!([]));
    }
}
