//! Traces: a collector that is told what happened, one that is away, and none at all.
use actix_web::{App, HttpResponse, HttpServer, web};
use serde_json::json;
use std::sync::{Arc, Mutex};
use tests::{Answer, Engine, TestApp, app::send};

type Received = Arc<Mutex<Vec<u8>>>;

/// A collector on a free port; its address and all bytes that reach `/v1/traces`.
fn collector() -> (String, Received) {
    let received = Received::default();
    let kept = received.clone();
    let server = HttpServer::new(move || {
        let kept = kept.clone();
        App::new().route(
            "/v1/traces",
            web::post().to(move |body: web::Bytes| {
                kept.lock().unwrap().extend_from_slice(&body);
                async { HttpResponse::Ok().content_type("application/x-protobuf").finish() }
            }),
        )
    })
    .workers(1)
    .disable_signals()
    .bind("127.0.0.1:0")
    .unwrap();
    let address = format!("http://{}", server.addrs()[0]);
    tokio::spawn(server.run());
    (address, received)
}

async fn flushed(app: &TestApp) -> bool {
    let traces = app.service.traces.clone();
    tokio::task::spawn_blocking(move || traces.flush()).await.unwrap()
}

/// Strings are written in protobuf as they are.
fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

async fn traced(endpoint: &str) -> TestApp {
    TestApp::start_with(Engine::Sqlite, |config| {
        endpoint.clone_into(&mut config.metrics.otlp_endpoint);
    })
    .await
}

#[actix_web::test]
async fn a_requests_span_arrives_with_its_route_and_request_id_and_no_data() {
    let (address, received) = collector();
    let app = traced(&address).await;
    assert!(app.service.traces.are_sent());
    let caller = app.signed_in(tests::company::INFORMATION_SUPERVISOR).await;
    let missing = uuid::Uuid::new_v4().to_string();
    let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    let request = caller
        .request(reqwest::Method::GET, &format!("/clients/{missing}"))
        .header("traceparent", parent);
    let answer: Answer = send(request).await;
    let id = answer.header("x-request-id").to_owned();
    answer.refuses(404, "NOT_FOUND");
    let _ = caller.get("/people?q=chengtao").await.expect(200);
    assert!(flushed(&app).await);
    let bytes = received.lock().unwrap().clone();
    for told in ["GET /api/v1/clients/{id}", "POST /api/v1/auth/sign-in", "zhidu", id.as_str()] {
        assert!(holds(&bytes, told), "{told} has not arrived");
    }
    let trace = hex::decode("4bf92f3577b34da6a3ce929d0e0e4736").unwrap();
    assert!(bytes.windows(16).any(|window| window == trace), "the caller's trace goes on");
    for kept in [missing.as_str(), "chengtao", tests::company::INFORMATION_SUPERVISOR] {
        assert!(!holds(&bytes, kept), "{kept} has left the house");
    }
}

#[actix_web::test]
async fn a_collector_that_is_away_disturbs_nobody() {
    let app = traced("http://127.0.0.1:9").await;
    for _ in 0..3 {
        let _ = app.anonymous().get("/system/info").await.expect(200);
    }
    assert!(!flushed(&app).await, "nobody took the spans");
    let _ = app.anonymous().get("/system/info").await.expect(200);
}

#[actix_web::test]
async fn without_a_collector_nothing_is_started() {
    let app = TestApp::start(Engine::Sqlite).await;
    assert!(!app.service.traces.are_sent());
    let body = json!({"login": "nobody", "password": "x"});
    app.anonymous().post("/auth/sign-in", body).await.refuses(401, "INVALID_CREDENTIALS");
    let wrong = zhidu::traces::Traces::start("localhost:4318").unwrap_err();
    assert!(wrong.to_string().contains("metrics.otlp_endpoint"), "{wrong}");
}
