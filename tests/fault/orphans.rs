//! A process killed between the bytes of a paper and its record leaves bytes that no record names.
use crate::{books, books::Line, ledger::Ledger, uploads, writers::Round};
use std::fs::File;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};
use tests::company::INFORMATION_SUPERVISOR;
use tests::{Engine, process::Installation};

const SEED: u64 = 25;
const A_DAY_AND_MORE: Duration = Duration::from_secs(25 * 3600);

/// Let everything in the store have lain there for more than a day.
fn age(installation: &Installation) {
    for path in uploads::stored(installation) {
        let file = File::options().write(true).open(path).unwrap();
        file.set_modified(SystemTime::now() - A_DAY_AND_MORE).unwrap();
    }
}

/// Those that were put aside, and the others.
fn places(installation: &Installation) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let aside = installation.directory().join("files/aside");
    uploads::stored(installation).into_iter().partition(|path| path.starts_with(&aside))
}

fn sweep(installation: &Installation) -> String {
    installation.succeeds(&["sweep"]).trim().to_owned()
}

async fn swept_after_a_day(engine: Engine) {
    let installation = Installation::new(engine).await;
    let process = installation.start().await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    let ledger = Ledger::default();
    let ask = Round { seed: SEED, number: 0, writers: 1 }.begin(0, 0);
    let _ = ledger.ask(&keeper, ask.clone()).await;
    let client = ledger.known(&ask.name).unwrap().path;
    let _ = uploads::upload(&keeper, &client, &uploads::pdf("kept", 5_000)).await.expect(201);
    let [kept] = uploads::stored(&installation).try_into().unwrap();
    // The bytes are there, their record waits: now.
    let lock = books::Lock::on(&installation, "client_attachment").await;
    let (forgotten, to) = (uploads::pdf("forgotten", 5_000), client.clone());
    let cut = tokio::spawn(async move { uploads::try_upload(&keeper, &to, &forgotten).await });
    // An unfinished one has a `#` in its name.
    let whole = |path: &PathBuf| !path.to_str().unwrap().contains('#');
    while uploads::stored(&installation).into_iter().filter(whole).count() < 2 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    process.kill();
    assert!(cut.await.unwrap().is_none());
    lock.release().await;
    let said = installation.succeeds(&["reconcile"]);
    assert!(said.contains("-  1 files that no record names"), "{said}");
    // Young bytes may belong to a request at work.
    assert_eq!(sweep(&installation), "0 put aside, 0 put back, 0 removed");
    // Killed within the bytes.
    std::fs::write(kept.with_file_name(format!("{}#1", "0".repeat(64))), "%PDF").unwrap();
    age(&installation);
    assert_eq!(sweep(&installation), "1 put aside, 0 put back, 1 removed");
    let (aside, place) = places(&installation);
    assert_eq!((aside.len(), place), (1, vec![kept.clone()]));
    // A record that came to name bytes while they were being put aside finds them, and they come back.
    let stray = aside[0].with_file_name(kept.file_name().unwrap());
    std::fs::rename(&kept, &stray).unwrap();
    let process = installation.start().await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    let papers = keeper.get(&format!("{client}/attachments")).await.expect(200);
    assert_eq!(papers["items"].as_array().unwrap().len(), 1);
    let content =
        format!("{client}/attachments/{}/content", papers["items"][0]["id"].as_str().unwrap());
    let _ = keeper.get(&content).await.expect_text(200);
    assert_eq!(sweep(&installation), "0 put aside, 1 put back, 0 removed");
    age(&installation);
    assert_eq!(sweep(&installation), "0 put aside, 0 put back, 2 removed");
    assert_eq!(places(&installation), (vec![], vec![kept]));
    let _ = keeper.get(&content).await.expect_text(200);
    // What was swept can be filed as if it had never been there.
    let again = uploads::pdf("forgotten", 5_000);
    let _ = uploads::upload(&keeper, &client, &again).await.expect(201);
    assert!(process.stop().await.success());
    let found = books::check(&installation, &ledger).await;
    let acknowledged = ledger.acknowledged() + 2;
    let (faults, indeterminate) = (1, 1);
    Line { test: "orphans", seed: SEED, engine, faults, acknowledged, indeterminate, found }
        .close();
}

#[actix_web::test]
async fn bytes_that_no_record_names_are_swept_after_a_day_on_sqlite() {
    swept_after_a_day(Engine::Sqlite).await;
}

#[actix_web::test]
async fn bytes_that_no_record_names_are_swept_after_a_day_on_postgres() {
    swept_after_a_day(Engine::Postgres).await;
}
