//! The databases of a benchmark, and the references that speak to them directly.
use crate::load::micros;
use crate::statements::{POSTGRES, SQLITE};
use anyhow::{Context, Result, ensure};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, Row, SqliteConnection};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use uuid::Uuid;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

fn block_on<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(work)
}

/// A new, empty database on the cluster; answers its URL.
pub fn create(cluster: &str, name: &str) -> Result<String> {
    let (server, _) = cluster.rsplit_once('/').context("the cluster's URL names no database")?;
    block_on(async {
        let mut admin = PgConnection::connect(cluster).await?;
        admin.execute(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name}"))).await?;
        admin.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await?;
        Ok(())
    })?;
    Ok(format!("{server}/{name}"))
}

/// Whether a commit of the cluster is on disk when it is answered.
pub fn is_durable(cluster: &str) -> Result<bool> {
    block_on(async {
        let mut admin = PgConnection::connect(cluster).await?;
        let setting = |name: &str| AssertSqlSafe(format!("SHOW {name}"));
        let fsync: String = sqlx::query_scalar(setting("fsync")).fetch_one(&mut admin).await?;
        let wait: String =
            sqlx::query_scalar(setting("synchronous_commit")).fetch_one(&mut admin).await?;
        Ok(fsync == "on" && wait != "off")
    })
}

/// Statistics as a running installation has them.
pub fn analyze(url: &str, engine: Engine) -> Result<()> {
    block_on(async {
        match engine {
            Engine::Sqlite => {
                let mut db = SqliteConnection::connect(url).await?;
                db.execute("PRAGMA wal_checkpoint(TRUNCATE)").await?;
                db.close().await?;
            }
            Engine::Postgres => {
                let mut db = PgConnection::connect(url).await?;
                db.execute("VACUUM ANALYZE").await?;
                db.execute("CHECKPOINT").await?;
            }
        }
        Ok(())
    })
}

/// The first column, as text.
fn texts(url: &str, engine: Engine, sql: &str) -> Result<Vec<String>> {
    block_on(async {
        let sql = AssertSqlSafe(sql.to_owned());
        match engine {
            Engine::Sqlite => {
                let mut db = SqliteConnection::connect(url).await?;
                let rows = db.fetch_all(sql).await?;
                rows.iter().map(|row| Ok(row.try_get(0)?)).collect()
            }
            Engine::Postgres => {
                let mut db = PgConnection::connect(url).await?;
                let rows = db.fetch_all(sql).await?;
                rows.iter().map(|row| Ok(row.try_get(0)?)).collect()
            }
        }
    })
}

const fn as_text(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "hex(id)",
        Engine::Postgres => "id::text",
    }
}

/// Files all over the table that somebody sees within their department.
pub fn visible(url: &str, engine: Engine, login: &str, clients: u64) -> Result<Vec<String>> {
    let step = (clients / 20_000).max(1);
    let id = as_text(engine);
    let sql = format!(
        "SELECT {id} FROM client WHERE search_key % {step} = 0 AND level <= 2 AND department_id = \
         (SELECT department_id FROM person WHERE login = '{login}') LIMIT 4000"
    );
    let found = texts(url, engine, &sql)?;
    ensure!(found.len() > 100, "{login} sees only {} of the files", found.len());
    found.iter().map(|text| Ok(Uuid::parse_str(text)?.to_string())).collect()
}

pub fn department(url: &str, login: &str) -> Result<String> {
    let sql = format!("SELECT department_id::text FROM person WHERE login = '{login}'");
    texts(url, Engine::Postgres, &sql)?.pop().with_context(|| format!("no {login}"))
}

pub fn names(url: &str, engine: Engine, clients: u64) -> Result<Vec<String>> {
    let step = (clients / 1_000).max(1);
    texts(url, engine, &format!("SELECT name FROM client WHERE search_key % {step} = 0 LIMIT 1000"))
}

/// Transactions a second of one plain loop on one connection, each commit on disk.
pub fn sqlite_loop(url: &str, time: Duration) -> Result<u64> {
    block_on(async {
        let mut db = SqliteConnection::connect(url).await?;
        db.execute("PRAGMA synchronous = FULL").await?;
        let statements = SQLITE.inserts();
        let (began, mut count) = (Instant::now(), 0_u64);
        while began.elapsed() < time {
            db.execute("BEGIN IMMEDIATE").await?;
            for statement in &statements {
                sqlx::query(AssertSqlSafe(statement.clone())).execute(&mut db).await?;
            }
            db.execute("COMMIT").await?;
            count += 1;
        }
        let elapsed = micros(began.elapsed());
        db.close().await?;
        Ok(count.saturating_mul(1_000_000).checked_div(elapsed).unwrap_or_default())
    })
}

/// The three inserts of a transaction, each a statement of its own.
pub fn transaction() -> String {
    let [row, entry, event] = POSTGRES.inserts();
    format!("BEGIN;\n{row};\n{entry};\n{event};\nEND;\n")
}

/// Transactions a second by pgbench.
pub fn pgbench(
    url: &str,
    directory: &Path,
    script: &str,
    callers: usize,
    time: Duration,
) -> Result<u64> {
    let file = directory.join("pgbench.sql");
    std::fs::write(&file, script)?;
    let mut command = Command::new("pgbench");
    command.args(["--no-vacuum", "--protocol=prepared", "--jobs=1"]);
    command.arg(format!("--client={callers}")).arg(format!("--time={}", time.as_secs().max(1)));
    let done = command.arg("--file").arg(&file).arg(url).output().context("pgbench is missing")?;
    let text = String::from_utf8_lossy(&done.stdout);
    let complaint = String::from_utf8_lossy(&done.stderr);
    ensure!(done.status.success(), "pgbench: {complaint}");
    let figure = text.lines().find_map(|line| line.strip_prefix("tps = "));
    let whole = figure.and_then(|rest| rest.split(['.', ' ']).next()).context("no tps")?;
    Ok(whole.parse()?)
}
