//! This binary on the schema of the next release: as while processes are replaced one by one, and
//! when an upgrade is taken back.
use crate::{books, books::Line, ledger::Ledger, writers::Round};
use kernel::db::Db;
use sea_orm::ConnectionTrait;
use tests::company::INFORMATION_SUPERVISOR;
use tests::{Engine, process::Installation};

const SEED: u64 = 2027;

async fn execute(installation: &Installation, sql: &str) {
    let db = Db::connect(&installation.config().database).await.unwrap();
    let _ = db.exclusive().execute_unprepared(sql).await.unwrap();
    db.close().await.unwrap();
}

async fn applied(installation: &Installation, migration: &str) {
    let sql =
        format!("INSERT INTO seaql_migrations (version, applied_at) VALUES ('{migration}', 0)");
    execute(installation, &sql).await;
}

async fn on_a_newer_schema(engine: Engine) {
    let installation = Installation::new(engine).await;
    let before = installation.start().await;
    let keeper = before.signed_in(INFORMATION_SUPERVISOR).await;
    let ledger = Ledger::default();
    let round = Round { seed: SEED, number: 0, writers: 4 };
    let _ = ledger.ask(&keeper, round.begin(0, 0)).await;
    // As the next release's `migrate up` does it, under running processes: add, with a default.
    execute(&installation, "ALTER TABLE client ADD COLUMN tax_office text").await;
    execute(&installation, "ALTER TABLE audit_entry ADD COLUMN reviewed int NOT NULL DEFAULT 0")
        .await;
    execute(&installation, "CREATE TABLE tax_office (id int PRIMARY KEY, name text)").await;
    applied(&installation, "m20270115_000001_tax_office").await;
    for writer in 1..4 {
        let _ = ledger.ask(&keeper, round.begin(writer, 0)).await;
    }
    assert!(before.stop().await.success());
    // And one that is started on it.
    let process = installation.start().await;
    let keeper = process.again(&keeper);
    for writer in 0..4 {
        let _ = ledger.ask(&keeper, round.begin(writer, 1)).await;
    }
    assert_eq!((ledger.acknowledged(), ledger.refusals()), (8, [].into()));
    assert!(process.stop().await.success());
    let status = installation.succeeds(&["migrate", "status"]);
    assert!(status.contains("Newer     m20270115_000001_tax_office"), "{status}");
    assert!(installation.succeeds(&["migrate", "up"]).contains("0 migrations applied"));
    let found = books::check(&installation, &ledger).await;
    // It takes back only what it knows how to.
    refuses(&installation, &["migrate", "down", "--yes"], "that release's binary");
    // What a release removes it says by name, and a binary that still needs it does not start.
    applied(&installation, "m20270301_000002_drop_fax_needs_m20261231_000001").await;
    for command in [&["serve"][..], &["reconcile"], &["migrate", "up"]] {
        refuses(&installation, command, "too old for");
    }
    let (faults, acknowledged) = (2, ledger.acknowledged());
    Line {
        test: "newer schema",
        seed: SEED,
        engine,
        faults,
        acknowledged,
        indeterminate: 0,
        found,
    }
    .close();
}

#[track_caller]
fn refuses(installation: &Installation, arguments: &[&str], why: &str) {
    let out = installation.run(arguments);
    let text = String::from_utf8_lossy(&out.stderr);
    assert!(!out.status.success() && text.contains(why), "{arguments:?}: {text}");
}

#[actix_web::test]
async fn a_release_works_on_the_schema_of_the_next_on_sqlite() {
    on_a_newer_schema(Engine::Sqlite).await;
}

#[actix_web::test]
async fn a_release_works_on_the_schema_of_the_next_on_postgres() {
    on_a_newer_schema(Engine::Postgres).await;
}
