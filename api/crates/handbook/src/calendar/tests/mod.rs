//! The calendar against the real Chinese years 2025 and 2026, other zones, and any calendar.

mod china;
mod properties;
mod recurrence;
mod zones;

use super::{
    Calendar, DayException, ExceptionKind, Interval, NationalDay, WeekPattern, national_days,
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::{Asia::Shanghai, Tz};

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn at(zone: Tz, text: &str) -> DateTime<Utc> {
    let wall = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    zone.from_local_datetime(&wall).earliest().unwrap().with_timezone(&Utc)
}

pub(super) fn hours(pairs: &[(&str, &str)]) -> Vec<Interval> {
    pairs.iter().map(|(start, end)| Interval::parse(start, end).unwrap()).collect()
}

/// S12's hours, five days a week.
pub(super) fn office_hours() -> Vec<Interval> {
    hours(&[("08:30", "11:30"), ("13:00", "17:00")])
}

pub(super) fn office_week(from: &str) -> WeekPattern {
    WeekPattern::five_days(day(from), &office_hours()).unwrap()
}

pub(super) fn exception(
    date: &str,
    kind: ExceptionKind,
    own: Option<&[(&str, &str)]>,
) -> DayException {
    DayException { date: day(date), kind, name: "测试".into(), hours: own.map(hours) }
}

pub(super) fn china_with(more: Vec<DayException>) -> Calendar {
    let national = national_days().unwrap().into_iter().map(NationalDay::into_exception);
    Calendar::new(vec![office_week("2025-01-01")], national.chain(more), Shanghai, [2025, 2026])
        .unwrap()
}

pub(super) fn china() -> Calendar {
    china_with(Vec::new())
}
