//! Power is lost under load, and a sync fails: what was acknowledged was on the disk.
use crate::disk::Disk;
use crate::{books, books::Line, ledger::Ledger, uploads, writers, writers::Round};
use kernel::config::Config;
use tests::company::INFORMATION_SUPERVISOR;
use tests::database::TestDatabase;
use tests::{Engine, process::Installation};

const SEED: u64 = 220;
const LOSSES: usize = 3;
const WRITERS: usize = 12;

async fn installed(change: impl FnOnce(&mut Config)) -> Installation {
    Installation::of(Engine::Sqlite, TestDatabase::new(Engine::Sqlite).await, change)
}

#[actix_web::test]
async fn power_lost_under_load_takes_nothing_that_was_acknowledged() {
    let installation = installed(|_| {}).await;
    let disk = Disk::under(&installation);
    let ledger = Ledger::default();
    let mut process = disk.start(&installation).await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    for number in 0..LOSSES {
        let caller = process.again(&keeper);
        let round = Round { seed: SEED, number, writers: WRITERS };
        let loss = async {
            ledger.grown_by(40).await;
            let client = ledger.files().into_values().next().unwrap().path;
            let paper = uploads::pdf(&format!("{number}"), 20_000);
            let _ = uploads::upload(&caller, &client, &paper).await.expect(201);
            disk.lose_power(process);
        };
        let (heard, ()) = tokio::join!(round.until_fault(&caller, &ledger), loss);
        assert_eq!((heard.len(), ledger.refusals()), (WRITERS, [].into()));
        process = disk.start(&installation).await;
        let _ = ledger.settle(&process.again(&keeper)).await;
    }
    // The papers with their bytes, which `reconcile` reads as well.
    let caller = process.again(&keeper);
    let mut papers = 0;
    for file in ledger.files().into_values() {
        papers += uploads::count(&caller, &file.path).await;
    }
    assert_eq!(papers, LOSSES);
    assert!(process.stop().await.success());
    close("power lost", LOSSES, &installation, &ledger).await;
}

/// The same with the setting that `doctor` warns of: here the disk takes back what was promised, so
/// the test above is one that can fail.
#[actix_web::test]
async fn without_syncing_every_commit_a_loss_of_power_takes_some() {
    let installation = installed(|config| config.database.synchronous_full = false).await;
    let disk = Disk::under(&installation);
    let ledger = Ledger::default();
    let process = disk.start(&installation).await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    let round = Round { seed: SEED, number: LOSSES, writers: WRITERS };
    let loss = async {
        ledger.grown_by(40).await;
        disk.lose_power(process);
    };
    let _ = tokio::join!(round.until_fault(&keeper, &ledger), loss);
    let found = books::check(&installation, &ledger).await;
    assert!(found.lost > 0, "the disk kept what was never synced: {found:?}");
}

#[actix_web::test]
async fn a_failing_sync_acknowledges_nothing_and_recovers() {
    let installation = installed(|_| {}).await;
    let disk = Disk::under(&installation);
    let ledger = Ledger::default();
    let process = disk.start(&installation).await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    for number in 0..LOSSES {
        let round = Round { seed: SEED, number: LOSSES + 1 + number, writers: WRITERS };
        let failure = async {
            ledger.grown_by(40).await;
            disk.fails(true);
        };
        let (heard, ()) = tokio::join!(round.until_fault(&keeper, &ledger), failure);
        let answers = writers::answers(&heard);
        assert_eq!(answers.len(), WRITERS, "{heard:?}");
        for answer in answers {
            assert!([503, 507].contains(&answer.status.as_u16()), "{}", answer.text);
        }
        let _ = keeper.get("/clients?limit=50").await.expect(200);
        disk.fails(false);
        assert_eq!(ledger.settle(&keeper).await, 0, "refused, and kept all the same");
    }
    // What was told since then is on the disk.
    disk.lose_power(process);
    close("failing sync", LOSSES, &installation, &ledger).await;
}

async fn close(test: &str, faults: usize, installation: &Installation, ledger: &Ledger) {
    let found = books::check(installation, ledger).await;
    let (acknowledged, indeterminate) = (ledger.acknowledged(), ledger.indeterminate());
    let (seed, engine) = (SEED, Engine::Sqlite);
    Line { test, seed, engine, faults, acknowledged, indeterminate, found }.close();
}
