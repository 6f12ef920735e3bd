//! Copies taken under load, and what is restored from them.
use crate::{books, books::Line, ledger::Ledger, uploads, writers::Round};
use std::fs;
use std::path::Path;
use std::process::Command;
use tests::cluster::{Cluster, program, succeed};
use tests::company::INFORMATION_SUPERVISOR;
use tests::database::TestDatabase;
use tests::{Caller, Engine, process::Installation};

const SEED: u64 = 9;

/// What was acknowledged before the copy began.
type Before = Vec<String>;

/// Writers at work, a paper filed, and in the middle of it a copy.
async fn copied_under_load(
    installation: &Installation,
    ledger: &Ledger,
    copy: Vec<Command>,
) -> (Caller, String, Before) {
    let process = installation.start().await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    let ask = Round { seed: SEED, number: 0, writers: 1 }.begin(0, 0);
    let _ = ledger.ask(&keeper, ask.clone()).await;
    let client = ledger.known(&ask.name).unwrap().path;
    let _ = uploads::upload(&keeper, &client, &uploads::pdf("kept", 50_000)).await.expect(201);
    let round = Round { seed: SEED, number: 1, writers: 6 };
    let copying = async {
        ledger.grown_by(20).await;
        let before = ledger.files().into_keys().collect();
        let copies =
            tokio::task::spawn_blocking(|| copy.into_iter().for_each(|c| drop(succeed(c))));
        copies.await.unwrap();
        ledger.grown_by(10).await;
        process.ask_to_stop();
        before
    };
    let (_, before) = tokio::join!(round.until_fault(&keeper, ledger), copying);
    assert!(process.ended().await.success());
    (keeper, client, before)
}

#[actix_web::test]
async fn an_sqlite_copy_taken_under_load_restores_whole() {
    let installation = Installation::new(Engine::Sqlite).await;
    let ledger = Ledger::default();
    let place = tempfile::tempdir().unwrap();
    let copy = place.path().join("copy");
    let copy = copy.to_str().unwrap();
    let create = vec![installation.command(&["backup", "create", copy])];
    let (keeper, client, before) = copied_under_load(&installation, &ledger, create).await;
    // As docs/operations.md says: everything of the old one away, then restore.
    let directory = installation.directory();
    assert!(!installation.run(&["backup", "restore", copy]).status.success(), "over a live one");
    for name in ["zhidu.sqlite", "zhidu.sqlite-wal", "zhidu.sqlite-shm", "files"] {
        let path = directory.join(name);
        if path.exists() {
            fs::rename(&path, place.path().join(name)).unwrap();
        }
    }
    let _ = installation.succeeds(&["backup", "verify", copy]);
    let _ = installation.succeeds(&["backup", "restore", copy]);
    let found = books::of_the_product(&installation);
    let process = installation.start().await;
    let keeper = process.again(&keeper);
    assert_eq!(uploads::count(&keeper, &client).await, 1);
    for name in &before {
        let _ = keeper.get(&ledger.known(name).unwrap().path).await.expect(200);
    }
    assert!(process.stop().await.success());
    // A copy that has changed is not taken for one.
    let file = Path::new(copy).join("zhidu.sqlite");
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, bytes).unwrap();
    assert!(!installation.run(&["backup", "verify", copy]).status.success());
    close("backup", &installation, &ledger, found);
}

#[actix_web::test]
async fn the_documented_copies_of_postgres_restore_whole() {
    let cluster = Cluster::new();
    let database = TestDatabase::new_on(&cluster.url).await;
    let installation = Installation::of(Engine::Postgres, database, |_| {});
    let ledger = Ledger::default();
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name).display().to_string();
    let url = installation.config().database.url.clone();
    let mut dump = program("pg_dump");
    dump.args(["--format=custom", &format!("--file={}", at("it.dump")), &url]);
    let mut base = program("pg_basebackup");
    base.args(["--format=tar", "--checkpoint=fast", &format!("--pgdata={}", at("base"))]);
    base.arg(format!("--dbname={}", cluster.url));
    let mut files = Command::new("cp");
    files.arg("-a").arg(&installation.config().storage.directory).arg(at("files"));
    let copies = vec![dump, base, files];
    let (_, _, before) = copied_under_load(&installation, &ledger, copies).await;
    let server = cluster.url.rsplit_once('/').unwrap().0;
    let mut create = program("createdb");
    create.args(["--encoding=UTF8", "--locale=C.UTF-8", "--template=template0"]);
    create.args(["--maintenance-db", &cluster.url, "zhidu_check"]);
    let restored = format!("{server}/zhidu_check");
    let mut restore = program("pg_restore");
    restore.args(["--exit-on-error", "--no-owner", "--dbname", &restored, &at("it.dump")]);
    for command in [create, restore] {
        let _ = succeed(command);
    }
    sound(&installation, &restored, &at("files"), &before).await;
    let beside = cluster.beside(&place.path().join("base"));
    let name = url.rsplit_once('/').unwrap().1;
    let restored = format!("{}/{name}", beside.url.rsplit_once('/').unwrap().0);
    sound(&installation, &restored, &at("files"), &before).await;
    close("backup", &installation, &ledger, books::of_the_product(&installation));
}

/// A restored database passes what the documentation lets one run, and has what it must have.
async fn sound(installation: &Installation, url: &str, files: &str, before: &Before) {
    let (url, files) = (format!("database.url={url}"), format!("storage.directory={files}"));
    let settings = ["--set", &url, "--set", &files];
    for command in [&["reconcile"][..], &["audit", "verify"]] {
        let _ = installation.succeeds(&[&settings, command].concat());
    }
    let kept = books::names(url.strip_prefix("database.url=").unwrap()).await;
    let missing: Vec<_> = before.iter().filter(|name| !kept.contains(*name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn close(test: &str, installation: &Installation, ledger: &Ledger, found: books::Found) {
    let (acknowledged, indeterminate) = (ledger.acknowledged(), ledger.indeterminate());
    let engine = installation.engine;
    Line { test, seed: SEED, engine, faults: 1, acknowledged, indeterminate, found }.close();
}
