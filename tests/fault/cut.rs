//! One request sent twenty times, because the connection is cut each time before its answer.
use crate::{books, books::Line, ledger::Ledger, wire, wire::Wire, writers::Round};
use futures_util::future::join_all;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::time::Duration;
use tests::company::INFORMATION_SUPERVISOR;
use tests::{Engine, process::Installation};

const SEED: u64 = 20;
const RETRIES: u32 = 20;

async fn cut_twenty_times(engine: Engine) {
    let installation = Installation::new(engine).await;
    let process = installation.start().await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    let ledger = Ledger::default();
    let mut chance = ChaCha8Rng::seed_from_u64(SEED);
    let ask = Round { seed: SEED, number: 0, writers: 1 }.begin(0, 0);
    let (head, body) = wire::request(&ask, &keeper, "");
    let whole = [head, body].concat();
    for retry in 0..RETRIES {
        let mut wire = Wire::open(process.address).await;
        let chosen = usize::try_from(chance.next_u32()).unwrap();
        match retry % 4 {
            // Somewhere in the request.
            0 => wire.send(&whole[..chosen % whole.len()]).await,
            // Right behind it.
            1 => wire.send(&whole).await,
            // While it is being worked on.
            2 => {
                wire.send(&whole).await;
                let moment = u64::try_from(chosen % 60).unwrap();
                tokio::time::sleep(Duration::from_millis(moment)).await;
            }
            // In the answer.
            _ => {
                wire.send(&whole).await;
                assert_eq!(wire.first_byte().await, b'H');
            }
        }
        wire.cut();
    }
    // The answer that was never heard, as often as one likes, to one or to twenty at once.
    let last = ask.send(&keeper).await.unwrap();
    assert_eq!(last.header("idempotent-replayed"), "true");
    let first = last.expect(201);
    let again = join_all((0..RETRIES).map(|_| ask.send(&keeper))).await;
    for answer in again {
        assert_eq!(answer.unwrap().expect(201), first);
    }
    let _ = ledger.ask(&keeper, ask).await;
    // Twenty at once that nobody has answered yet.
    let fresh = Round { seed: SEED, number: 1, writers: 1 }.begin(0, 0);
    let answers = join_all((0..RETRIES).map(|_| fresh.send(&keeper))).await;
    let answers: Vec<_> = answers.into_iter().map(Result::unwrap).collect();
    let made = answers.iter().filter(|a| a.header("idempotent-replayed").is_empty()).count();
    assert_eq!(made, 1);
    assert!(answers.iter().all(|answer| answer.expect(201) == answers[0].expect(201)));
    let _ = ledger.ask(&keeper, fresh).await;
    assert!(process.stop().await.success());
    let found = books::check(&installation, &ledger).await;
    let faults = usize::try_from(RETRIES).unwrap();
    Line {
        test: "cut requests",
        seed: SEED,
        engine,
        faults,
        acknowledged: ledger.acknowledged(),
        indeterminate: faults,
        found,
    }
    .close();
}

#[actix_web::test]
async fn a_request_cut_twenty_times_takes_effect_once_on_sqlite() {
    cut_twenty_times(Engine::Sqlite).await;
}

#[actix_web::test]
async fn a_request_cut_twenty_times_takes_effect_once_on_postgres() {
    cut_twenty_times(Engine::Postgres).await;
}
