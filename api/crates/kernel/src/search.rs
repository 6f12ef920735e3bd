//! Full text on both databases: one document per record, one token per character, phrases.
//! SQLite keeps it in FTS5 (contentless), PostgreSQL in a `tsvector` under GIN, where pairs of Hanzi are
//! tokens too: its GIN knows no places, and looked at every record that holds the characters anywhere.
//!
//! Both planners misjudge a phrase (PostgreSQL walks a whole sort index for a rare one), so a query
//! is first asked for up to [`FEW`] keys: a rare phrase becomes a list of keys, a frequent one a
//! test on each row of the list's own order, which then ends soon.
use crate::text::{self, SearchQuery};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, Statement,
    sea_query::{Expr, ExprTrait},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// Keys that a query may have to count as rare.
const FEW: i64 = 1000;

/// The index of one kind of record; `table` is also the name of its table.
#[derive(Clone, Copy, Debug)]
pub struct Index {
    pub table: &'static str,
}

/// What a work changes in an index. It is carried out at the very end of the work, and on SQLite of
/// the group of works: FTS5 writes what it has gathered at every savepoint, which cost more than
/// everything else of a work together.
#[derive(Clone, Debug)]
#[must_use = "nothing is found by it until it is given to the work"]
pub struct Change {
    index: Index,
    key: i64,
    document: Option<String>,
}

/// Carry changes out; of several of one record the last one holds.
pub async fn apply(tx: &DatabaseTransaction, changes: Vec<Change>) -> Result<(), DbErr> {
    let backend = tx.get_database_backend();
    let mut tables: BTreeMap<&str, BTreeMap<i64, Option<String>>> = BTreeMap::new();
    for change in changes {
        tables.entry(change.index.table).or_default().insert(change.key, change.document);
    }
    for (table, documents) in tables {
        let gone: Vec<i64> =
            documents.iter().filter(|(_, text)| text.is_none()).map(|(key, _)| *key).collect();
        if !gone.is_empty() {
            run(tx, remove(backend, table), &gone).await?;
        }
        let there: Vec<(i64, String)> = documents
            .into_iter()
            .filter_map(|(key, text)| Some((key, stored(backend, text?))))
            .collect();
        if !there.is_empty() {
            run(tx, put(backend, table), &there).await?;
        }
    }
    Ok(())
}

/// A document as a database keeps it.
fn stored(backend: DbBackend, document: String) -> String {
    if backend == DbBackend::Sqlite { document } else { text::with_pairs(document) }
}

/// One statement for any number of rows, which come as one parameter: always the same text.
async fn run(tx: &DatabaseTransaction, sql: String, rows: &impl Serialize) -> Result<(), DbErr> {
    let rows = serde_json::to_string(rows).map_err(|error| DbErr::Custom(error.to_string()))?;
    let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, [rows.into()]);
    tx.execute_raw(statement).await.map(|_| ())
}

fn put(backend: DbBackend, table: &str) -> String {
    if backend == DbBackend::Sqlite {
        format!(
            "INSERT OR REPLACE INTO {table} (rowid, t) \
             SELECT value ->> 0, value ->> 1 FROM json_each($1)"
        )
    } else {
        format!(
            "INSERT INTO {table} (key, v) SELECT (value ->> 0)::bigint, \
             to_tsvector('simple', value ->> 1) FROM json_array_elements($1::json) \
             ON CONFLICT (key) DO UPDATE SET v = EXCLUDED.v"
        )
    }
}

fn remove(backend: DbBackend, table: &str) -> String {
    if backend == DbBackend::Sqlite {
        format!("DELETE FROM {table} WHERE rowid IN (SELECT value FROM json_each($1))")
    } else {
        format!(
            "DELETE FROM {table} WHERE key IN \
             (SELECT value::bigint FROM json_array_elements_text($1::json))"
        )
    }
}

/// What a query found.
#[derive(Clone, Debug)]
pub enum Found {
    /// All keys that match.
    Few { keys: Vec<i64>, backend: DbBackend },
    /// Too many to list.
    Many { index: Index, query: SearchQuery, backend: DbBackend },
}

impl Index {
    /// A record's document in place of the one before; it comes from [`text::document`].
    pub const fn put(self, key: i64, document: String) -> Change {
        Change { index: self, key, document: Some(document) }
    }

    /// The record is found no more.
    pub const fn remove(self, key: i64) -> Change {
        Change { index: self, key, document: None }
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
        Ok(Some(if few {
            Found::Few { keys, backend }
        } else {
            Found::Many { index: self, query, backend }
        }))
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

fn listed(keys: &[i64]) -> String {
    keys.iter().map(i64::to_string).collect::<Vec<_>>().join(",")
}

impl Found {
    /// The condition on the records' own table, given its key column.
    pub fn condition(&self, key: impl ColumnTrait) -> Condition {
        match self {
            Self::Few { keys, .. } if keys.is_empty() => {
                Condition::all().add(ExprTrait::eq(Expr::val(1), 0))
            }
            Self::Few { keys, backend } => {
                let (records, column) = (key.entity_name().to_string(), key.to_string());
                // One parameter: always the same text, which is prepared once.
                let (sql, keys) = if *backend == DbBackend::Sqlite {
                    let sql =
                        format!("\"{records}\".\"{column}\" IN (SELECT value FROM json_each(?))");
                    (sql, format!("[{}]", listed(keys)))
                } else {
                    let sql = format!("\"{records}\".\"{column}\" = ANY($1::text::bigint[])");
                    (sql, format!("{{{}}}", listed(keys)))
                };
                Condition::all().add(Expr::cust_with_values(sql, [keys]))
            }
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
