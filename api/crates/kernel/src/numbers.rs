//! Human numbers of records: `<TYPE>-<YYYYMMDD>-<NNNN>`, unique and without a sequence of the
//! database, which would tie the product to one engine (decision 10).
use crate::app::App;
use crate::code;
use crate::error::ApiResult;
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, Statement};

/// What a record that is found by its text is given: its number, and its key in the search index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    pub number: String,
    pub key: i64,
}

const NEXT: &str = "INSERT INTO number_series (series, day, latest) VALUES ($1, $2, 1), ($3, $4, 1) \
     ON CONFLICT (series, day) DO UPDATE SET latest = number_series.latest + EXCLUDED.latest \
     RETURNING series, latest";

/// The commit of a draw need not wait for the disk: whoever uses the number commits after it, and that
/// commit carries the draw along.
const NEXT_AHEAD: &str = "INSERT INTO number_series (series, day, latest) VALUES ($1, $2, 1), ($3, $4, 1) \
     ON CONFLICT (series, day) DO UPDATE SET latest = number_series.latest + EXCLUDED.latest \
     RETURNING series, latest, set_config('synchronous_commit', 'off', true)";

/// The next number of a series on a day and the next key of an index, in one statement. Takes both
/// rows until the commit: ask for it last.
pub async fn next(
    tx: &DatabaseTransaction,
    series: &str,
    day: NaiveDate,
    index: &str,
) -> ApiResult<Numbered> {
    draw(tx, NEXT, series, day, index).await
}

/// Whether numbers should be drawn [`ahead`]: where works write side by side. On SQLite only one writes
/// at a time, and [`next`] waits for nobody.
#[must_use]
pub fn drawn_ahead(app: &App) -> bool {
    app.db.backend() == DbBackend::Postgres
}

/// The same as [`next`], before the work begins, so that nobody waits for another's commit. A work that
/// then fails leaves a gap: draw when all that can be checked beforehand is.
pub async fn ahead(app: &App, series: &str, day: NaiveDate, index: &str) -> ApiResult<Numbered> {
    draw(app.db.reader(), NEXT_AHEAD, series, day, index).await
}

async fn draw(
    db: &impl ConnectionTrait,
    sql: &str,
    series: &str,
    day: NaiveDate,
    index: &str,
) -> ApiResult<Numbered> {
    let statement = Statement::from_sql_and_values(
        db.get_database_backend(),
        sql,
        [series.into(), day.into(), index.into(), NaiveDate::default().into()],
    );
    let rows = db.query_all_raw(statement).await?;
    let rows = rows.iter().map(|row| Ok((row.try_get("", "series")?, row.try_get("", "latest")?)));
    let rows: Vec<(String, i32)> = rows.collect::<Result<_, DbErr>>()?;
    let latest = |name: &str| rows.iter().find(|row| row.0 == name).map(|row| row.1);
    let latest = (latest(series).ok_or(code::INTERNAL)?, latest(index).ok_or(code::INTERNAL)?);
    let number = format!("{series}-{}-{:04}", day.format("%Y%m%d"), latest.0);
    Ok(Numbered { number, key: i64::from(latest.1) })
}

/// Take `count` keys of an index at once; answers the last of them.
pub async fn keys(tx: &DatabaseTransaction, index: &str, count: i32) -> ApiResult<i32> {
    let statement = Statement::from_sql_and_values(
        tx.get_database_backend(),
        "INSERT INTO number_series (series, day, latest) VALUES ($1, $2, $3) \
         ON CONFLICT (series, day) DO UPDATE SET latest = number_series.latest + $3 \
         RETURNING latest",
        // A counter of keys belongs to no day.
        [index.into(), NaiveDate::default().into(), count.into()],
    );
    let row = tx.query_one_raw(statement).await?.ok_or(code::INTERNAL)?;
    Ok(row.try_get::<i32>("", "latest")?)
}
