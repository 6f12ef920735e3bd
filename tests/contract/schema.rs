//! Entities equal the schema that the migrations make, on both databases; and the migrations go
//! down and up again.
use kernel::schema::Table;
use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, Statement};
use std::collections::{BTreeMap, BTreeSet};
use tests::{Engine, TestApp};

/// Tables that no entity reads; may only shrink. The migrations' own; the counters, which are one
/// statement (`kernel/src/numbers.rs`); the search index with what SQLite keeps for it.
const WITHOUT_ENTITY: &[&str] = &[
    "seaql_migrations",
    "number_series",
    "client_search",
    "client_search_config",
    "client_search_data",
    "client_search_docsize",
    "client_search_idx",
];

async fn texts(app: &TestApp, sql: &str, columns: &[&str]) -> Vec<Vec<String>> {
    let db = app.app.db.exclusive();
    let statement = Statement::from_string(db.get_database_backend(), sql.to_owned());
    let rows = db.query_all_raw(statement).await.unwrap_or_else(|e| panic!("{sql}: {e}"));
    rows.iter()
        .map(|row| columns.iter().map(|column| row.try_get("", column).unwrap()).collect())
        .collect()
}

/// The columns of a table as the database has them: type and whether they may be empty. A text is a
/// text, with or without a bound on its length.
async fn columns(app: &TestApp, table: &str) -> BTreeMap<String, String> {
    let sql = match app.engine {
        Engine::Sqlite => format!(
            "SELECT name, lower(type) AS kind, \
             CASE WHEN \"notnull\" = 1 OR pk > 0 THEN 'NO' ELSE 'YES' END AS empty \
             FROM pragma_table_info('{table}')"
        ),
        Engine::Postgres => format!(
            "SELECT column_name::text AS name, udt_name::text AS kind, is_nullable::text AS empty \
             FROM information_schema.columns \
             WHERE table_schema = 'public' AND table_name = '{table}'"
        ),
    };
    let rows = texts(app, &sql, &["name", "kind", "empty"]).await;
    rows.into_iter()
        .map(|row| {
            let kind = row[1].split('(').next().unwrap_or_default();
            let kind = if kind == "varchar" { "text" } else { kind };
            (row[0].clone(), format!("{kind}, empty: {}", row[2]))
        })
        .collect()
}

/// The entity expects what is there, no less and no more: its own table is made beside it.
async fn equals(app: &TestApp, table: &Table) -> Result<(), String> {
    let beside = format!("as_{}", table.name);
    let create = table.create_as(&beside, app.app.db.backend());
    app.app.db.exclusive().execute(&create).await.unwrap();
    let (there, expected) = (columns(app, table.name).await, columns(app, &beside).await);
    assert!(!there.is_empty(), "{} is no table", table.name);
    if there == expected {
        return Ok(());
    }
    let names: BTreeSet<_> = there.keys().chain(expected.keys()).collect();
    let different = names.into_iter().filter(|name| there.get(*name) != expected.get(*name));
    let lines: Vec<_> = different
        .map(|name| {
            format!("{}.{name}: {:?}, entity {:?}", table.name, there.get(name), expected.get(name))
        })
        .collect();
    Err(lines.join("\n"))
}

#[actix_web::test]
async fn entities_equal_the_schema() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::start(engine).await;
        let mut wrong = vec![];
        for table in zhidu::wiring::tables() {
            wrong.extend(equals(&app, &table).await.err());
        }
        assert!(wrong.is_empty(), "{engine:?}:\n{}", wrong.join("\n"));
    }
}

#[actix_web::test]
async fn every_table_has_an_entity() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::start(engine).await;
        let sql = match engine {
            Engine::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'table'",
            Engine::Postgres => {
                "SELECT table_name::text AS name FROM information_schema.tables \
                 WHERE table_schema = 'public'"
            }
        };
        let known: BTreeSet<_> = zhidu::wiring::tables().iter().map(|table| table.name).collect();
        let strange: Vec<_> = texts(&app, sql, &["name"])
            .await
            .into_iter()
            .flatten()
            .filter(|name| !known.contains(name.as_str()))
            .filter(|name| !WITHOUT_ENTITY.contains(&name.as_str()) && !name.starts_with("sqlite_"))
            .collect();
        assert!(strange.is_empty(), "{engine:?}: {strange:?}");
    }
}

#[actix_web::test]
async fn the_schema_goes_down_and_up_again() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::start(engine).await;
        // What runs beside the requests reads the tables: it ends first.
        app.rest().await;
        let db = app.app.db.exclusive();
        Migrator::down(db, None).await.unwrap();
        Migrator::up(db, None).await.unwrap();
        assert!(Migrator::get_pending_migrations(db).await.unwrap().is_empty());
    }
}
