//! The text that is to be signed today.
use super::parameters::{MONTHS, UNDERTAKING};
use chrono::NaiveDate;
use handbook::Handbook;
use kernel::error::ApiResult;
use sea_orm::ConnectionTrait;

#[derive(Clone, Debug)]
pub struct Current {
    pub text: String,
    pub version: i64,
    pub months: i64,
    pub today: NaiveDate,
}

pub async fn current(
    handbook: &Handbook,
    db: &impl ConnectionTrait,
    today: NaiveDate,
) -> ApiResult<Current> {
    let values = handbook.values(db).await?;
    Ok(Current {
        text: values.at(&UNDERTAKING, today)?.value,
        version: values.held_at(&UNDERTAKING.spec, today).map_or(0, |held| held.version),
        months: values.at(&MONTHS, today)?.value,
        today,
    })
}
