//! Guessing is slowed down; nobody is locked out by it.
use super::{try_sign_in, with_cookie};
use chrono::Duration;
use reqwest::{Method, header};
use serde_json::json;
use tests::{Answer, Engine, TestApp, app::send, company::AUDITOR, company::SALESPERSON, on_both};
use zhidu::demo_company::PASSWORD;

/// A sign-in as a proxy hands it on from elsewhere.
async fn from(app: &TestApp, address: &str, login: &str, password: &str, cookie: &str) -> Answer {
    let request = app.anonymous().request(Method::POST, "/auth/sign-in");
    let request = request.header("X-Forwarded-For", address).header(header::COOKIE, cookie);
    send(request.json(&json!({"login": login, "password": password}))).await
}

async fn behind_a_proxy(engine: Engine) -> TestApp {
    TestApp::start_with(engine, |config| {
        config.server.trusted_proxies = vec!["127.0.0.1".to_owned()];
    })
    .await
}

async fn a_known_device_is_not_slowed_by_strangers(engine: Engine) {
    let app = behind_a_proxy(engine).await;
    let home = from(&app, "198.51.100.7", SALESPERSON, PASSWORD, "").await;
    let cookie = super::cookie_of(&home);
    // Strangers, each from an address of their own, until the account waits everywhere.
    for guess in 0..11 {
        let address = format!("203.0.113.{guess}");
        let _ = from(&app, &address, SALESPERSON, "a wrong guess", "").await;
    }
    let stranger = from(&app, "203.0.113.99", SALESPERSON, PASSWORD, "").await;
    stranger.refuses(429, "SIGN_IN_THROTTLED");
    // The address of the last sign-in, and the device somewhere else.
    let _ = from(&app, "198.51.100.7", SALESPERSON, PASSWORD, "").await.expect(200);
    for guess in 0..11 {
        let address = format!("203.0.113.{guess}");
        app.clock.advance(Duration::seconds(40));
        let _ = from(&app, &address, SALESPERSON, "a wrong guess", "").await;
    }
    let _ = from(&app, "192.0.2.50", SALESPERSON, PASSWORD, &cookie).await.expect(200);
}

#[actix_web::test]
async fn a_known_device_is_not_slowed_by_strangers_sqlite() {
    a_known_device_is_not_slowed_by_strangers(Engine::Sqlite).await;
}

#[actix_web::test]
async fn a_known_device_is_not_slowed_by_strangers_postgres() {
    a_known_device_is_not_slowed_by_strangers(Engine::Postgres).await;
}

on_both! {
    async fn some_mistakes_are_free_and_then_each_costs_more(app: TestApp) {
        for _ in 0..5 {
            try_sign_in(&app, SALESPERSON, "a wrong guess").await.refuses(401, "INVALID_CREDENTIALS");
        }
        let refused = try_sign_in(&app, SALESPERSON, PASSWORD).await;
        refused.refuses(429, "SIGN_IN_THROTTLED");
        assert_eq!(refused.header("retry-after"), "1");
        app.clock.advance(Duration::seconds(1));
        try_sign_in(&app, SALESPERSON, "a wrong guess").await.refuses(401, "INVALID_CREDENTIALS");
        let refused = try_sign_in(&app, SALESPERSON, PASSWORD).await;
        assert_eq!(refused.header("retry-after"), "2", "{}", refused.text);
        app.clock.advance(Duration::seconds(2));
        let _ = try_sign_in(&app, SALESPERSON, PASSWORD).await.expect(200);
        // The right password forgives.
        for _ in 0..4 {
            try_sign_in(&app, SALESPERSON, "a wrong guess").await.refuses(401, "INVALID_CREDENTIALS");
        }
        let _ = try_sign_in(&app, SALESPERSON, PASSWORD).await.expect(200);
    }

    async fn an_unknown_login_waits_like_a_known_one(app: TestApp) {
        for _ in 0..5 {
            let _ = try_sign_in(&app, "nobody.at.all", "a wrong guess").await;
        }
        let refused = try_sign_in(&app, "nobody.at.all", "a wrong guess").await;
        refused.refuses(429, "SIGN_IN_THROTTLED");
        assert_eq!(refused.header("retry-after"), "1");
    }

    async fn attempts_at_the_same_time_do_not_slip_through(app: TestApp) {
        let guesses = (0..20).map(|_| try_sign_in(&app, SALESPERSON, "a wrong guess"));
        let answers = futures_util::future::join_all(guesses).await;
        let tried = answers.iter().filter(|answer| answer.status == 401).count();
        assert_eq!(tried, 5, "{:?}", answers.iter().map(|a| a.status).collect::<Vec<_>>());
        assert!(answers.iter().all(|answer| answer.status == 401 || answer.status == 429));
    }

    async fn a_wait_is_noted_once(app: TestApp) {
        for _ in 0..9 {
            let _ = try_sign_in(&app, SALESPERSON, "a wrong guess").await;
        }
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let noted = auditor.get("/audit-entries?action=sign-in.throttled").await.expect(200);
        assert_eq!(noted["items"].as_array().unwrap().len(), 1, "{noted}");
    }

    async fn guessing_the_password_in_a_stolen_session_is_slowed_too(app: TestApp) {
        let (caller, _) = with_cookie(&app, SALESPERSON).await;
        let guess = json!({"current_password": "a wrong guess", "new_password": "渡轮七点半开往对岸码头"});
        for _ in 0..5 {
            caller.post("/me/actions/change-password", guess.clone()).await
                .points_at("/current_password", "PASSWORD_WRONG");
        }
        caller.post("/me/actions/change-password", guess).await.refuses(429, "SIGN_IN_THROTTLED");
        // Signing in is counted apart.
        let _ = try_sign_in(&app, SALESPERSON, PASSWORD).await.expect(200);
    }
}
