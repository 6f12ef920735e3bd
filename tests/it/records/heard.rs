//! Who hears of an act, so that what they have open is read again.
use super::events::head;
use serde_json::{Value, json};
use tests::company::{
    ADMINISTRATOR, AUDITOR, GENERAL_MANAGER, INFORMATION_SUPERVISOR, SALESPERSON, SERVICE_MANAGER,
};
use tests::{Caller, TestApp, on_both};

/// In procurement; no right but to read themselves.
const BUYER: &str = "panlixin";

/// What a caller hears after a place of the events, in its order.
async fn heard(app: &TestApp, caller: &Caller, after: i64) -> Vec<String> {
    app.seal().await;
    let page = caller.get(&format!("/events?after={after}&limit=200")).await.expect(200);
    let items = page["items"].as_array().unwrap().iter();
    items.map(|event| event["type"].as_str().unwrap().to_owned()).collect()
}

async fn now(app: &TestApp, caller: &Caller) -> i64 {
    app.seal().await;
    head(caller).await
}

fn path(list: &str, made: &Value) -> String {
    format!("{list}/{}", made["id"].as_str().unwrap())
}

on_both! {
    /// Everybody signed in reads the tree of departments, the sites and the roles.
    async fn everybody_hears_of_departments_sites_and_roles(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        let buyer = app.signed_in(BUYER).await;
        let after = now(&app, &buyer).await;
        for (list, body) in [
            ("/departments", json!({"code": "KFZX", "name": "客服中心"})),
            ("/sites", json!({"code": "MY-09", "name": "绵阳网点"})),
        ] {
            let made = admin.post(list, body).await.expect(201);
            let path = path(list, &made);
            let _ = admin.patch_now(&path, json!({"name": "改名之后"})).await.expect(200);
            let _ = admin.act_now(&path, "close", json!({"reason": "撤并"})).await.expect(200);
        }
        let role = json!({"code": "VISITOR", "name": "访客", "permissions": []});
        let _ = admin.post("/roles", role).await.expect(201);
        let expected = ["department.created", "department.updated", "department.closed",
            "site.created", "site.updated", "site.closed", "role.created"];
        assert_eq!(heard(&app, &buyer, after).await, expected);
    }

    async fn lender_and_delegate_hear_of_what_is_lent_and_nobody_else_does(app: TestApp) {
        let lender = app.signed_in(GENERAL_MANAGER).await;
        let delegate = app.signed_in("qiuyulan").await;
        let buyer = app.signed_in(BUYER).await;
        let after = now(&app, &buyer).await;
        let until = app.app.clock.now() + chrono::Duration::days(5);
        let body = json!({"to_person_id": delegate.id, "permissions": ["audit.read"],
            "reason": "年假期间代为办理", "valid_until": until.to_rfc3339()});
        let made = lender.post("/delegations", body).await.expect(201);
        let reason = json!({"reason": "提前返岗"});
        let _ = lender.act_now(&path("/delegations", &made), "revoke", reason).await.expect(200);
        for caller in [&lender, &delegate] {
            let heard = heard(&app, caller, after).await;
            assert_eq!(heard, ["delegation.created", "delegation.revoked"]);
        }
        assert_eq!(heard(&app, &buyer, after).await, Vec::<String>::new());
    }

    async fn whoever_is_given_a_role_hears_of_it_without_a_right_to_read_roles(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        let (buyer, seller) = (app.signed_in(BUYER).await, app.signed_in(SALESPERSON).await);
        let role = json!({"code": "VISITOR", "name": "访客", "permissions": []});
        let role = admin.post("/roles", role).await.expect(201);
        let after = now(&app, &buyer).await;
        let grant = json!({"person_id": buyer.id, "role_id": role["id"], "reason": "岗位需要"});
        let grant = admin.post("/role-grants", grant).await.expect(201);
        let reason = json!({"reason": "调岗"});
        let _ = admin.act_now(&path("/role-grants", &grant), "revoke", reason).await.expect(200);
        assert_eq!(heard(&app, &buyer, after).await, ["role.granted", "role.revoked"]);
        assert_eq!(heard(&app, &seller, after).await, Vec::<String>::new());
    }

    async fn readers_of_roles_hear_of_conflicts_of_duties(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        let (auditor, buyer) = (app.signed_in(AUDITOR).await, app.signed_in(BUYER).await);
        let _ = auditor.get("/duty-conflicts").await.expect(200);
        let after = now(&app, &buyer).await;
        let body = json!({"permission_a": "calendar.manage", "permission_b": "parameter.manage",
            "reason": "须由两人分别承担", "clauses": ["A-SOD-04"]});
        let made = admin.post("/duty-conflicts", body).await.expect(201);
        let reason = json!({"reason": "规则已废止"});
        let _ = admin.act_now(&path("/duty-conflicts", &made), "end", reason).await.expect(200);
        let expected = ["duty-conflict.created", "duty-conflict.ended"];
        assert_eq!(heard(&app, &auditor, after).await, expected);
        assert_eq!(heard(&app, &buyer, after).await, Vec::<String>::new());
    }

    async fn the_owner_of_a_job_hears_of_it_and_nobody_else_does(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let owner = app.signed_in(SALESPERSON).await;
        let file = tests::company::client("成都锦程精密机械有限公司", &owner);
        let file = keeper.post("/clients", file).await.expect(201);
        let after = now(&app, &keeper).await;
        let bulk = json!({"action": "HAND_OVER", "ids": [file["id"]], "dry_run": true,
            "input": {"owner_id": owner.id, "reason": "片区调整"}});
        let _ = keeper.post("/clients/actions/bulk", bulk).await.expect(202);
        assert_eq!(heard(&app, &keeper, after).await, ["client.bulk-started"]);
        assert_eq!(heard(&app, &manager, after).await, Vec::<String>::new());
    }
}
