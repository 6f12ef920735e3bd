//! Liveness, readiness, the application's page and the framework's own refusals.
use tests::{Engine, TestApp, app::send, on_both};

on_both! {
    async fn a_running_service_is_live_and_ready(app: TestApp) {
        let nobody = app.anonymous();
        assert_eq!(send(nobody.root("/livez")).await.expect_text(200), "ok");
        assert_eq!(send(nobody.root("/readyz")).await.expect_text(200), "ok");
        app.app.stopping.send_replace(true);
        let waiting = send(nobody.root("/readyz")).await.refuses(503, "UNAVAILABLE");
        assert_eq!(waiting["params"]["waiting_for"], "stopping");
    }

    async fn the_frameworks_own_refusals_are_problems_too(app: TestApp) {
        let nobody = app.anonymous();
        nobody.get("/no-such-thing").await.refuses(404, "NOT_FOUND");
        send(nobody.request(reqwest::Method::DELETE, "/system/info"))
            .await
            .refuses(405, "METHOD_NOT_ALLOWED");
        // A fixed word beside a parameter: the router alone would take it for an id.
        let answer = send(nobody.request(reqwest::Method::PATCH, "/clients/import-template")).await;
        assert_eq!(answer.header("allow"), "GET");
        answer.refuses(405, "METHOD_NOT_ALLOWED");
        nobody.get("/system/info?color=red").await.refuses(400, "UNKNOWN_PARAMETER");
        let english = nobody.reading("en").get("/no-such-thing").await.refuses(404, "NOT_FOUND");
        assert_eq!(english["title"], "Not found");
        assert!(!english["request_id"].as_str().unwrap().is_empty());
    }
}

/// One page is dozens of files, asked for before anybody has signed in.
#[actix_web::test]
async fn the_applications_own_files_are_not_counted_and_requests_are() {
    let few = |config: &mut kernel::config::Config| config.server.rate_limit_per_minute = 2;
    let app = TestApp::start_with(Engine::Sqlite, few).await;
    let nobody = app.anonymous();
    for _ in 0..5 {
        let page = send(nobody.root("/clients")).await;
        assert_ne!(page.status, 429, "{}", page.text);
        assert_eq!(page.header("ratelimit"), "");
    }
    for _ in 0..2 {
        let _ = nobody.get("/system/info").await.expect(200);
    }
    let _ = nobody.get("/system/info").await.refuses(429, "RATE_LIMITED");
}
