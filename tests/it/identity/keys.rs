//! API keys: a person's, with fewer rights.
use super::{grant, id, now, person_id, role_id};
use chrono::Duration;
use serde_json::{Value, json};
use tests::{Caller, TestApp, company::ADMINISTRATOR, company::SERVICE_MANAGER, on_both};

/// The service manager, who may make keys here, and one with these permissions.
async fn with_key(app: &TestApp, permissions: &[&str]) -> (Caller, Caller, Value) {
    let admin = app.signed_in(ADMINISTRATOR).await;
    let owner = app.signed_in(SERVICE_MANAGER).await;
    let body = json!({"code": "KEY_MAKER", "name": "接口负责人", "permissions": [
        {"permission": "api-key.manage", "scope": "OWN"}]});
    let role = id(&admin.post("/roles", body).await.expect(201));
    let _ = grant(&admin, &owner.id.to_string(), &role).await.expect(201);
    let body = json!({"name": "ERP 接口", "permissions": permissions, "expires_on": "2027-06-30"});
    let made = owner.post("/api-keys", body).await.expect(201);
    let secret = made["secret"].as_str().expect("a secret").to_owned();
    let key = app.bearing(secret, owner.id);
    (owner, key, made)
}

on_both! {
    async fn a_key_reaches_what_it_was_made_for_and_nothing_else(app: TestApp) {
        let (_, key, made) = with_key(&app, &["client.read"]).await;
        assert!(made["secret"].as_str().unwrap().starts_with(made["prefix"].as_str().unwrap()));
        let _ = key.get("/clients").await.expect(200);
        key.get("/people").await.refuses(403, "PERMISSION_MISSING");
        let rights = key.get("/me/permissions").await.expect(200);
        let held: Vec<_> = rights["permissions"].as_array().unwrap().iter()
            .map(|p| p["permission"].as_str().unwrap()).collect();
        assert_eq!(held, ["client.read"]);
        assert_eq!(key.get("/me").await.expect(200)["via"], "API_KEY");
    }

    async fn the_secret_is_shown_once_and_kept_nowhere(app: TestApp) {
        let (owner, _, made) = with_key(&app, &["client.read"]).await;
        let secret = made["secret"].as_str().unwrap();
        let read = owner.get(&format!("/api-keys/{}", id(&made))).await;
        assert_eq!(read.expect(200)["secret"], Value::Null);
        assert!(!owner.get("/api-keys").await.text.contains(secret));
        let body = json!({"name": "第二把", "permissions": ["client.read"], "expires_on": "2027-06-30"});
        let first = owner.post_with_key("/api-keys", "key-1", &body).await;
        assert!(first.expect(201)["secret"].is_string());
        let again = owner.post_with_key("/api-keys", "key-1", &body).await;
        assert_eq!(again.header("idempotent-replayed"), "true");
        assert_eq!(again.expect(201)["secret"], Value::Null);
    }

    async fn a_revoked_key_is_dead_at_once_and_an_expired_one_on_its_day(app: TestApp) {
        let (owner, key, made) = with_key(&app, &["client.read"]).await;
        let _ = key.get("/clients").await.expect(200);
        let path = format!("/api-keys/{}", id(&made));
        let _ = owner.act_now(&path, "revoke", json!({"reason": "停用"})).await.expect(200);
        key.get("/clients").await.refuses(401, "NOT_AUTHENTICATED");
        owner.act_now(&path, "revoke", json!({"reason": "再次"})).await.refuses(409, "KEY_REVOKED");
        let body = json!({"name": "今日", "permissions": ["client.read"], "expires_on": "2026-11-23"});
        let made = owner.post("/api-keys", body).await.expect(201);
        let today = app.bearing(made["secret"].as_str().unwrap().to_owned(), owner.id);
        // 10:00 in Shanghai when tests begin: fourteen hours are left.
        app.clock.advance(Duration::hours(14) - Duration::seconds(1));
        let _ = today.get("/clients").await.expect(200);
        app.clock.advance(Duration::seconds(1));
        today.get("/clients").await.refuses(401, "NOT_AUTHENTICATED");
    }

    async fn a_key_ends_with_its_owner_and_loses_what_its_owner_loses(app: TestApp) {
        let (owner, key, _) = with_key(&app, &["client.read"]).await;
        let admin = app.signed_in(ADMINISTRATOR).await;
        let role = role_id(&admin, "SERVICE_MANAGER").await;
        let grants = admin.get(&format!("/role-grants?role_id={role}&person_id={}", owner.id)).await;
        let grant = format!("/role-grants/{}", id(&grants.expect(200)["items"][0]));
        let _ = admin.act_now(&grant, "revoke", json!({"reason": "调岗"})).await.expect(200);
        key.get("/clients").await.refuses(403, "PERMISSION_MISSING");
        let person = format!("/people/{}", owner.id);
        let _ = admin.act_now(&person, "disable", json!({"reason": "离职"})).await.expect(200);
        key.get("/me").await.refuses(401, "NOT_AUTHENTICATED");
        let _ = admin.act_now(&person, "enable", json!({"reason": "返聘"})).await.expect(200);
        key.get("/me").await.refuses(401, "NOT_AUTHENTICATED");
    }

    async fn a_key_does_nothing_that_takes_the_person(app: TestApp) {
        let (_, key, _) = with_key(&app, &["client.read", "api-key.manage"]).await;
        let body = json!({"name": "子密钥", "permissions": ["client.read"], "expires_on": "2027-06-30"});
        key.post("/api-keys", body).await.refuses(403, "SESSION_NEEDED");
        let change = json!({"current_password": "x", "new_password": "y"});
        key.post("/me/actions/change-password", change).await.refuses(403, "SESSION_NEEDED");
        key.post("/me/sessions/actions/end-others", json!({})).await.refuses(403, "SESSION_NEEDED");
        key.patch("/me", "\"1\"", json!({"theme": "DARK"})).await.refuses(403, "SESSION_NEEDED");
    }

    async fn a_key_never_carries_more_than_its_owner_or_power_over_rights(app: TestApp) {
        let (owner, _, _) = with_key(&app, &["client.read"]).await;
        let make = |permissions: Value, day: &str| {
            owner.post("/api-keys", json!({"name": "试", "permissions": permissions, "expires_on": day}))
        };
        make(json!(["client.import"]), "2027-01-01").await.refuses(403, "KEY_EXCEEDS_OWN");
        make(json!(["no.such"]), "2027-01-01").await.points_at("/permissions/0", "UNKNOWN_REFERENCE");
        make(json!(["client.read", "client.read"]), "2027-01-01").await
            .points_at("/permissions/1", "DUPLICATE");
        make(json!([]), "2027-01-01").await.points_at("/permissions", "LENGTH");
        make(json!(["client.read"]), "2026-11-22").await.points_at("/expires_on", "ORDER");
        make(json!(["client.read"]), "2029-01-01").await.points_at("/expires_on", "KEY_TOO_LONG");
        let admin = app.signed_in(ADMINISTRATOR).await;
        let body = json!({"name": "越权", "permissions": ["role.grant"], "expires_on": "2027-01-01"});
        admin.post("/api-keys", body).await.refuses(409, "KEY_PRIVILEGED");
    }

    async fn its_use_is_noted_now_and_then(app: TestApp) {
        let (owner, key, made) = with_key(&app, &["client.read"]).await;
        let path = format!("/api-keys/{}", id(&made));
        assert_eq!(owner.get(&path).await.expect(200)["last_used_at"], Value::Null);
        let _ = key.get("/clients").await.expect(200);
        let mut noted = Value::Null;
        for _ in 0..100 {
            noted = owner.get(&path).await.expect(200)["last_used_at"].clone();
            if noted.is_string() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        let noted: chrono::DateTime<chrono::Utc> = noted.as_str().expect("noted").parse().unwrap();
        assert_eq!(noted, now(&app));
    }

    async fn keys_of_people_out_of_reach_do_not_exist(app: TestApp) {
        let (_, _, made) = with_key(&app, &["client.read"]).await;
        let path = format!("/api-keys/{}", id(&made));
        let admin = app.signed_in(ADMINISTRATOR).await;
        let _ = admin.get(&path).await.expect(200);
        let other = person_id(&admin, "tangwei").await;
        let role = role_id(&admin, "KEY_MAKER").await;
        let _ = grant(&admin, &other, &role).await.expect(201);
        let other = app.signed_in("tangwei").await;
        other.get(&path).await.refuses(404, "NOT_FOUND");
        other.act(&format!("{path}/actions/revoke"), "\"1\"", json!({"reason": "试"})).await
            .refuses(404, "NOT_FOUND");
        assert!(other.get("/api-keys").await.expect(200)["items"].as_array().unwrap().is_empty());
    }
}
