//! The company's wall clock: the instants of its times and days.
use crate::error::{ApiError, ApiResult, Fault};
use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::{GapInfo, Tz};

/// The instant of a wall-clock time. A repeated time means its first occurrence, a skipped one
/// the moment at which the clocks jump: so the order of wall-clock times is the order of their
/// instants, intervals that do not overlap on the wall do not overlap in time, and an interval
/// wholly inside the gap is empty.
#[must_use]
pub fn instant(wall: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    match zone.from_local_datetime(&wall) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at.with_timezone(&Utc)),
        LocalResult::None => {
            let end = GapInfo::new(&wall, &zone)?.end?;
            Some(end.with_timezone(&Utc))
        }
    }
}

/// When a day of a time zone begins: where midnight is skipped by a change of the clock, after it.
#[must_use]
pub fn day_begin(day: NaiveDate, zone: Tz) -> Option<DateTime<Utc>> {
    instant(day.and_time(NaiveTime::MIN), zone)
}

/// A year and a day.
const MOST_DAYS: i64 = 366;

/// Days that are asked about, from one through another.
#[derive(Clone, Copy, Debug)]
pub struct Days {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// When the first begins.
    pub begin: DateTime<Utc>,
    /// When the last is over.
    pub end: DateTime<Utc>,
}

impl Days {
    /// # Errors
    /// `INVALID_PARAMETER` where `to` lies before `from`, or more than 366 days after it.
    pub fn of(from: NaiveDate, to: NaiveDate, zone: Tz) -> ApiResult<Self> {
        let between = to.signed_duration_since(from).num_days();
        if !(0..=MOST_DAYS).contains(&between) {
            return Err(ApiError::parameter("to"));
        }
        let bounds = day_begin(from, zone).zip(to.succ_opt().and_then(|day| day_begin(day, zone)));
        let (begin, end) = bounds.ok_or_else(|| Fault("days beyond the calendar".to_owned()))?;
        Ok(Self { from, to, begin, end })
    }
}
