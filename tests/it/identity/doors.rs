//! Signing in and out.
use super::{HR_MANAGER, person_id, try_sign_in, with, with_cookie};
use chrono::Duration;
use reqwest::{Method, header};
use serde_json::{Value, json};
use tests::{Answer, app::send, company::ADMINISTRATOR, company::SALESPERSON, on_both};
use zhidu::demo_company::PASSWORD;

/// What an answer says, without what differs between any two requests.
fn said(answer: &Answer) -> (u16, Value, Vec<String>) {
    let mut body = answer.json();
    body["request_id"] = Value::Null;
    let mut names: Vec<_> = answer.headers.keys().map(ToString::to_string).collect();
    names.sort();
    (answer.status.as_u16(), body, names)
}

on_both! {
    async fn signing_in_gives_a_token_and_a_cookie_that_scripts_cannot_read(app: TestApp) {
        let answer = try_sign_in(&app, "ChengTao ", PASSWORD).await;
        let body = answer.expect(200);
        assert_eq!(body["token_type"], "Bearer");
        assert_eq!(body["expires_in_seconds"], 900);
        assert_eq!(body["password_change_required"], false);
        let cookie = answer.header("set-cookie");
        for part in ["__Host-zhidu-refresh=", "HttpOnly", "Secure", "SameSite=Strict", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
        assert_eq!(answer.header("cache-control"), "no-store");
    }

    async fn unknown_disabled_and_wrong_look_alike(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        let leaver = person_id(&admin, "qiuyulan").await;
        let _ = admin
            .act_now(&format!("/people/{leaver}"), "disable", json!({"reason": "离职"}))
            .await
            .expect(200);
        let wrong = try_sign_in(&app, SALESPERSON, "not the password").await;
        let unknown = try_sign_in(&app, "nobody.at.all", "not the password").await;
        let disabled = try_sign_in(&app, "qiuyulan", PASSWORD).await;
        wrong.refuses(401, "INVALID_CREDENTIALS");
        assert_eq!(said(&wrong), said(&unknown));
        assert_eq!(said(&wrong), said(&disabled));
    }

    async fn success_and_failure_stand_in_the_trail_without_what_was_typed(app: TestApp) {
        let typed = "Oops-my-password-1";
        let _ = try_sign_in(&app, typed, "x").await;
        let _ = try_sign_in(&app, SALESPERSON, typed).await;
        app.seal().await;
        let auditor = app.signed_in(tests::company::AUDITOR).await;
        let all = auditor.get("/audit-entries?action=sign-in.failed&limit=200").await;
        let entries = all.expect(200);
        assert_eq!(entries["items"].as_array().unwrap().len(), 2, "{entries}");
        assert!(!all.text.contains(typed), "{}", all.text);
        let started = auditor.get("/audit-entries?action=session.started").await.expect(200);
        assert!(!started["items"].as_array().unwrap().is_empty());
    }

    async fn a_page_of_another_site_cannot_use_the_cookie(app: TestApp) {
        let (_, cookie) = with_cookie(&app, SALESPERSON).await;
        let foreign = [
            ("Origin", "https://evil.example.com"),
            ("Origin", "null"),
            ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Site", "same-site"),
        ];
        for path in ["/auth/refresh", "/auth/sign-out"] {
            for (name, value) in foreign {
                let request = app.anonymous().request(Method::POST, path);
                let request = request.header(header::COOKIE, &cookie).header(name, value);
                send(request).await.refuses(403, "ORIGIN_REFUSED");
            }
        }
        let own = app.anonymous().request(Method::POST, "/auth/refresh");
        let own = own.header(header::COOKIE, &cookie).header("Sec-Fetch-Site", "same-origin");
        let _ = send(own).await.expect(200);
    }

    async fn signing_out_ends_the_session_at_once(app: TestApp) {
        let (caller, cookie) = with_cookie(&app, SALESPERSON).await;
        let _ = caller.get("/me").await.expect(200);
        let out = with(&app, "/auth/sign-out", &cookie).await;
        let _ = out.expect(204);
        assert!(out.header("set-cookie").contains("Max-Age=0"));
        caller.get("/me").await.refuses(401, "NOT_AUTHENTICATED");
        with(&app, "/auth/refresh", &cookie).await.refuses(401, "NOT_AUTHENTICATED");
        // Nothing to end is no fault.
        let _ = with(&app, "/auth/sign-out", &cookie).await.expect(204);
        let _ = app.anonymous().request(Method::POST, "/auth/sign-out").send().await.unwrap();
    }

    async fn an_access_token_lives_a_quarter_of_an_hour(app: TestApp) {
        let (caller, _) = with_cookie(&app, SALESPERSON).await;
        app.clock.advance(Duration::seconds(904));
        let _ = caller.get("/me").await.expect(200);
        app.clock.advance(Duration::seconds(1));
        let refused = caller.get("/me").await;
        refused.refuses(401, "NOT_AUTHENTICATED");
        assert_eq!(refused.header("www-authenticate"), "Bearer");
        // A public route does not mind it.
        let _ = caller.get("/system/info").await.expect(200);
    }

    async fn somebody_disabled_is_out_at_once_with_sessions_and_keys(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        let (victim, cookie) = with_cookie(&app, HR_MANAGER).await;
        let _ = victim.get("/me").await.expect(200);
        let path = format!("/people/{}", person_id(&admin, HR_MANAGER).await);
        let after = admin.act_now(&path, "disable", json!({"reason": "停职调查"})).await.expect(200);
        assert_eq!(after["status"], "DISABLED");
        victim.get("/me").await.refuses(401, "NOT_AUTHENTICATED");
        with(&app, "/auth/refresh", &cookie).await.refuses(401, "NOT_AUTHENTICATED");
        // Let in again, the old session stays ended.
        let _ = admin.act_now(&path, "enable", json!({"reason": "澄清"})).await.expect(200);
        victim.get("/me").await.refuses(401, "NOT_AUTHENTICATED");
        with(&app, "/auth/refresh", &cookie).await.refuses(401, "NOT_AUTHENTICATED");
        let _ = try_sign_in(&app, HR_MANAGER, PASSWORD).await.expect(200);
    }

    async fn what_a_request_says_about_itself_comes_back(app: TestApp) {
        let request = app.anonymous().request(Method::GET, "/me").header("X-Request-Id", "abc-1.2");
        let answer = send(request).await;
        assert_eq!(answer.header("x-request-id"), "abc-1.2");
        assert_eq!(answer.refuses(401, "NOT_AUTHENTICATED")["request_id"], "abc-1.2");
        let strange = app.anonymous().request(Method::GET, "/me").header("X-Request-Id", "a b");
        let answer = send(strange).await;
        assert_ne!(answer.header("x-request-id"), "a b");
        assert!(!answer.header("x-request-id").is_empty());
        let keyed = app.anonymous().request(Method::POST, "/auth/sign-in");
        let keyed = keyed.header("Idempotency-Key", "x".repeat(101)).json(&json!({}));
        send(keyed).await.refuses(400, "INVALID_PARAMETER");
    }

    async fn no_idempotency_record_keeps_a_token(app: TestApp) {
        let body = json!({"login": SALESPERSON, "password": PASSWORD});
        let first = app.anonymous().post_with_key("/auth/sign-in", "k-1", &body).await;
        let second = app.anonymous().post_with_key("/auth/sign-in", "k-1", &body).await;
        assert_ne!(first.expect(200)["session_id"], second.expect(200)["session_id"]);
        use sea_orm::EntityTrait;
        let kept = kernel::idempotency::entity::Entity::find().all(app.app.db.reader()).await;
        assert!(kept.unwrap().iter().all(|row| row.key != "k-1"));
    }
}
