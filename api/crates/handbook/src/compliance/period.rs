//! The days that are asked about.
use crate::Handbook;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use kernel::error::ApiResult;
use kernel::ids::DepartmentId;
use kernel::wall::Days;

/// Those named; today and the days of its month before it where none are.
pub fn days(
    handbook: &Handbook,
    (from, to): (Option<NaiveDate>, Option<NaiveDate>),
    now: DateTime<Utc>,
) -> ApiResult<Days> {
    let to = to.unwrap_or_else(|| handbook.date(now));
    let from = from.or_else(|| to.with_day(1)).unwrap_or(to);
    Days::of(from, to, handbook.zone())
}

/// The query of `GET /obligations` for what a rule made due on some days.
pub fn query(days: &Days, rule: &str, department: Option<DepartmentId>) -> String {
    let Days { from, to, .. } = days;
    let department = department.map(|id| format!("&department_id={id}")).unwrap_or_default();
    format!("clause={rule}&due_from={from}&due_to={to}{department}")
}
