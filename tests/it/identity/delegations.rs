//! Lending rights for an absence.
use super::{grant, id, now, person_id};
use chrono::Duration;
use serde_json::{Value, json};
use tests::{
    Caller, TestApp, company::ADMINISTRATOR, company::GENERAL_MANAGER, company::SALES_MANAGER,
    company::SALESPERSON, on_both,
};

fn lend(app: &TestApp, to: &str, permissions: &Value, days: i64) -> Value {
    json!({
        "to_person_id": to, "permissions": permissions, "reason": "年假期间代为办理",
        "valid_until": (now(app) + Duration::days(days)).to_rfc3339(),
    })
}

/// The general manager lends to a clerk.
async fn lent(app: &TestApp, permissions: Value, days: i64) -> (Caller, Caller, Value) {
    let manager = app.signed_in(GENERAL_MANAGER).await;
    let clerk = app.signed_in("qiuyulan").await;
    let body = lend(app, &clerk.id.to_string(), &permissions, days);
    let made = manager.post("/delegations", body).await.expect(201);
    (manager, clerk, made)
}

on_both! {
    async fn what_is_lent_works_at_once_and_ends_by_the_clock(app: TestApp) {
        let (_, clerk, made) = lent(&app, json!(["audit.read"]), 1).await;
        assert_eq!((&made["active"], &made["from"]["name"]), (&json!(true), &json!("何建国")));
        let _ = clerk.get("/audit-entries").await.expect(200);
        app.clock.advance(Duration::days(1));
        let clerk = app.signed_in("qiuyulan").await;
        clerk.get("/audit-entries").await.refuses(403, "PERMISSION_MISSING");
    }

    async fn it_is_taken_back_at_once_and_ends_with_the_lenders_own_right(app: TestApp) {
        let (manager, clerk, made) = lent(&app, json!(["audit.read"]), 5).await;
        let _ = clerk.get("/audit-entries").await.expect(200);
        let path = format!("/delegations/{}", id(&made));
        let _ = manager.act_now(&path, "revoke", json!({"reason": "提前返岗"})).await.expect(200);
        clerk.get("/audit-entries").await.refuses(403, "PERMISSION_MISSING");
        manager.act_now(&path, "revoke", json!({"reason": "再次"})).await.refuses(409, "DELEGATION_ENDED");
        let again = lend(&app, &clerk.id.to_string(), &json!(["audit.read"]), 5);
        let _ = manager.post("/delegations", again).await.expect(201);
        let _ = clerk.get("/audit-entries").await.expect(200);
        let admin = app.signed_in(ADMINISTRATOR).await;
        let reason = json!({"reason": "停职"});
        let lender = format!("/people/{}", manager.id);
        let _ = admin.act_now(&lender, "disable", reason).await.expect(200);
        clerk.get("/audit-entries").await.refuses(403, "PERMISSION_MISSING");
    }

    async fn it_reaches_as_far_as_the_lender_and_lends_no_clearance(app: TestApp) {
        let manager = app.signed_in(SALES_MANAGER).await;
        let clerk = app.signed_in("qiuyulan").await;
        let body = lend(&app, &clerk.id.to_string(), &json!(["client.read"]), 5);
        let _ = manager.post("/delegations", body).await.expect(201);
        let rights = clerk.get("/me/permissions").await.expect(200);
        let read = rights["permissions"].as_array().unwrap().iter()
            .find(|p| p["permission"] == "client.read").expect("lent").clone();
        assert_eq!((&read["scope"]["all"], &read["scope"]["own"]), (&json!(false), &json!(false)));
        let departments = &manager.get("/me/permissions").await.expect(200)["permissions"]
            .as_array().unwrap().iter().find(|p| p["permission"] == "client.read").unwrap()
            ["scope"]["department_ids"].clone();
        assert_eq!(&read["scope"]["department_ids"], departments);
        assert_eq!(rights["clearance"], 0);
    }

    async fn nothing_is_lent_that_is_not_ones_own_to_lend(app: TestApp) {
        let (manager, clerk, _) = lent(&app, json!(["audit.read"]), 5).await;
        let admin = app.signed_in(ADMINISTRATOR).await;
        let to = clerk.id.to_string();
        let refuse = |permissions: Value| manager.post("/delegations", lend(&app, &to, &permissions, 5));
        refuse(json!(["client.import"])).await.refuses(409, "DELEGATION_NOT_OWN");
        // The right to delegate is held for oneself alone: in another's hand it means nothing.
        refuse(json!(["delegation.manage"])).await.refuses(409, "DELEGATION_NOT_OWN");
        refuse(json!(["no.such"])).await.points_at("/permissions/0", "UNKNOWN_REFERENCE");
        let power = lend(&app, &to, &json!(["role.grant"]), 5);
        admin.post("/delegations", power).await.refuses(409, "DELEGATION_PRIVILEGED");
        let own = lend(&app, &manager.id.to_string(), &json!(["audit.read"]), 5);
        manager.post("/delegations", own).await.refuses(409, "SELF_GRANT");
        // What was lent is not lent on.
        let body = json!({"code": "DELEGATOR", "name": "委托人", "permissions": [
            {"permission": "delegation.manage", "scope": "OWN"},
            {"permission": "person.read", "scope": "ALL"}]});
        let role = id(&admin.post("/roles", body).await.expect(201));
        let _ = grant(&admin, &to, &role).await.expect(201);
        let on = lend(&app, &person_id(&admin, SALESPERSON).await, &json!(["audit.read"]), 5);
        clerk.post("/delegations", on).await.refuses(409, "DELEGATION_NOT_OWN");
    }

    async fn it_is_for_an_absence(app: TestApp) {
        let manager = app.signed_in(GENERAL_MANAGER).await;
        let admin = app.signed_in(ADMINISTRATOR).await;
        let to = person_id(&admin, "qiuyulan").await;
        let body = lend(&app, &to, &json!(["audit.read"]), 400);
        manager.post("/delegations", body).await.points_at("/valid_until", "DELEGATION_TOO_LONG");
        let body = lend(&app, &to, &json!(["audit.read"]), 0);
        manager.post("/delegations", body).await.points_at("/valid_until", "ORDER");
    }

    async fn it_is_seen_by_both_sides_and_who_manages_it(app: TestApp) {
        let (manager, clerk, made) = lent(&app, json!(["audit.read"]), 5).await;
        let path = format!("/delegations/{}", id(&made));
        let admin = app.signed_in(ADMINISTRATOR).await;
        for caller in [&manager, &clerk, &admin] {
            let _ = caller.get(&path).await.expect(200);
            assert!(caller.get("/delegations?active=true").await.text.contains(&id(&made)));
        }
        let stranger = app.signed_in(SALES_MANAGER).await;
        stranger.get(&path).await.refuses(404, "NOT_FOUND");
        let reason = json!({"reason": "试"});
        stranger.act(&format!("{path}/actions/revoke"), "\"1\"", reason.clone()).await
            .refuses(404, "NOT_FOUND");
        let _ = admin.act_now(&path, "revoke", reason).await.expect(200);
    }
}
