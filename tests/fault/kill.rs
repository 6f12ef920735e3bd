//! `kill -9` in the middle of the work of twelve writers, four times, and on with it.
use crate::{books, books::Line, ledger::Ledger, writers::Round};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use tests::company::INFORMATION_SUPERVISOR;
use tests::{Engine, process::Installation};

const SEED: u64 = 20_261_124;
const KILLS: usize = 4;

async fn killed_under_load(engine: Engine) {
    let installation = Installation::new(engine).await;
    let ledger = Ledger::default();
    let mut chance = ChaCha8Rng::seed_from_u64(SEED);
    let mut process = installation.start().await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    for number in 0..KILLS {
        let caller = process.again(&keeper);
        let round = Round { seed: SEED, number, writers: 12 };
        let enough = 20 + usize::try_from(chance.next_u32() % 40).unwrap();
        let killing = async {
            ledger.grown_by(enough).await;
            process.kill();
        };
        let (heard, ()) = tokio::join!(round.until_fault(&caller, &ledger), killing);
        // The writers all stop at the kill, and for no other reason.
        assert_eq!(heard.len(), 12);
        assert_eq!(ledger.refusals(), [].into());
        process = installation.start().await;
        // The session of before the first kill was acknowledged as well: it still holds.
        let _ = ledger.settle(&process.again(&keeper)).await;
    }
    assert!(process.stop().await.success());
    let found = books::check(&installation, &ledger).await;
    assert!(ledger.indeterminate() > 0, "no write was cut off");
    Line {
        test: "kill -9",
        seed: SEED,
        engine,
        faults: KILLS,
        acknowledged: ledger.acknowledged(),
        indeterminate: ledger.indeterminate(),
        found,
    }
    .close();
}

#[actix_web::test]
async fn killed_under_load_it_loses_nothing_on_sqlite() {
    killed_under_load(Engine::Sqlite).await;
}

#[actix_web::test]
async fn killed_under_load_it_loses_nothing_on_postgres() {
    killed_under_load(Engine::Postgres).await;
}
