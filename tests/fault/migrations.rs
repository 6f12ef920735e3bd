//! The schema down and up again with data in it, by the command line, as an operator would.
use crate::{books, books::Line, ledger::Ledger, uploads, writers::Round};
use kernel::db::Db;
use sea_orm::{ConnectionTrait, Statement};
use std::collections::BTreeMap;
use tests::company::INFORMATION_SUPERVISOR;
use tests::{Engine, process::Installation};

const SEED: u64 = 8;

async fn down_and_up(engine: Engine) {
    let installation = Installation::new(engine).await;
    let process = installation.start().await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    let ledger = Ledger::default();
    let round = Round { seed: SEED, number: 0, writers: 3 };
    for writer in 0..round.writers {
        let ask = round.begin(writer, 0);
        let _ = ledger.ask(&keeper, ask.clone()).await;
        let client = ledger.known(&ask.name).unwrap().path;
        let paper = uploads::pdf(&ask.name, 1000);
        let _ = uploads::upload(&keeper, &client, &paper).await.expect(201);
        let comment = serde_json::json!({"body": "已电话核实"});
        let _ = keeper.post(&format!("{client}/comments"), comment).await.expect(201);
    }
    assert!(process.stop().await.success());
    assert!(!installation.run(&["migrate", "down"]).status.success(), "it asks for --yes");
    let steps = installation.succeeds(&["migrate", "status"]).lines().count();
    assert!(steps >= 5);
    let mut whole = rows(&installation).await;
    for down in 1..=steps {
        let steps = down.to_string();
        let _ = installation.succeeds(&["migrate", "down", "--steps", &steps, "--yes"]);
        // What a step did not make it does not touch.
        let left = rows(&installation).await;
        assert!(
            left.iter().all(|(table, rows)| whole.get(table) == Some(rows)),
            "{left:?} of {whole:?}"
        );
        // An old schema is not worked on.
        assert!(!installation.run(&["reconcile"]).status.success());
        let up = installation.succeeds(&["migrate", "up"]);
        assert_eq!(up.trim(), format!("{down} migrations applied"));
        whole = rows(&installation).await;
        assert!(
            left.iter().all(|(table, rows)| whole.get(table) == Some(rows)),
            "{left:?} of {whole:?}"
        );
        assert_eq!(whole["client"] > 0, left.contains_key("client"), "step {down}");
    }
    // All of it went; what comes up is a schema that can be filled and is sound.
    let _ = installation.succeeds(&["seed", "--yes", "--lean", "--clients", "40"]);
    let found = books::of_the_product(&installation);
    let acknowledged = ledger.acknowledged();
    let (faults, indeterminate) = (steps, 0);
    Line { test: "down and up", seed: SEED, engine, faults, acknowledged, indeterminate, found }
        .close();
}

/// How many rows each table holds.
async fn rows(installation: &Installation) -> BTreeMap<String, i64> {
    let db = Db::connect(&installation.config().database).await.unwrap();
    let tables = match installation.engine {
        Engine::Sqlite => {
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%search%'"
        }
        Engine::Postgres => {
            "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public'"
        }
    };
    let mut rows = BTreeMap::new();
    let sql = |text: String| Statement::from_string(db.backend(), text);
    for table in db.reader().query_all_raw(sql(tables.to_owned())).await.unwrap() {
        let table: String = table.try_get("", "name").unwrap();
        let count = sql(format!("SELECT count(*) AS count FROM {table}"));
        let count = db.reader().query_one_raw(count).await.unwrap().unwrap();
        if table != "seaql_migrations" {
            let _ = rows.insert(table, count.try_get("", "count").unwrap());
        }
    }
    db.close().await.unwrap();
    rows
}

#[actix_web::test]
async fn the_schema_goes_down_and_up_with_data_in_it_on_sqlite() {
    down_and_up(Engine::Sqlite).await;
}

#[actix_web::test]
async fn the_schema_goes_down_and_up_with_data_in_it_on_postgres() {
    down_and_up(Engine::Postgres).await;
}
