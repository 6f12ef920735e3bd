//! How far ahead what is due is spoken of, and how something due about a file is told.
use crate::archive::entity::Model;
use crate::archive::rules;
use chrono::{Days, NaiveDate};
use handbook::Handbook;
use handbook::obligations::parameters::NOTICE_DAYS;
use handbook::obligations::{Tick, Wanted};
use handbook::parameters::Parameter;
use kernel::error::ApiResult;
use sea_orm::ConnectionTrait;

/// A figure in days, as of a day.
pub async fn days(
    db: &impl ConnectionTrait,
    handbook: &Handbook,
    figure: &Parameter<i64>,
    today: NaiveDate,
) -> ApiResult<Days> {
    let days = handbook.value_at(db, figure, today).await?.value;
    Ok(Days::new(u64::try_from(days).unwrap_or_default()))
}

/// The last day that is spoken of today, by a figure of its own.
pub async fn until(tick: &Tick<'_>, figure: &Parameter<i64>) -> ApiResult<NaiveDate> {
    let days = days(tick.tx, tick.handbook, figure, tick.today).await?;
    Ok(tick.today.checked_add_days(days).unwrap_or(tick.today))
}

/// The same by the usual one.
pub async fn horizon(tick: &Tick<'_>) -> ApiResult<NaiveDate> {
    until(tick, &NOTICE_DAYS).await
}

/// Something due about a file on a day.
pub fn of_file(row: &Model, due_on: NaiveDate) -> Wanted {
    Wanted { subject_id: row.id.0, occasion: None, due_on, place: rules::place(row) }
}
