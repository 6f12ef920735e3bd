//! Entities equal the schema that the migrations make, on both databases; and the migrations go
//! down and up again.
use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, EntityTrait, Iterable, QueryTrait, Statement};
use std::collections::BTreeSet;
use tests::{Engine, TestApp};

/// The columns of a table as the database has them.
async fn columns(app: &TestApp, table: &str) -> BTreeSet<String> {
    let db = app.app.db.reader();
    let sql = match app.engine {
        Engine::Sqlite => format!("SELECT name FROM pragma_table_info('{table}')"),
        Engine::Postgres => format!(
            "SELECT column_name::text AS name FROM information_schema.columns \
             WHERE table_schema = 'public' AND table_name = '{table}'"
        ),
    };
    let rows =
        db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|row| row.try_get("", "name").unwrap()).collect()
}

/// The entity selects what is there, no less and no more.
async fn equals<E: EntityTrait>(app: &TestApp) {
    let table = E::default().table_name().to_owned();
    let of_entity: BTreeSet<String> =
        E::Column::iter().map(|c| sea_orm::IdenStatic::as_str(&c).to_owned()).collect();
    assert_eq!(of_entity, columns(app, &table).await, "{table} on {:?}", app.engine);
    // Types that do not fit fail here even on an empty table on PostgreSQL.
    let one = E::find().build(app.app.db.backend());
    app.app.db.reader().query_one_raw(one).await.unwrap_or_else(|e| panic!("{table}: {e}"));
}

macro_rules! all_equal {
    ($app:expr, $($entity:path),+ $(,)?) => { $( equals::<$entity>($app).await; )+ };
}

#[actix_web::test]
async fn entities_equal_the_schema() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::start(engine).await;
        all_equal!(
            &app,
            kernel::audit::entry::Entity,
            kernel::audit::event::Entity,
            kernel::audit::seal::head::Entity,
            kernel::idempotency::entity::Entity,
            kernel::jobs::entity::Entity,
            kernel::jobs::row::Entity,
        );
    }
}

#[actix_web::test]
async fn the_schema_goes_down_and_up_again() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::start(engine).await;
        let db = app.app.db.exclusive();
        Migrator::down(db, None).await.unwrap();
        Migrator::up(db, None).await.unwrap();
        assert!(Migrator::get_pending_migrations(db).await.unwrap().is_empty());
    }
}
