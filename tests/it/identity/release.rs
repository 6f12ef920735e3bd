//! What a release adds to the product's roles reaches companies that are there already.
use super::id;
use kernel::work::Work;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tests::company::{ADMINISTRATOR, AUDITOR, SALES_MANAGER};
use tests::{Caller, TestApp, on_both};
use zhidu::founding;

/// As if the release before had not known of a right yet.
async fn forget(app: &TestApp, permission: &str) {
    let sql = format!("DELETE FROM role_permission WHERE permission = '{permission}'");
    app.app.db.exclusive().execute_unprepared(&sql).await.unwrap();
}

/// What every start does.
async fn start(app: &TestApp) {
    let system = founding::actor("start");
    let mut work = Work::begin(&app.app, &system).await.unwrap();
    founding::ensure(&mut work).await.unwrap();
    work.commit_nothing().await.unwrap();
}

async fn role(admin: &Caller, code: &str) -> Value {
    let page = admin.get("/roles").await.expect(200);
    let found = page["items"].as_array().unwrap().iter().find(|it| it["code"] == code);
    found.unwrap().clone()
}

fn holds(role: &Value, permission: &str) -> bool {
    role["permissions"].as_array().unwrap().iter().any(|it| it["permission"] == permission)
}

on_both! {
    async fn roles_that_nobody_changed_get_what_a_release_adds(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        // One that the company has made its own.
        let own = role(&admin, "MARKETING_MANAGER").await;
        let path = format!("/roles/{}", id(&own));
        let _ = admin.patch_now(&path, json!({"description": "管理市场部，兼管品牌"})).await.expect(200);
        forget(&app, "approval.decide").await;
        assert!(!holds(&role(&admin, "SALES_MANAGER").await, "approval.decide"));
        start(&app).await;
        start(&app).await;
        let after = role(&admin, "SALES_MANAGER").await;
        assert!(holds(&after, "approval.decide"));
        assert_eq!(after["version"], 1, "nobody has changed it");
        assert!(!holds(&role(&admin, "MARKETING_MANAGER").await, "approval.decide"), "the company's own");
        let manager = app.signed_in(SALES_MANAGER).await;
        let rights = manager.get("/me/permissions").await.expect(200);
        assert!(rights["permissions"].as_array().unwrap().iter().any(|it| it["permission"] == "approval.decide"));
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let of = format!("/audit-entries?action=role.updated&resource_id={}", id(&after));
        assert_eq!(auditor.get(&of).await.expect(200)["items"].as_array().unwrap().len(), 1, "once");
    }

    /// Not where somebody would then hold what excludes each other.
    async fn a_release_gives_nobody_what_excludes_each_other(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        forget(&app, "approval.decide").await;
        let pair = json!({"permission_a": "approval.decide", "permission_b": "client.collect",
            "reason": "经办与审批须由两人承担"});
        let _ = admin.post("/duty-conflicts", pair).await.expect(201);
        start(&app).await;
        assert!(!holds(&role(&admin, "SALES_MANAGER").await, "approval.decide"));
        assert!(holds(&role(&admin, "SERVICE_MANAGER").await, "approval.decide"));
    }
}
