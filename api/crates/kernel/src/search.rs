//! Full text on both databases: one document per record, one token per character, phrases.
//! SQLite keeps it in FTS5 (contentless), PostgreSQL in a `tsvector` under GIN, where pairs of Hanzi are
//! tokens too: its GIN knows no places, and looked at every record that holds the characters anywhere.
mod ask;
mod newest;
pub use ask::{Found, Test};
pub use newest::Newest;

use crate::text;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, Statement};
use serde::Serialize;
use std::collections::BTreeMap;

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

impl Index {
    /// A record's document in place of the one before; it comes from [`text::document`].
    pub const fn put(self, key: i64, document: String) -> Change {
        Change { index: self, key, document: Some(document) }
    }

    /// The record is found no more.
    pub const fn remove(self, key: i64) -> Change {
        Change { index: self, key, document: None }
    }
}
