//! Refresh tokens: rotated at every use; a copy ends the session, a lost answer does not.
use super::{cookie_of, person_id, with, with_cookie};
use chrono::Duration;
use tests::{company::ADMINISTRATOR, company::AUDITOR, company::SALESPERSON, on_both};

on_both! {
    async fn each_use_brings_a_new_token(app: TestApp) {
        let (_, first) = with_cookie(&app, SALESPERSON).await;
        let answer = with(&app, "/auth/refresh", &first).await;
        let token = answer.expect(200)["access_token"].as_str().unwrap().to_owned();
        let second = cookie_of(&answer);
        assert_ne!(first, second);
        let _ = app.bearing(token, uuid::Uuid::nil()).get("/me").await.expect(200);
        let third = cookie_of(&with(&app, "/auth/refresh", &second).await);
        assert_ne!(second, third);
    }

    async fn a_lost_answer_is_given_again(app: TestApp) {
        let (_, first) = with_cookie(&app, SALESPERSON).await;
        let lost = cookie_of(&with(&app, "/auth/refresh", &first).await);
        app.clock.advance(Duration::seconds(30));
        let again = with(&app, "/auth/refresh", &first).await;
        let _ = again.expect(200);
        assert_eq!(cookie_of(&again), lost);
        // And it works on.
        let _ = with(&app, "/auth/refresh", &lost).await.expect(200);
    }

    async fn two_tabs_at_once_get_the_same_successor(app: TestApp) {
        let (_, first) = with_cookie(&app, SALESPERSON).await;
        let both = futures_util::future::join_all(
            (0..6).map(|_| with(&app, "/auth/refresh", &first))).await;
        let cookies: std::collections::BTreeSet<_> = both.iter().map(cookie_of).collect();
        assert_eq!(cookies.len(), 1);
    }

    async fn a_spent_token_after_a_while_ends_the_session_for_everybody(app: TestApp) {
        let (caller, first) = with_cookie(&app, SALESPERSON).await;
        let next = cookie_of(&with(&app, "/auth/refresh", &first).await);
        app.clock.advance(Duration::seconds(31));
        with(&app, "/auth/refresh", &first).await.refuses(401, "NOT_AUTHENTICATED");
        with(&app, "/auth/refresh", &next).await.refuses(401, "NOT_AUTHENTICATED");
        caller.get("/me").await.refuses(401, "NOT_AUTHENTICATED");
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let seen = auditor.get("/audit-entries?action=session.token-reused").await.expect(200);
        assert_eq!(seen["items"].as_array().unwrap().len(), 1, "{seen}");
    }

    async fn a_spent_token_whose_successor_was_used_is_a_copy_at_once(app: TestApp) {
        let (caller, first) = with_cookie(&app, SALESPERSON).await;
        let second = cookie_of(&with(&app, "/auth/refresh", &first).await);
        let third = cookie_of(&with(&app, "/auth/refresh", &second).await);
        with(&app, "/auth/refresh", &first).await.refuses(401, "NOT_AUTHENTICATED");
        with(&app, "/auth/refresh", &third).await.refuses(401, "NOT_AUTHENTICATED");
        caller.get("/me").await.refuses(401, "NOT_AUTHENTICATED");
    }

    async fn an_idle_session_ends_and_a_used_one_does_not_before_ninety_days(app: TestApp) {
        let (_, idle) = with_cookie(&app, SALESPERSON).await;
        let (_, mut used) = with_cookie(&app, SALESPERSON).await;
        for _ in 0..8 {
            app.clock.advance(Duration::days(11));
            used = cookie_of(&with(&app, "/auth/refresh", &used).await);
        }
        with(&app, "/auth/refresh", &idle).await.refuses(401, "NOT_AUTHENTICATED");
        app.clock.advance(Duration::days(3));
        with(&app, "/auth/refresh", &used).await.refuses(401, "NOT_AUTHENTICATED");
    }

    async fn an_invented_token_is_none(app: TestApp) {
        for cookie in ["__Host-zhidu-refresh=", "__Host-zhidu-refresh=abc", "other=abc"] {
            with(&app, "/auth/refresh", cookie).await.refuses(401, "NOT_AUTHENTICATED");
        }
    }

    async fn an_administrator_signs_somebody_out_everywhere(app: TestApp) {
        let admin = app.signed_in(ADMINISTRATOR).await;
        let (caller, cookie) = with_cookie(&app, SALESPERSON).await;
        let path = format!("/people/{}", person_id(&admin, SALESPERSON).await);
        let reason = serde_json::json!({"reason": "手机遗失"});
        let _ = admin.act_now(&path, "end-sessions", reason).await.expect(204);
        caller.get("/me").await.refuses(401, "NOT_AUTHENTICATED");
        with(&app, "/auth/refresh", &cookie).await.refuses(401, "NOT_AUTHENTICATED");
    }
}
