//! Human numbers of records: `<TYPE>-<YYYYMMDD>-<NNNN>`, unique and without a sequence of the
//! database (which would leave gaps and tie the product to one engine).
use crate::code;
use crate::error::ApiResult;
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement};

/// The next number of a series on a day. Takes the series' row until the commit: ask for it last.
pub async fn next(tx: &DatabaseTransaction, series: &str, day: NaiveDate) -> ApiResult<String> {
    let latest = advance(tx, series, day, 1).await?;
    Ok(format!("{series}-{}-{latest:04}", day.format("%Y%m%d")))
}

/// Take `count` counters of a series at once; answers the last of them.
pub async fn advance(
    tx: &DatabaseTransaction,
    series: &str,
    day: NaiveDate,
    count: i32,
) -> ApiResult<i32> {
    let statement = Statement::from_sql_and_values(
        tx.get_database_backend(),
        "INSERT INTO number_series (series, day, latest) VALUES ($1, $2, $3) \
         ON CONFLICT (series, day) DO UPDATE SET latest = number_series.latest + $3 \
         RETURNING latest",
        [series.into(), day.into(), count.into()],
    );
    let row = tx.query_one_raw(statement).await?.ok_or(code::INTERNAL)?;
    Ok(row.try_get::<i32>("", "latest")?)
}

/// A counter that belongs to no day (keys of the search index).
pub async fn counter(tx: &DatabaseTransaction, name: &str) -> ApiResult<i64> {
    let day = NaiveDate::default();
    Ok(i64::from(advance(tx, name, day, 1).await?))
}
