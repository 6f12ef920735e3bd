//! The newest records that match. Where nobody asks for another order, what is found is shown newest
//! first: then a page is filled from the end of the index, and how many records match beside it does
//! not matter.
use super::Index;
use super::ask::one_of;
use crate::text;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbBackend, DbErr, Statement, sea_query::Expr,
};

/// Enough to fill a page for somebody who sees one record in ten; FTS5 ends when it has them.
const KEYS: i64 = 1_000;
/// So many newest documents PostgreSQL tests one by one: GIN cannot begin at the newest, and a bitmap
/// of all that match costs more than these.
const WINDOW: i64 = 1_500;

/// Keys of matching records, the newest of all before some key.
#[derive(Clone, Debug)]
pub struct Newest {
    /// As the database takes a list.
    keys: String,
    backend: DbBackend,
    /// No older record matches.
    pub all: bool,
}

impl Index {
    /// Ask for what the user typed. `None`: nothing to search for (only punctuation).
    pub async fn newest(
        self,
        db: &impl ConnectionTrait,
        typed: &str,
        before: Option<i64>,
    ) -> Result<Option<Newest>, DbErr> {
        let Some(query) = text::query(typed) else { return Ok(None) };
        let backend = db.get_database_backend();
        let table = self.table;
        let (sql, matched, most) = if backend == DbBackend::Sqlite {
            let sql = format!(
                "SELECT count(*) AS looked, json_group_array(key) AS keys FROM \
                 (SELECT rowid AS key FROM {table} WHERE {table} MATCH $1 AND rowid < $2 \
                  ORDER BY rowid DESC LIMIT {KEYS})"
            );
            (sql, query.to_fts5(), KEYS)
        } else {
            let sql = format!(
                "SELECT count(*) AS looked, \
                 '{{' || coalesce(string_agg(key::text, ',') FILTER (WHERE hit), '') || '}}' AS keys \
                 FROM (SELECT key, v @@ to_tsquery('simple', $1) AS hit FROM {table} \
                       WHERE key < $2 ORDER BY key DESC LIMIT {WINDOW}) AS newest"
            );
            (sql, query.to_tsquery(), WINDOW)
        };
        let values = [matched.into(), before.unwrap_or(i64::MAX).into()];
        let row = db.query_one_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        let row = row.ok_or_else(|| DbErr::RecordNotFound(table.to_owned()))?;
        let looked: i64 = row.try_get("", "looked")?;
        let keys = row.try_get("", "keys")?;
        Ok(Some(Newest { keys, backend, all: looked < most }))
    }
}

impl Newest {
    /// The condition on the records' own table, given its key column.
    pub fn condition(&self, key: impl ColumnTrait) -> Condition {
        let column = format!("\"{}\".\"{}\"", key.entity_name(), key.to_string());
        let sql = one_of(&column, self.backend);
        Condition::all().add(Expr::cust_with_values(sql, [self.keys.clone()]))
    }
}
