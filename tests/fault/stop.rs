//! SIGTERM in the middle of the work: what was accepted is answered, and only that is done.
use crate::{books, books::Line, ledger::Heard, ledger::Ledger, wire, wire::Wire, writers::Round};
use futures_util::future::join_all;
use kernel::config::Config;
use reqwest::Method;
use std::sync::atomic::{AtomicBool, Ordering};
use tests::company::INFORMATION_SUPERVISOR;
use tests::{
    Engine,
    process::{Installation, Process},
};

const SEED: u64 = 15;
const ACCEPTED: usize = 8;

async fn stopped_under_load(engine: Engine) {
    let drain = |config: &mut Config| config.server.drain_seconds = 3;
    let installation = Installation::with(engine, drain).await;
    let process = installation.start().await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    let ledger = Ledger::default();
    let stream = keeper.request(Method::GET, "/events/stream").send().await.unwrap();
    // Requests of which the service has said that it has them, and waits for their bodies.
    let slow = Round { seed: SEED, number: 0, writers: ACCEPTED };
    let mut accepted = vec![];
    for writer in 0..ACCEPTED {
        let ask = slow.begin(writer, 0);
        let (head, body) = wire::request(&ask, &keeper, "Expect: 100-continue\r\n");
        let mut wire = Wire::open(process.address).await;
        wire.send(&head).await;
        assert!(wire.head().await.starts_with("HTTP/1.1 100"));
        accepted.push((wire, body, ask));
    }
    let round = Round { seed: SEED, number: 1, writers: 8 };
    let elsewhere = AtomicBool::new(false);
    let stopping = async {
        ledger.grown_by(30).await;
        process.ask_to_stop();
        sent_elsewhere(&process).await;
        elsewhere.store(true, Ordering::Relaxed);
        // Then the listening socket goes.
        while tokio::net::TcpStream::connect(process.address).await.is_ok() {
            tokio::task::yield_now().await;
        }
        join_all(accepted.into_iter().map(|(mut wire, body, ask)| async move {
            wire.send(&body).await;
            let _ = wire.answer().await.expect(201);
            ask
        }))
        .await
    };
    let writing = round.until(&keeper, &ledger, &elsewhere);
    let (heard, answered) = tokio::join!(writing, stopping);
    // Whoever was sent elsewhere had every answer until then.
    assert!(heard.iter().all(|heard| matches!(heard, Heard::Done)), "{heard:?}");
    assert_eq!(ledger.indeterminate(), 0);
    let told = stream.text().await.unwrap();
    assert!(told.ends_with("event: end\ndata: {\"reason\":\"STOPPING\"}\n\n"), "{told}");
    assert!(process.ended().await.success());
    let process = installation.start().await;
    let keeper = process.again(&keeper);
    for ask in answered {
        let answer = ask.send(&keeper).await.unwrap();
        assert_eq!(answer.header("idempotent-replayed"), "true", "answered and not kept");
        let _ = ledger.ask(&keeper, ask).await;
    }
    // Nothing was done of which nobody was told.
    assert_eq!(ledger.settle(&keeper).await, 0);
    assert!(process.stop().await.success());
    close(&installation, &ledger).await;
}

async fn close(installation: &Installation, ledger: &Ledger) {
    let found = books::check(installation, ledger).await;
    let (acknowledged, indeterminate) = (ledger.acknowledged(), ledger.indeterminate());
    let (seed, engine) = (SEED, installation.engine);
    Line { test: "graceful stop", seed, engine, faults: 1, acknowledged, indeterminate, found }
        .close();
}

/// New callers hear that it stops, and have an answer; their connection ends with it.
async fn sent_elsewhere(process: &Process) {
    loop {
        let probe = process.nobody().root("/readyz").send().await.unwrap();
        if probe.status() == 503 {
            assert_eq!(probe.headers()["connection"], "close");
            let waits: serde_json::Value = probe.json().await.unwrap();
            assert_eq!(waits["params"]["waiting_for"], "stopping");
            return;
        }
        tokio::task::yield_now().await;
    }
}

#[actix_web::test]
async fn a_stop_under_load_answers_what_was_accepted_on_sqlite() {
    stopped_under_load(Engine::Sqlite).await;
}

#[actix_web::test]
async fn a_stop_under_load_answers_what_was_accepted_on_postgres() {
    stopped_under_load(Engine::Postgres).await;
}
