//! PostgreSQL crashes under load and comes back; connections are cut; there are too few of them.
use crate::ledger::{Heard, Ledger};
use crate::{books, books::Line, proxy::Proxy, writers, writers::Round};
use std::time::{Duration, Instant};
use tests::app::send;
use tests::cluster::{Cluster, port_of};
use tests::company::INFORMATION_SUPERVISOR;
use tests::database::TestDatabase;
use tests::process::{Installation, Process};
use tests::{Answer, Engine};

const SEED: u64 = 503;
const WRITERS: usize = 8;
/// Nothing here takes this long unless it is broken.
const BROKEN: Duration = Duration::from_secs(60);

#[track_caller]
fn unavailable(answer: &Answer) {
    let _ = answer.refuses(503, "UNAVAILABLE");
    assert_eq!(answer.header("retry-after"), "2");
}

/// Whoever was cut off was told so.
#[track_caller]
fn all_unavailable(heard: &[Heard]) {
    let answers = writers::answers(heard);
    assert_eq!(answers.len(), heard.len(), "{heard:?}");
    answers.into_iter().for_each(unavailable);
}

async fn ready(process: &Process) {
    let began = Instant::now();
    while process.nobody().root("/readyz").send().await.unwrap().status() != 200 {
        assert!(began.elapsed() < BROKEN, "it does not recover");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[actix_web::test]
async fn a_database_that_crashes_and_comes_back_is_found_again() {
    let cluster = Cluster::new();
    let database = TestDatabase::new_on(&cluster.url).await;
    let installation = Installation::of(Engine::Postgres, database, |config| {
        config.database.acquire_timeout_seconds = 1;
    });
    let process = installation.start().await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    let ledger = Ledger::default();
    for number in 0..2 {
        let round = Round { seed: SEED, number, writers: WRITERS };
        let crash = async {
            ledger.grown_by(25).await;
            cluster.stop();
        };
        let (heard, ()) = tokio::join!(round.until_fault(&keeper, &ledger), crash);
        all_unavailable(&heard);
        unavailable(&keeper.get("/clients?limit=50").await);
        let probe = send(process.nobody().root("/readyz")).await;
        unavailable(&probe);
        assert_eq!(probe.json()["params"]["waiting_for"], "database");
        assert_eq!(process.nobody().root("/livez").send().await.unwrap().status(), 200);
        cluster.start();
        ready(&process).await;
        let _ = ledger.settle(&keeper).await;
    }
    close("database away", 2, process, &installation, &ledger).await;
}

#[actix_web::test]
async fn connections_cut_under_load_lose_nothing() {
    let database = TestDatabase::new(Engine::Postgres).await;
    let proxy = Proxy::before(port_of(&database.config.database.url)).await;
    let mut installation = Installation::of(Engine::Postgres, database, |_| {});
    let direct = installation.through(proxy.port);
    let process = installation.start().await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    let ledger = Ledger::default();
    let mut cuts = 0;
    for number in 0..4 {
        let round = Round { seed: SEED, number, writers: WRITERS };
        let cutting = async {
            loop {
                ledger.grown_by(7).await;
                proxy.cut();
                cuts += 1;
            }
        };
        let heard = tokio::select! {
            heard = round.until_fault(&keeper, &ledger) => heard,
            () = cutting => unreachable!("it cuts for ever"),
        };
        all_unavailable(&heard);
        ready(&process).await;
        let _ = ledger.settle(&keeper).await;
    }
    let _ = installation.through(port_of(&direct));
    close("cut connections", cuts, process, &installation, &ledger).await;
}

/// Packets are swallowed and nothing is closed: nobody may wait for ever.
#[actix_web::test]
async fn a_silent_network_is_answered_and_recovers() {
    let database = TestDatabase::new(Engine::Postgres).await;
    let proxy = Proxy::before(port_of(&database.config.database.url)).await;
    let mut installation = Installation::of(Engine::Postgres, database, |config| {
        config.server.request_timeout_seconds = 2;
        config.database.acquire_timeout_seconds = 1;
    });
    let direct = installation.through(proxy.port);
    let process = installation.start().await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    let ledger = Ledger::default();
    for number in 0..2 {
        let round = Round { seed: SEED, number, writers: WRITERS };
        let hushing = async {
            ledger.grown_by(15).await;
            proxy.hush(true);
        };
        let (heard, ()) = tokio::join!(round.until_fault(&keeper, &ledger), hushing);
        all_unavailable(&heard);
        proxy.hush(false);
        ready(&process).await;
        let _ = ledger.settle(&keeper).await;
    }
    let _ = installation.through(port_of(&direct));
    close("silent network", 2, process, &installation, &ledger).await;
}

/// Two connections, both of them waiting for a lock.
#[actix_web::test]
async fn an_exhausted_pool_refuses_quickly_and_recovers() {
    let installation = Installation::with(Engine::Postgres, |config| {
        config.database.read_connections = 2;
        config.database.acquire_timeout_seconds = 1;
    })
    .await;
    let process = installation.start().await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    let ledger = Ledger::default();
    let lock = books::Lock::on(&installation, "client").await;
    let round = Round { seed: SEED, number: 0, writers: 12 };
    let asks: Vec<_> = (0..round.writers).map(|writer| round.begin(writer, 0)).collect();
    let asking = asks.into_iter().map(|ask| ledger.ask(&keeper, ask));
    let releasing = async {
        while ledger.refused_with(503) < 10 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        lock.release().await;
    };
    let asked = futures_util::future::join_all(asking);
    let (heard, ()) = tokio::join!(asked, releasing);
    writers::answers(&heard).into_iter().for_each(unavailable);
    let refused = ledger.refused_with(503);
    assert!(heard.iter().any(|heard| matches!(heard, Heard::Done)), "{heard:?}");
    let _ = ledger.settle(&keeper).await;
    close("pool exhausted", refused, process, &installation, &ledger).await;
}

async fn close(
    test: &str,
    faults: usize,
    process: Process,
    installation: &Installation,
    ledger: &Ledger,
) {
    assert!(process.stop().await.success());
    // Answers of 503 at a commit say as little as none.
    let indeterminate = ledger.indeterminate() + ledger.refused_with(503);
    let found = books::check(installation, ledger).await;
    let (engine, acknowledged) = (installation.engine, ledger.acknowledged());
    Line { test, seed: SEED, engine, faults, acknowledged, indeterminate, found }.close();
}
