//! Two processes on one database; the one that carries out a job is frozen past its lease, the other
//! takes over, and the first is woken again.
use crate::{books, books::Found, books::Line};
use kernel::clock::{Clock, SystemClock};
use kernel::db::Db;
use kernel::jobs::entity as job;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::json;
use std::fmt::Write;
use std::process::Command;
use std::time::Duration;
use tests::app::send;
use tests::company::INFORMATION_ADMINISTRATOR;
use tests::process::{Installation, Process};
use tests::{Caller, Engine};

const SEED: u64 = 19;
const ROWS: usize = 2_400;

fn signal(process: &Process, signal: &str) {
    let mut kill = Command::new("kill");
    kill.args([signal, &process.id().to_string()]);
    let _ = tests::cluster::succeed(kill);
}

async fn import(keeper: &Caller) -> String {
    let mut sheet = "客户名称,客户类型,电话\n".to_owned();
    for n in 0..ROWS {
        writeln!(sheet, "试炼{n:05}号机械有限公司,机构,028-6{n:07}").unwrap();
    }
    let file = ("客户.csv", sheet.as_bytes());
    let started =
        send(keeper.upload("/clients/actions/import", file, &[("mode", "GOOD_ROWS")])).await;
    started.expect(202)["id"].as_str().unwrap().to_owned()
}

async fn job_row(db: &Db) -> job::Model {
    job::Entity::find().one(db.reader()).await.unwrap().unwrap()
}

/// Wait until the job has come further than this, or ended.
async fn beyond(db: &Db, done: i32) -> job::Model {
    for _ in 0..3_000 {
        let row = job_row(db).await;
        if row.progress_done > done || row.state == "DONE" {
            return row;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the job does not go on: {:?}", job_row(db).await);
}

/// A minute passes: the lease has run out, and the database has ended the transaction in which the
/// frozen process stood (after `idle_in_transaction_session_timeout`).
async fn a_minute_passes(db: &Db) {
    let late = SystemClock::default().now() - chrono::Duration::seconds(1);
    let ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = \
                 'idle in transaction' AND datname = current_database() AND pid <> pg_backend_pid()";
    let _ = db.exclusive().execute_unprepared(ended).await.unwrap();
    let _ = job::Entity::update_many()
        .col_expr(job::Column::LeaseUntil, Expr::value(late))
        .filter(job::Column::State.eq("RUNNING"))
        .exec(db.exclusive())
        .await
        .unwrap();
}

#[actix_web::test]
async fn a_frozen_holder_of_a_job_that_wakes_again_does_no_harm() {
    let installation = Installation::new(Engine::Postgres).await;
    let db = Db::connect(&installation.config().database).await.unwrap();
    let mut frozen = installation.start().await;
    let keeper = frozen.signed_in(INFORMATION_ADMINISTRATOR).await;
    let path = format!("/jobs/{}", import(&keeper).await);
    let mut other = None;
    let mut attempts = 1;
    let mut reached = beyond(&db, 0).await;
    for _ in 0..2 {
        assert_eq!((reached.state.as_str(), reached.attempts), ("RUNNING", attempts));
        signal(&frozen, "-STOP");
        let running = match other.take() {
            Some(process) => process,
            None => installation.start().await,
        };
        a_minute_passes(&db).await;
        let taken = beyond(&db, job_row(&db).await.progress_done).await;
        attempts += 1;
        assert_eq!(taken.attempts, attempts, "taken over");
        // The one that was frozen goes on in the middle of what it was doing.
        signal(&frozen, "-CONT");
        reached = beyond(&db, taken.progress_done).await;
        other = Some(std::mem::replace(&mut frozen, running));
    }
    while reached.state != "DONE" {
        reached = beyond(&db, reached.progress_done).await;
    }
    let woken = other.unwrap();
    let job = woken.again(&keeper).get(&path).await.expect(200);
    let all = json!({"dry_run": false, "rows": ROWS, "good": ROWS, "refused": 0, "skipped": 0});
    assert_eq!((&job["result"], reached.attempts), (&all, attempts));
    assert!(woken.stop().await.success() && frozen.stop().await.success());
    let names = books::names(&installation.config().database.url).await;
    let mut found = books::of_the_product(&installation);
    let different: std::collections::BTreeSet<_> = names.iter().collect();
    found.lost = i64::try_from(ROWS - different.len()).unwrap();
    found.duplicated = i64::try_from(names.len() - different.len()).unwrap();
    found.violations += once_each(&db).await.violations;
    db.close().await.unwrap();
    let (seed, engine, acknowledged) = (SEED, Engine::Postgres, ROWS);
    Line { test: "frozen holder", seed, engine, faults: 2, acknowledged, indeterminate: 0, found }
        .close();
}

/// One entry in the trail and one event for each file.
async fn once_each(db: &Db) -> Found {
    let sql = "SELECT count(*) AS count FROM client c WHERE name LIKE '试炼%' AND \
        (1 <> (SELECT count(*) FROM audit_entry a WHERE a.resource_id = c.id AND a.action = 'client.created') \
        OR 1 <> (SELECT count(*) FROM event e WHERE e.resource_id = c.id AND e.name = 'client.created'))";
    let statement = sea_orm::Statement::from_string(db.backend(), sql);
    let row = db.reader().query_one_raw(statement).await.unwrap().unwrap();
    Found { violations: row.try_get("", "count").unwrap(), ..Found::default() }
}
