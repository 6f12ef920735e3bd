//! The days that are asked about.
use crate::Handbook;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use kernel::code;
use kernel::error::{ApiError, ApiResult};
use kernel::ids::DepartmentId;

/// A year and a day.
const MOST_DAYS: i64 = 366;

/// From one day through another, and the moments at which they begin and end.
#[derive(Clone, Copy, Debug)]
pub struct Days {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub begin: DateTime<Utc>,
    pub end: DateTime<Utc>,
}

impl Days {
    /// The query of `GET /obligations` for what a rule made due on these days.
    pub fn query(&self, rule: &str, department: Option<DepartmentId>) -> String {
        let Self { from, to, .. } = self;
        let department = department.map(|id| format!("&department_id={id}")).unwrap_or_default();
        format!("clause={rule}&due_from={from}&due_to={to}{department}")
    }
}

pub fn days(
    handbook: &Handbook,
    (from, to): (Option<NaiveDate>, Option<NaiveDate>),
    now: DateTime<Utc>,
) -> ApiResult<Days> {
    let to = to.unwrap_or_else(|| handbook.date(now));
    let from = from.or_else(|| to.with_day(1)).unwrap_or(to);
    let between = to.signed_duration_since(from).num_days();
    if !(0..=MOST_DAYS).contains(&between) {
        return Err(ApiError::parameter("to"));
    }
    let begin = handbook.midnight(from).ok_or(code::INTERNAL)?;
    let end = to.succ_opt().and_then(|day| handbook.midnight(day)).ok_or(code::INTERNAL)?;
    Ok(Days { from, to, begin, end })
}
