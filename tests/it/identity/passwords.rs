//! Choosing, changing and resetting passwords.
use super::{HR_MANAGER, cookie_of, id, person_id, try_sign_in, with, with_cookie};
use chrono::Duration;
use serde_json::json;
use tests::company::{
    ADMINISTRATOR, AUDITOR, OTHER_SALESPERSON, SALES_MANAGER, SALESPERSON, SERVICE_MANAGER,
};
use tests::on_both;
use zhidu::demo_company::PASSWORD;

const NEW: &str = "清晨七点半的渡轮开往对岸";

on_both! {
    async fn a_temporary_password_opens_nothing_but_the_change(app: TestApp) {
        let hr = app.signed_in(HR_MANAGER).await;
        let body = json!({"login": "xin.ren", "name": "任新"});
        let person = hr.post("/people", body).await;
        let path = format!("/people/{}", id(&person.expect(201)));
        assert_eq!(hr.get(&path).await.expect(200)["password_change_required"], true);
        let reset = hr.act_now(&path, "reset-password", json!({})).await.expect(200);
        let temporary = reset["temporary_password"].as_str().unwrap();
        let answer = try_sign_in(&app, "xin.ren", temporary).await;
        assert_eq!(answer.expect(200)["password_change_required"], true);
        let caller = app.bearing(answer.json()["access_token"].as_str().unwrap().to_owned(), uuid::Uuid::nil());
        let _ = caller.get("/me").await.expect(200);
        let _ = caller.get("/me/permissions").await.expect(200);
        caller.get("/sites").await.refuses(403, "PASSWORD_CHANGE_FIRST");
        let change = json!({"current_password": temporary, "new_password": NEW});
        let _ = caller.post("/me/actions/change-password", change).await.expect(204);
        let _ = caller.get("/sites").await.expect(200);
        try_sign_in(&app, "xin.ren", temporary).await.refuses(401, "INVALID_CREDENTIALS");
        assert_eq!(try_sign_in(&app, "xin.ren", NEW).await.expect(200)["password_change_required"], false);
    }

    async fn a_temporary_password_ends_after_three_days(app: TestApp) {
        let superior = app.signed_in(SALES_MANAGER).await;
        let path = format!("/people/{}", person_id(&superior, SALESPERSON).await);
        let reset = superior.act_now(&path, "reset-password", json!({"reason": "本人到场申请"})).await;
        let body = reset.expect(200);
        let temporary = body["temporary_password"].as_str().unwrap();
        app.clock.advance(Duration::hours(71));
        let _ = try_sign_in(&app, SALESPERSON, temporary).await.expect(200);
        app.clock.advance(Duration::hours(1));
        try_sign_in(&app, SALESPERSON, temporary).await.refuses(401, "INVALID_CREDENTIALS");
    }

    async fn a_reset_ends_all_sessions_and_shows_the_password_once(app: TestApp) {
        let hr = app.signed_in(SALES_MANAGER).await;
        let (caller, cookie) = with_cookie(&app, SALESPERSON).await;
        let path = format!("/people/{}", person_id(&hr, SALESPERSON).await);
        let etag = hr.get(&path).await.etag();
        let request = || {
            hr.request(reqwest::Method::POST, &format!("{path}/actions/reset-password"))
                .header("If-Match", &etag)
                .header("Idempotency-Key", "reset-1")
                .json(&json!({}))
        };
        let first = tests::app::send(request()).await;
        assert!(first.expect(200)["temporary_password"].is_string());
        let again = tests::app::send(request()).await;
        assert_eq!(again.expect(200)["temporary_password"], json!(null));
        assert_eq!(again.header("idempotent-replayed"), "true");
        caller.get("/me").await.refuses(401, "NOT_AUTHENTICATED");
        with(&app, "/auth/refresh", &cookie).await.refuses(401, "NOT_AUTHENTICATED");
    }

    async fn a_change_ends_the_other_sessions_alone(app: TestApp) {
        let (here, mine) = with_cookie(&app, SALESPERSON).await;
        let (there, other) = with_cookie(&app, SALESPERSON).await;
        let change = json!({"current_password": PASSWORD, "new_password": NEW});
        let _ = here.post("/me/actions/change-password", change).await.expect(204);
        let _ = here.get("/me").await.expect(200);
        there.get("/me").await.refuses(401, "NOT_AUTHENTICATED");
        with(&app, "/auth/refresh", &other).await.refuses(401, "NOT_AUTHENTICATED");
        let _ = cookie_of(&with(&app, "/auth/refresh", &mine).await);
    }

    async fn weak_passwords_are_refused_with_the_reason(app: TestApp) {
        let (caller, _) = with_cookie(&app, SALESPERSON).await;
        for (password, code) in [
            ("短密码", "LENGTH"),
            ("1qaz2wsx3edc", "PASSWORD_COMMON"),
            ("Password2026", "PASSWORD_COMMON"),
            ("ChengTao-2026-x", "PASSWORD_HOLDS_NAME"),
            (PASSWORD, "PASSWORD_UNCHANGED"),
        ] {
            let change = json!({"current_password": PASSWORD, "new_password": password});
            caller.post("/me/actions/change-password", change).await.points_at("/new_password", code);
        }
    }

    async fn nobody_takes_over_an_account_with_more_power_than_theirs(app: TestApp) {
        let hr = app.signed_in(HR_MANAGER).await;
        let administrator = format!("/people/{}", person_id(&hr, ADMINISTRATOR).await);
        let refused = hr.act_now(&administrator, "reset-password", json!({})).await;
        refused.refuses(403, "TARGET_ABOVE");
        hr.act_now(&administrator, "disable", json!({"reason": "试探"})).await.refuses(403, "TARGET_ABOVE");
        hr.patch_now(&administrator, json!({"login": "nobody"})).await.refuses(403, "TARGET_ABOVE");
        let shown = hr.get(&administrator).await.expect(200);
        let reset = shown["allowed_actions"].as_array().unwrap().iter()
            .find(|action| action["action"] == "reset-password").unwrap().clone();
        assert_eq!(reset["enabled"], false);
        assert_eq!(reset["reasons"][0]["code"], "TARGET_ABOVE");
        let own = format!("/people/{}", person_id(&hr, HR_MANAGER).await);
        hr.act_now(&own, "reset-password", json!({})).await.refuses(409, "OWN_FILE");
    }

    /// Whoever makes a password can act as its owner: nobody reaches the archive, or the trail, by way
    /// of somebody else's account.
    async fn the_password_of_somebody_at_work_is_made_by_their_superiors_alone(app: TestApp) {
        let (hr, administrator) = (app.signed_in(HR_MANAGER).await, app.signed_in(ADMINISTRATOR).await);
        for login in [SERVICE_MANAGER, SALESPERSON, AUDITOR] {
            let path = format!("/people/{}", person_id(&hr, login).await);
            for caller in [&hr, &administrator] {
                caller.act_now(&path, "reset-password", json!({"reason": "忘记密码"})).await.refuses(403, "TARGET_BEYOND");
                // Nor by becoming their superior.
                let above = json!({"superior_id": caller.id});
                caller.patch_now(&path, above).await.refuses(403, "OWN_LINE");
            }
        }
        let path = format!("/people/{}", person_id(&hr, SALESPERSON).await);
        let stranger = app.signed_in(OTHER_SALESPERSON).await;
        stranger.act_now(&path, "reset-password", json!({})).await.refuses(403, "PERMISSION_MISSING");
        let superior = app.signed_in(SALES_MANAGER).await;
        let shown = superior.get(&path).await.expect(200);
        let action = shown["allowed_actions"].as_array().unwrap().iter()
            .find(|action| action["action"] == "reset-password").unwrap().clone();
        assert_eq!(action["enabled"], true, "{action}");
        let made = superior.act_now(&path, "reset-password", json!({"reason": "忘记密码"})).await.expect(200);
        let signed = try_sign_in(&app, SALESPERSON, made["temporary_password"].as_str().unwrap()).await;
        let person = app.bearing(signed.expect(200)["access_token"].as_str().unwrap().to_owned(), uuid::Uuid::nil());
        let change = json!({"current_password": made["temporary_password"], "new_password": NEW});
        let _ = person.post("/me/actions/change-password", change).await.expect(204);
        let told = person.get("/notifications").await.expect(200);
        assert_eq!(told["items"][0]["kind"], "person.password-reset");
    }

    /// A trial lets go of what it did, but not of what it was counted for, and hands out nothing that
    /// would not hold.
    async fn a_trial_guesses_no_password_and_shows_none(app: TestApp) {
        let (caller, _) = with_cookie(&app, SALESPERSON).await;
        let change = json!({"current_password": "不是这个口令的口令", "new_password": NEW});
        let mut throttled = false;
        for _ in 0..40 {
            let trial = caller.post("/me/actions/change-password?dry_run=true", change.clone()).await;
            throttled |= trial.status == 429;
        }
        assert!(throttled, "guessing by trials is not slowed down");
        let superior = app.signed_in(SALES_MANAGER).await;
        let path = format!("/people/{}", person_id(&superior, SALESPERSON).await);
        let trial = format!("{path}/actions/reset-password?dry_run=true");
        let shown = superior.act(&trial, &superior.get(&path).await.etag(), json!({})).await.expect(200);
        assert_eq!(shown["temporary_password"], json!(null));
        let _ = try_sign_in(&app, SALESPERSON, PASSWORD).await.expect(200);
    }
}
