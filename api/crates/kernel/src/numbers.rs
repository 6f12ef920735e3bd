//! Human numbers of records: `<TYPE>-<YYYYMMDD>-<NNNN>`, unique and without a sequence of the
//! database (which would leave gaps and tie the product to one engine).
use crate::code;
use crate::error::ApiResult;
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr, Statement};

/// What a record that is found by its text is given: its number, and its key in the search index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    pub number: String,
    pub key: i64,
}

/// The next number of a series on a day and the next key of an index, in one statement. Takes both
/// rows until the commit: ask for it last.
pub async fn next(
    tx: &DatabaseTransaction,
    series: &str,
    day: NaiveDate,
    index: &str,
) -> ApiResult<Numbered> {
    let statement = Statement::from_sql_and_values(
        tx.get_database_backend(),
        "INSERT INTO number_series (series, day, latest) VALUES ($1, $2, 1), ($3, $4, 1) \
         ON CONFLICT (series, day) DO UPDATE SET latest = number_series.latest + EXCLUDED.latest \
         RETURNING series, latest",
        [series.into(), day.into(), index.into(), NaiveDate::default().into()],
    );
    let rows = tx.query_all_raw(statement).await?;
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
