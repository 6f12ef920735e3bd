//! Fifty writers on one record: each reads, adds one, and tries again when somebody was faster.
use crate::{books, books::Line, ledger::Ledger, writers::Round};
use futures_util::future::join_all;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use serde_json::json;
use std::time::Duration;
use tests::company::INFORMATION_SUPERVISOR;
use tests::{Caller, Engine, process::Installation};

const SEED: u64 = 50;
const WRITERS: usize = 50;

/// Add one; how often somebody else was faster.
async fn add_one(keeper: &Caller, path: &str, writer: u64) -> usize {
    let mut chance = ChaCha8Rng::seed_from_u64(SEED + writer);
    let mut stale = 0;
    loop {
        let seen = keeper.get(path).await;
        let count = seen.expect(200)["employees"].as_i64().unwrap_or_default();
        let body = json!({"employees": count + 1});
        let answer = keeper.patch(path, &seen.etag(), body).await;
        match answer.status.as_u16() {
            200 => return stale,
            412 => {
                let _ = answer.refuses(412, "STALE_VERSION");
                stale += 1;
                // As people do: each looks again after a while of their own.
                let longest = u32::try_from(stale.min(20) * 10).unwrap();
                let while_of_its_own = chance.next_u32() % longest;
                tokio::time::sleep(Duration::from_millis(while_of_its_own.into())).await;
            }
            other => panic!("{other}: {}", answer.text),
        }
    }
}

async fn fifty_on_one(engine: Engine) {
    let installation = Installation::new(engine).await;
    let process = installation.start().await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    let ledger = Ledger::default();
    let begun = Round { seed: SEED, number: 0, writers: 1 }.begin(0, 0);
    let _ = ledger.ask(&keeper, begun.clone()).await;
    let path = ledger.known(&begun.name).unwrap().path;
    let stale = join_all((0..50).map(|writer| add_one(&keeper, &path, writer))).await;
    let file = keeper.get(&path).await.expect(200);
    assert_eq!((stale.len(), &file["employees"]), (WRITERS, &json!(WRITERS)));
    assert_eq!(file["version"], WRITERS + 1);
    assert!(stale.iter().sum::<usize>() > 0, "nobody raced");
    assert!(process.stop().await.success());
    // Each step by one, each from where the one before it ended: no update lost, none doubled.
    let steps = books::steps(&installation, "employees").await;
    let expected: Vec<_> = (1..=WRITERS).collect();
    assert_eq!(steps, expected);
    let found = books::of_the_product(&installation);
    let (faults, acknowledged) = (stale.iter().sum(), WRITERS);
    Line { test: "racers", seed: SEED, engine, faults, acknowledged, indeterminate: 0, found }
        .close();
}

#[actix_web::test]
async fn fifty_writers_on_one_record_lose_no_update_on_sqlite() {
    fifty_on_one(Engine::Sqlite).await;
}

#[actix_web::test]
async fn fifty_writers_on_one_record_lose_no_update_on_postgres() {
    fifty_on_one(Engine::Postgres).await;
}
