//! The books against the ledger: every acknowledged write once, and the product's own invariants.
use crate::{ledger::Ledger, writers::NAMES};
use kernel::db::Db;
use sea_orm::{ConnectionTrait, QueryResult, Statement};
use std::collections::BTreeMap;
use tests::{Engine, process::Installation};

/// What one fault test found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub lost: i64,
    pub duplicated: i64,
    pub violations: i64,
}

/// A test's line of figures.
pub struct Line<'a> {
    pub test: &'a str,
    pub seed: u64,
    pub engine: Engine,
    pub faults: usize,
    pub acknowledged: usize,
    pub indeterminate: usize,
    pub found: Found,
}

impl Line<'_> {
    /// Print it, and hold it to what it must be.
    #[track_caller]
    pub fn close(&self) {
        println!(
            "fault {}: seed {}, engine {:?}, faults {}, acknowledged {}, indeterminate {}, lost {}, \
             duplicated {}, violations {}",
            self.test,
            self.seed,
            self.engine,
            self.faults,
            self.acknowledged,
            self.indeterminate,
            self.found.lost,
            self.found.duplicated,
            self.found.violations
        );
        assert!(self.acknowledged > 0, "nothing was tried");
        assert_eq!(self.found, Found::default());
    }
}

/// A file as the database has it.
struct Kept {
    version: i64,
    employees: Option<i64>,
    created: i64,
    updated: i64,
    told: i64,
}

/// Compare; the service may run meanwhile, but nobody may write.
pub async fn check(installation: &Installation, ledger: &Ledger) -> Found {
    let mut found = of_the_product(installation);
    let kept = read(installation).await;
    let known = ledger.files();
    for (name, file) in &known {
        let rows = kept.get(name).map_or(&[][..], Vec::as_slice);
        let [row] = rows else {
            found.lost += i64::from(rows.is_empty());
            found.duplicated += i64::try_from(rows.len()).unwrap() - i64::from(!rows.is_empty());
            continue;
        };
        let changes = row.version - 1;
        found.lost += (file.changes - changes.min(row.updated)).max(0);
        found.duplicated += (changes.max(row.updated) - file.changes).max(0);
        found.lost += i64::from(row.employees != file.employees);
        found.violations += i64::from((row.created, row.told) != (1, 1));
    }
    // What nobody was told of and nobody asked again for.
    let unknown = kept.keys().filter(|name| !known.contains_key(*name)).count();
    found.violations += i64::try_from(unknown).unwrap();
    found
}

/// `zhidu reconcile` and `zhidu audit verify`.
pub fn of_the_product(installation: &Installation) -> Found {
    let reconciled = installation.run(&["reconcile"]);
    let text = String::from_utf8_lossy(&reconciled.stdout).into_owned();
    let counts: Vec<i64> = text
        .lines()
        .filter_map(|line| line.split_whitespace().next().and_then(|word| word.parse().ok()))
        .collect();
    assert!(counts.len() >= 8, "{text}{}", String::from_utf8_lossy(&reconciled.stderr));
    let verified = installation.run(&["audit", "verify"]);
    let mut violations: i64 = counts.iter().sum();
    if violations == 0 {
        violations += i64::from(!reconciled.status.success());
    } else {
        eprintln!("{text}");
    }
    violations += i64::from(!verified.status.success());
    Found { violations, ..Found::default() }
}

async fn read(installation: &Installation) -> BTreeMap<String, Vec<Kept>> {
    let db = Db::connect(&installation.config().database).await.unwrap();
    let sql = format!(
        "SELECT name, version, employees, \
         (SELECT count(*) FROM audit_entry a WHERE a.resource_id = c.id \
            AND a.action = 'client.created') AS created, \
         (SELECT count(*) FROM audit_entry a WHERE a.resource_id = c.id \
            AND a.action = 'client.updated') AS updated, \
         (SELECT count(*) FROM event e WHERE e.resource_id = c.id \
            AND e.name = 'client.created') AS told \
         FROM client c WHERE name LIKE '{NAMES}%'"
    );
    let statement = Statement::from_string(db.backend(), sql);
    let rows = db.reader().query_all_raw(statement).await.unwrap();
    let mut kept: BTreeMap<String, Vec<Kept>> = BTreeMap::new();
    for row in &rows {
        kept.entry(row.try_get("", "name").unwrap()).or_default().push(Kept::of(row));
    }
    db.close().await.unwrap();
    kept
}

impl Kept {
    fn of(row: &QueryResult) -> Self {
        let number = |column: &str| row.try_get::<i64>("", column).unwrap();
        let employees: Option<i32> = row.try_get("", "employees").unwrap();
        Self {
            version: number("version"),
            employees: employees.map(i64::from),
            created: number("created"),
            updated: number("updated"),
            told: number("told"),
        }
    }
}

/// What the trail says a counting field was set to, in the order of the chain.
pub async fn steps(installation: &Installation, field: &str) -> Vec<usize> {
    let db = Db::connect(&installation.config().database).await.unwrap();
    let sql = "SELECT changes FROM audit_entry WHERE action = 'client.updated' ORDER BY sequence";
    let statement = Statement::from_string(db.backend(), sql);
    let rows = db.reader().query_all_raw(statement).await.unwrap();
    let mut steps = vec![];
    for row in rows {
        let changes: String = row.try_get("", "changes").unwrap();
        let changes: serde_json::Value = serde_json::from_str(&changes).unwrap();
        let (before, after) = (&changes[field][0], &changes[field][1]);
        assert_eq!(before.as_u64().unwrap_or_default() + 1, after.as_u64().unwrap());
        steps.push(usize::try_from(after.as_u64().unwrap()).unwrap());
    }
    db.close().await.unwrap();
    steps
}

/// Nobody else may write a table for a while (on SQLite: anything).
pub enum Lock {
    Sqlite(sqlx::SqliteConnection),
    Postgres(sqlx::PgConnection),
}

impl Lock {
    pub async fn on(installation: &Installation, table: &str) -> Self {
        use sqlx::{Connection, Executor};
        let url = &installation.config().database.url;
        let sql = format!("BEGIN; LOCK TABLE {table} IN EXCLUSIVE MODE");
        match installation.engine {
            Engine::Sqlite => {
                let mut connection = sqlx::SqliteConnection::connect(url).await.unwrap();
                let _ = connection.execute("BEGIN IMMEDIATE").await.unwrap();
                Self::Sqlite(connection)
            }
            Engine::Postgres => {
                let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
                let _ = connection.execute(sqlx::AssertSqlSafe(sql)).await.unwrap();
                Self::Postgres(connection)
            }
        }
    }

    pub async fn release(self) {
        use sqlx::Connection;
        match self {
            Self::Sqlite(connection) => connection.close().await.unwrap(),
            Self::Postgres(connection) => connection.close().await.unwrap(),
        }
    }
}

/// The files of these tests in a database.
pub async fn names(url: &str) -> Vec<String> {
    let settings = kernel::config::Database { url: url.to_owned(), ..Default::default() };
    let db = Db::connect(&settings).await.unwrap();
    let sql = format!("SELECT name FROM client WHERE name LIKE '{NAMES}%'");
    let rows = db.reader().query_all_raw(Statement::from_string(db.backend(), sql)).await.unwrap();
    let names = rows.iter().map(|row| row.try_get("", "name").unwrap()).collect();
    db.close().await.unwrap();
    names
}
