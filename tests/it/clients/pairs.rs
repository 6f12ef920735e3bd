//! On PostgreSQL documents hold the pairs of their Hanzi; those written before get theirs by migration.
use super::{begun, each, institution, supervisor_and_owner};
use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use tests::{Caller, Engine, TestApp};

async fn found(caller: &Caller, typed: &str) -> usize {
    each(&caller.get(&format!("/clients?q={typed}")).await.expect(200), "name").len()
}

/// Documents that hold a lexeme.
async fn documents(app: &TestApp, lexeme: &str) -> i64 {
    let sql = format!("SELECT count(*) AS n FROM client_search WHERE v @@ '{lexeme}'::tsquery");
    let statement = Statement::from_string(DbBackend::Postgres, sql);
    let row = app.app.db.exclusive().query_one_raw(statement).await.unwrap().unwrap();
    row.try_get("", "n").unwrap()
}

#[actix_web::test]
async fn documents_of_an_older_schema_are_found_by_pairs_after_the_migration() {
    let app = TestApp::start(Engine::Postgres).await;
    let (keeper, owner) = supervisor_and_owner(&app).await;
    for name in ["成都锦川机电设备有限公司", "绵阳川锦M12电机厂"] {
        let _ = begun(&keeper, institution(name, &owner)).await;
    }
    let expected = [
        ("锦川", 1),
        ("锦川机电设备有限公司", 1),
        ("川锦", 1),
        ("锦机", 0),
        ("川机电", 1),
        ("川锦M12", 1),
        ("M12电机", 1),
        ("M12机", 0),
        // Side by side in the document, and yet in two fields.
        ("司成", 0),
    ];
    for (typed, count) in expected {
        assert_eq!(found(&keeper, typed).await, count, "{typed}");
    }
    let all = Migrator::migrations();
    let pairs = all.iter().rposition(|one| one.name().ends_with("_pairs")).expect("the migration");
    let steps = u32::try_from(all.len() - pairs).expect("few");
    Migrator::down(app.app.db.exclusive(), Some(steps)).await.expect("down");
    // The service of today does not read the schema of then.
    assert_eq!(documents(&app, "锦川").await, 0, "the older documents have no pairs");
    assert_eq!(documents(&app, "锦").await, 2);
    Migrator::up(app.app.db.exclusive(), None).await.expect("up");
    for (typed, count) in expected {
        assert_eq!(found(&keeper, typed).await, count, "{typed} after the migration");
    }
}
