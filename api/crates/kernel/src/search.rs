//! Full text on both databases: one document per record, one token per character, phrases.
//! SQLite keeps it in FTS5 (contentless), PostgreSQL in a `tsvector` under GIN.
//!
//! Both planners misjudge a phrase (PostgreSQL walks a whole sort index for a rare one), so a query
//! is first asked for up to [`FEW`] keys: a rare phrase becomes a list of keys, a frequent one a
//! test on each row of the list's own order, which then ends soon.
use crate::text::{self, SearchQuery};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, Statement,
    sea_query::{Expr, ExprTrait},
};

/// Keys that a query may have to count as rare.
const FEW: i64 = 1000;

/// The index of one kind of record; `table` is also the name of its table.
#[derive(Clone, Copy, Debug)]
pub struct Index {
    pub table: &'static str,
}

/// What a query found.
#[derive(Clone, Debug)]
pub enum Found {
    /// All keys that match.
    Few(Vec<i64>),
    /// Too many to list.
    Many { index: Index, query: SearchQuery, backend: DbBackend },
}

impl Index {
    /// Put a record's document in place of the one before; `document` comes from
    /// [`text::document`].
    pub async fn put(
        self,
        tx: &DatabaseTransaction,
        key: i64,
        document: &str,
    ) -> Result<(), DbErr> {
        let table = self.table;
        let backend = tx.get_database_backend();
        let sql = if backend == DbBackend::Sqlite {
            format!("INSERT OR REPLACE INTO {table} (rowid, t) VALUES ($1, $2)")
        } else {
            format!(
                "INSERT INTO {table} (key, v) VALUES ($1, to_tsvector('simple', $2)) \
                 ON CONFLICT (key) DO UPDATE SET v = EXCLUDED.v"
            )
        };
        let values = [key.into(), document.into()];
        tx.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await.map(|_| ())
    }

    pub async fn remove(self, tx: &DatabaseTransaction, key: i64) -> Result<(), DbErr> {
        let backend = tx.get_database_backend();
        let column = if backend == DbBackend::Sqlite { "rowid" } else { "key" };
        let sql = format!("DELETE FROM {} WHERE {column} = $1", self.table);
        tx.execute_raw(Statement::from_sql_and_values(backend, sql, [key.into()])).await.map(|_| ())
    }

    /// Ask for what the user typed. `None`: nothing to search for (only punctuation).
    pub async fn find(
        self,
        db: &impl ConnectionTrait,
        typed: &str,
    ) -> Result<Option<Found>, DbErr> {
        let Some(query) = text::query(typed) else { return Ok(None) };
        let backend = db.get_database_backend();
        let (sql, matched) = self.probe(backend, &query);
        let statement = Statement::from_sql_and_values(backend, sql, [matched.into(), FEW.into()]);
        let rows = db.query_all_raw(statement).await?;
        let keys =
            rows.iter().map(|row| row.try_get("", "key")).collect::<Result<Vec<i64>, _>>()?;
        let few = i64::try_from(keys.len()).unwrap_or(FEW) < FEW;
        Ok(Some(if few { Found::Few(keys) } else { Found::Many { index: self, query, backend } }))
    }

    fn probe(self, backend: DbBackend, query: &SearchQuery) -> (String, String) {
        let table = self.table;
        if backend == DbBackend::Sqlite {
            let sql = format!("SELECT rowid AS key FROM {table} WHERE {table} MATCH $1 LIMIT $2");
            (sql, query.to_fts5())
        } else {
            let sql =
                format!("SELECT key FROM {table} WHERE v @@ to_tsquery('simple', $1) LIMIT $2");
            (sql, query.to_tsquery())
        }
    }
}

impl Found {
    /// The condition on the records' own table, given its key column.
    pub fn condition(&self, key: impl ColumnTrait) -> Condition {
        match self {
            Self::Few(keys) if keys.is_empty() => {
                Condition::all().add(ExprTrait::eq(Expr::val(1), 0))
            }
            Self::Few(keys) => Condition::all().add(key.is_in(keys.iter().copied())),
            Self::Many { index, query, backend } => {
                let (records, column) = (key.entity_name().to_string(), key.to_string());
                let table = index.table;
                let (sql, matched) = if *backend == DbBackend::Sqlite {
                    (
                        format!(
                            "EXISTS (SELECT 1 FROM {table} WHERE {table} MATCH ? \
                             AND {table}.rowid = \"{records}\".\"{column}\")"
                        ),
                        query.to_fts5(),
                    )
                } else {
                    (
                        format!(
                            "EXISTS (SELECT 1 FROM {table} WHERE {table}.key = \
                             \"{records}\".\"{column}\" AND {table}.v @@ to_tsquery('simple', $1))"
                        ),
                        query.to_tsquery(),
                    )
                };
                Condition::all().add(Expr::cust_with_values(sql, [matched]))
            }
        }
    }
}
