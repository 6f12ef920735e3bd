//! Asking the index, and how what is found becomes part of a list's own query.
//!
//! Both planners misjudge a phrase (PostgreSQL walks a whole sort index for a rare one), so a query is
//! first asked for a few keys: a rare phrase becomes a list of keys, a frequent one a test on each row
//! of the list's own order, which then ends soon. What is few grows with the root of the number of
//! records: to sort `k` of `n` costs as much as to walk to the end of a page, `50 n / k` records.
use super::Index;
use crate::text::{self, SearchQuery};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbBackend, DbErr, Statement,
    sea_query::{Expr, ExprTrait},
};

/// How many keys are few, by the number of records up to which it holds.
const FEW: [(i64, i64); 4] =
    [(20_000, 1_000), (100_000, 2_000), (400_000, 4_000), (i64::MAX, 7_000)];
/// Of so many newest records it is counted how frequent a phrase is.
const SAMPLE: i64 = 2_000;

/// What a query found.
#[derive(Clone, Debug)]
pub enum Found {
    /// All keys that match.
    Few { keys: Vec<i64>, backend: DbBackend },
    /// Too many to list.
    Many { index: Index, query: SearchQuery, backend: DbBackend, test: Test },
}

/// How a record is found to be one of many. To ask FTS5 about a single record costs a quarter of a
/// millisecond, to have all that match listed half a microsecond for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// Record by record.
    Each,
    /// By the list of all, which is made once.
    Listed,
}

impl Index {
    /// Ask for what the user typed. `None`: nothing to search for (only punctuation).
    pub async fn find(
        self,
        db: &impl ConnectionTrait,
        typed: &str,
    ) -> Result<Option<Found>, DbErr> {
        let Some(query) = text::query(typed) else { return Ok(None) };
        let backend = db.get_database_backend();
        let (sql, matched) = self.probe(backend, &query);
        let statement = Statement::from_sql_and_values(backend, sql, [matched.into()]);
        let rows = db.query_all_raw(statement).await?;
        let records = match rows.first() {
            Some(row) => row.try_get("", "records")?,
            None => 0,
        };
        if i64::try_from(rows.len()).unwrap_or(i64::MAX) >= few(records) {
            let test = self.test(db, &query, records).await?;
            return Ok(Some(Found::Many { index: self, query, backend, test }));
        }
        let keys = rows.iter().map(|row| row.try_get("", "key")).collect::<Result<_, _>>()?;
        Ok(Some(Found::Few { keys, backend }))
    }

    fn probe(self, backend: DbBackend, query: &SearchQuery) -> (String, String) {
        let table = self.table;
        if backend == DbBackend::Sqlite {
            let records = format!("(SELECT coalesce(max(id), 0) AS records FROM {table}_docsize)");
            let sql = format!(
                "SELECT rowid AS key, {records} AS records FROM {table} WHERE {table} MATCH $1 \
                 LIMIT (SELECT {} FROM {records} AS size)",
                limit()
            );
            (sql, query.to_fts5())
        } else {
            let records = format!("(SELECT coalesce(max(key), 0) AS records FROM {table})");
            let sql = format!(
                "SELECT key, {records} AS records FROM {table} \
                 WHERE v @@ to_tsquery('simple', $1) LIMIT (SELECT {} FROM {records} AS size)",
                limit()
            );
            (sql, query.to_tsquery())
        }
    }

    /// PostgreSQL looks a record up by its key and reads its document; FTS5 goes through the lists of
    /// all tokens each time.
    async fn test(
        self,
        db: &impl ConnectionTrait,
        query: &SearchQuery,
        records: i64,
    ) -> Result<Test, DbErr> {
        let backend = db.get_database_backend();
        if backend != DbBackend::Sqlite {
            return Ok(Test::Each);
        }
        let table = self.table;
        let sql =
            format!("SELECT count(*) AS hits FROM {table} WHERE {table} MATCH $1 AND rowid > $2");
        let values = [query.to_fts5().into(), records.saturating_sub(SAMPLE).into()];
        let row = db.query_one_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        let hits = match row {
            Some(row) => row.try_get("", "hits")?,
            None => 0,
        };
        Ok(test(hits, records))
    }
}

/// By the costs of [`Test`], a list of `k` is made as fast as a page is filled record by record where
/// `k² = 50 · 500 n`: for a million records at 16 % of them, for a hundred thousand at half.
fn test(hits: i64, records: i64) -> Test {
    // k = hits · records / SAMPLE, both sides divided by the records.
    let listed = hits.saturating_mul(hits).saturating_mul(records);
    let each = SAMPLE.saturating_mul(SAMPLE).saturating_mul(25_000);
    if listed < each { Test::Listed } else { Test::Each }
}

fn few(records: i64) -> i64 {
    let fitting = FEW.iter().find(|(most, _)| records <= *most);
    fitting.map_or(i64::MAX, |(_, few)| *few)
}

/// [`few`] in the words of the database.
fn limit() -> String {
    let when = |(most, few): &(i64, i64)| format!("WHEN records <= {most} THEN {few} ");
    let cases: String = FEW.iter().map(when).collect();
    format!("CASE {cases}END")
}

impl Found {
    /// The condition on the records' own table, given its key column.
    pub fn condition(&self, key: impl ColumnTrait) -> Condition {
        let column = format!("\"{}\".\"{}\"", key.entity_name(), key.to_string());
        let (sql, value) = match self {
            Self::Few { keys, .. } if keys.is_empty() => {
                return Condition::all().add(ExprTrait::eq(Expr::val(1), 0));
            }
            Self::Few { keys, backend } => (one_of(&column, *backend), listed(keys, *backend)),
            Self::Many { index, query, test, backend: DbBackend::Sqlite } => {
                (matching(index.table, &column, *test), query.to_fts5())
            }
            Self::Many { index: Index { table }, query, .. } => {
                let sql = format!(
                    "EXISTS (SELECT 1 FROM {table} WHERE {table}.key = {column} \
                     AND {table}.v @@ to_tsquery('simple', $1))"
                );
                (sql, query.to_tsquery())
            }
        };
        Condition::all().add(Expr::cust_with_values(sql, [value]))
    }
}

/// One parameter for any number of keys: always the same text, which is prepared once.
pub(super) fn one_of(column: &str, backend: DbBackend) -> String {
    if backend == DbBackend::Sqlite {
        format!("{column} IN (SELECT value FROM json_each(?))")
    } else {
        format!("{column} = ANY($1::text::bigint[])")
    }
}

/// The parameter.
fn listed(keys: &[i64], backend: DbBackend) -> String {
    let keys = keys.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
    if backend == DbBackend::Sqlite { format!("[{keys}]") } else { format!("{{{keys}}}") }
}

/// The plus has SQLite go through the records in the list's own order, and look up each one's key.
fn matching(table: &str, column: &str, test: Test) -> String {
    match test {
        Test::Listed => {
            format!("+{column} IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)")
        }
        Test::Each => format!(
            "EXISTS (SELECT 1 FROM {table} WHERE {table} MATCH ? AND {table}.rowid = {column})"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_few_grows_with_the_records() {
        assert_eq!((few(0), few(20_000), few(20_001)), (1_000, 1_000, 2_000));
        assert_eq!((few(1_000_000), few(i64::MAX)), (7_000, 7_000));
        assert!(limit().starts_with("CASE WHEN records <= 20000 THEN 1000 WHEN"));
    }

    #[test]
    fn a_list_is_made_of_what_is_not_everywhere() {
        let percent = |percent: i64| SAMPLE * percent / 100;
        assert_eq!(test(percent(80), 10_000), Test::Listed);
        assert_eq!(test(percent(40), 100_000), Test::Listed);
        assert_eq!(test(percent(60), 100_000), Test::Each);
        assert_eq!(test(percent(10), 1_000_000), Test::Listed);
        assert_eq!(test(percent(20), 1_000_000), Test::Each);
        assert_eq!(test(i64::MAX, i64::MAX), Test::Each);
    }
}
