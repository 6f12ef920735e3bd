//! A full disk under SQLite: writes are refused, reads go on, nothing is half done, and with room
//! again the service goes on without a restart.
use crate::ledger::{Heard, Ledger};
use crate::{books, books::Line, uploads, writers, writers::Round};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use tests::company::INFORMATION_SUPERVISOR;
use tests::database::TestDatabase;
use tests::{Answer, Caller, Engine, process::Installation};

const SEED: u64 = 507;
const WRITERS: usize = 8;

/// A disk of its own needs a name space of its own, which ends with the process whatever happens.
#[test]
fn a_full_disk_refuses_writes_and_recovers() {
    let me = std::env::current_exe().unwrap();
    // Root needs no new user for it; others become root inside.
    let ways = [&["--mount"][..], &["--user", "--map-root-user", "--mount"]];
    let probe = |way: &&&[&str]| {
        let mut probe = Command::new("unshare");
        probe.args(**way).args(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"]);
        probe.output().is_ok_and(|out| out.status.success())
    };
    let Some(way) = ways.iter().find(probe) else {
        println!("fault full disk: not checked, this machine lets nobody mount a small one");
        return;
    };
    let mut inside = Command::new("unshare");
    inside.args(*way).arg(me).args(["--ignored", "--exact", "disk_full::on_a_small_disk"]);
    let out = tests::cluster::succeed({
        inside.arg("--nocapture");
        inside
    });
    let text = String::from_utf8_lossy(&out.stdout);
    let line = text.lines().find(|line| line.contains("fault full disk")).expect("its figures");
    println!("{line}");
}

#[actix_web::test]
#[ignore = "mounts a disk; a_full_disk_refuses_writes_and_recovers runs it where it may"]
async fn on_a_small_disk() {
    let place = tempfile::tempdir().unwrap();
    let mut mount = Command::new("mount");
    mount.args(["-t", "tmpfs", "-o", "size=32m", "tmpfs"]).arg(place.path());
    let _ = tests::cluster::succeed(mount);
    let directory = tempfile::tempdir_in(place.path()).unwrap();
    let database = TestDatabase::new_in(Engine::Sqlite, directory).await;
    let installation = Installation::of(Engine::Sqlite, database, |_| {});
    let process = installation.start().await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    let ledger = Ledger::default();
    // The first has room for some files, so that there is something to read while it is full.
    let rooms = [2_000, 256, 64, 700, 16];
    for (number, room) in rooms.into_iter().enumerate() {
        let ballast = fill(place.path(), room * 1024);
        let round = Round { seed: SEED, number, writers: WRITERS };
        let heard = round.until_fault(&keeper, &ledger).await;
        refused(&heard);
        while_full(&installation, &keeper, &ledger).await;
        std::fs::remove_file(ballast).unwrap();
        // "Nothing was saved" was the truth.
        assert_eq!(ledger.settle(&keeper).await, 0);
    }
    let client = ledger.files().into_values().next().unwrap().path;
    let _ = uploads::upload(&keeper, &client, &uploads::pdf("room", 40_000)).await.expect(201);
    assert_eq!(uploads::count(&keeper, &client).await, 1);
    assert!(process.stop().await.success());
    close("full disk", rooms.len(), &installation, &ledger).await;
}

/// The same by a largest size of files, which SQLite sees as a failed write and answers by rolling
/// everything back.
#[actix_web::test]
async fn a_failing_write_refuses_writes_and_recovers() {
    let installation = Installation::new(Engine::Sqlite).await;
    // The soft limit alone, so that it can be lifted again.
    let limit = "trap '' XFSZ; ulimit -S -f 3000; exec \"$0\" \"$@\"";
    let process = installation.start_by(&["bash", "-c", limit]).await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    let ledger = Ledger::default();
    let limit = |most: &str| {
        let mut prlimit = Command::new("prlimit");
        prlimit.args(["--pid", &process.id().to_string(), &format!("--fsize={most}:")]);
        let _ = tests::cluster::succeed(prlimit);
    };
    for (number, next) in ["400000", "800000", "unlimited"].into_iter().enumerate() {
        let round = Round { seed: SEED, number, writers: WRITERS };
        let heard = round.until_fault(&keeper, &ledger).await;
        refused(&heard);
        let _ = keeper.get("/clients?limit=50").await.expect(200);
        limit("unlimited");
        assert_eq!(ledger.settle(&keeper).await, 0);
        limit(next);
    }
    assert!(process.stop().await.success());
    close("failing write", 3, &installation, &ledger).await;
}

/// Take up all of a disk but so many bytes.
fn fill(disk: &Path, room: u64) -> PathBuf {
    let path = disk.join("ballast");
    let mut file = File::create(&path).unwrap();
    let block = [0; 4096];
    let mut size: u64 = 0;
    while file.write_all(&block).is_ok() {
        size += 4096;
    }
    file.set_len(size.saturating_sub(room)).unwrap();
    path
}

/// Every writer was told, and why. Whoever only shared the transaction of the one that hit the end
/// of the disk is asked to come again.
#[track_caller]
fn refused(heard: &[Heard]) {
    let answers = writers::answers(heard);
    assert_eq!(answers.len(), WRITERS, "{heard:?}");
    for answer in &answers {
        match answer.status.as_u16() {
            503 => is_refusal(answer, 503, "UNAVAILABLE"),
            _ => is_refusal(answer, 507, "STORAGE_FULL"),
        }
    }
    assert!(answers.iter().any(|answer| answer.status == 507));
}

#[track_caller]
fn is_refusal(answer: &Answer, status: u16, code: &str) {
    let _ = answer.refuses(status, code);
    assert_eq!(answer.header("retry-after"), "2");
}

/// Reading goes on; papers are refused as well, and leave nothing behind.
async fn while_full(installation: &Installation, keeper: &Caller, ledger: &Ledger) {
    let page = keeper.get("/clients?limit=50").await.expect(200);
    assert!(!page["items"].as_array().unwrap().is_empty());
    let client = ledger.files().into_values().next().unwrap().path;
    let _ = keeper.get(&client).await.expect(200);
    assert_eq!(keeper.root("/readyz").send().await.unwrap().status(), 200);
    let paper = uploads::pdf("never kept", 2_000_000);
    is_refusal(&uploads::upload(keeper, &client, &paper).await, 507, "STORAGE_FULL");
    assert_eq!(uploads::count(keeper, &client).await, 0);
    assert_eq!(uploads::stored(installation), Vec::<PathBuf>::new());
}

async fn close(test: &str, faults: usize, installation: &Installation, ledger: &Ledger) {
    let found = books::check(installation, ledger).await;
    let (acknowledged, indeterminate) = (ledger.acknowledged(), ledger.indeterminate());
    let engine = installation.engine;
    Line { test, seed: SEED, engine, faults, acknowledged, indeterminate, found }.close();
}
