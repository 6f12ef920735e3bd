//! Whatever way the records of a search are told, they are the same ones.
use kernel::search::{Found, Index, Test, apply};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use tests::on_both;

mod thing {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "thing")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub search_key: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

const INDEX: Index = Index { table: "thing_search" };
const RECORDS: i64 = 1_200;

async fn ids(db: &impl ConnectionTrait, found: &Found) -> Vec<i64> {
    let select = thing::Entity::find().filter(found.condition(thing::Column::SearchKey));
    let ids = select.select_only().column(thing::Column::Id).order_by_desc(thing::Column::Id);
    ids.into_tuple().all(db).await.unwrap()
}

on_both! {
    async fn few_listed_and_each_are_the_same_records(app: TestApp) {
        let db = app.app.db.exclusive();
        let sqlite = db.get_database_backend() == DbBackend::Sqlite;
        let search = if sqlite {
            "CREATE VIRTUAL TABLE thing_search USING fts5(t, tokenize='unicode61 remove_diacritics 0', content='', contentless_delete=1)"
        } else {
            "CREATE TABLE thing_search (key BIGINT PRIMARY KEY, v TSVECTOR NOT NULL)"
        };
        for sql in [search, "CREATE TABLE thing (id BIGINT PRIMARY KEY, search_key BIGINT NOT NULL UNIQUE)"] {
            db.execute_unprepared(sql).await.unwrap();
        }
        // A record's key is not its id: keys fall while ids rise.
        let rows: Vec<_> = (1..=RECORDS).map(|id| format!("({id}, {})", RECORDS + 1 - id)).collect();
        db.execute_unprepared(&format!("INSERT INTO thing (id, search_key) VALUES {}", rows.join(","))).await.unwrap();
        let tx = app.app.db.begin().await.unwrap();
        let document = |key: i64| {
            let town = if key % 3 == 0 { "成都锦川" } else { "绵阳川锦" };
            kernel::text::document(&[&format!("{town}{key}号商行")], &[])
        };
        apply(tx.db(), (1..=RECORDS).map(|key| INDEX.put(key, document(key))).collect()).await.unwrap();
        tx.commit().await.unwrap();

        for (typed, count) in [("锦川", 400), ("川锦", 800), ("商行", 1_200), ("7号", 1), ("锦川9号商行", 1), ("锦行", 0)] {
            let query = kernel::text::query(typed).unwrap();
            let many = |test| Found::Many { index: INDEX, query: query.clone(), backend: db.get_database_backend(), test };
            let found = INDEX.find(db, typed).await.unwrap().unwrap();
            assert_eq!(matches!(found, Found::Few { .. }), count < 1_000, "{typed}");
            let wanted = ids(db, &found).await;
            assert_eq!(wanted.len(), count, "{typed}");
            for test in [Test::Each, Test::Listed] {
                assert_eq!(ids(db, &many(test)).await, wanted, "{typed} {test:?}");
            }
        }
    }
}
