use super::dto::{CalendarDay, CalendarRange, CalendarRangeAnswer};
use super::loaded::CompanyCalendar;
use crate::{Handbook, years};
use chrono::{Datelike, NaiveDate};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use std::collections::BTreeSet;

/// Two years, so that a page can show this one and the next.
const LONGEST: i64 = 731;

pub async fn list(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    range: &CalendarRange,
) -> ApiResult<Reply<CalendarRangeAnswer>> {
    if !years::holds(&range.from) {
        return Err(ApiError::parameter("from"));
    }
    let length = range.to.signed_duration_since(range.from).num_days();
    if !(0..=LONGEST).contains(&length) {
        return Err(ApiError::parameter("to"));
    }
    let calendar = handbook.calendar(app.db.reader()).await?;
    let dates = || range.from.iter_days().take_while(|date| *date <= range.to);
    Ok(Reply::ok(CalendarRangeAnswer {
        days: dates().map(|date| CalendarDay::of(&calendar, date, actor.request.lang)).collect(),
        time_zone: handbook.zone().name().to_owned(),
        unknown_years: unknown_years(&calendar, range.from, range.to),
    }))
}

/// Years of a range for which only the week pattern speaks.
pub fn unknown_years(calendar: &CompanyCalendar, from: NaiveDate, to: NaiveDate) -> Vec<i32> {
    let years: BTreeSet<i32> = (from.year()..=to.year()).collect();
    years.into_iter().filter(|year| !calendar.year_is_known(*year)).collect()
}
