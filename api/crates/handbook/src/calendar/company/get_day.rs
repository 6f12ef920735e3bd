use super::dto::CalendarDayDetail;
use super::loaded::CompanyCalendar;
use super::store;
use crate::{Handbook, years};
use chrono::NaiveDate;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use sea_orm::ConnectionTrait;

/// Read from the tables, not from the snapshot: whoever is about to decide sees all decisions.
pub async fn get(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    date: NaiveDate,
) -> ApiResult<Reply<CalendarDayDetail>> {
    // Nothing is kept beyond these years, and a database may not even know the date.
    if !years::holds(&date) {
        return Err(code::NOT_FOUND.into());
    }
    let today = handbook.date(app.clock.now());
    detail(app.db.reader(), handbook, (actor, today), date).await.map(Reply::ok)
}

/// The date as it stands for this connection, uncommitted decisions included.
pub async fn detail(
    db: &impl ConnectionTrait,
    handbook: &Handbook,
    (actor, today): (&Actor, NaiveDate),
    date: NaiveDate,
) -> ApiResult<CalendarDayDetail> {
    let calendar = CompanyCalendar::load(db, handbook.zone()).await?;
    let rows = store::days_between(db, date, date).await?;
    CalendarDayDetail::of(&calendar, date, rows, (actor, today))
}
