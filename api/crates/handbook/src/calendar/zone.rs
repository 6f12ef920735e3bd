use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::{GapInfo, Tz};

/// The instant of a wall-clock time. A repeated time means its first occurrence, a skipped one
/// the moment at which the clocks jump: so the order of wall-clock times is the order of their
/// instants, intervals that do not overlap on the wall do not overlap in time, and an interval
/// wholly inside the gap is empty.
pub(super) fn instant(wall: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    match zone.from_local_datetime(&wall) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at.with_timezone(&Utc)),
        LocalResult::None => {
            let end = GapInfo::new(&wall, &zone)?.end?;
            Some(end.with_timezone(&Utc))
        }
    }
}

/// When a day of a time zone begins: where midnight is skipped by a change of the clock, after it.
pub fn day_begin(day: NaiveDate, zone: Tz) -> Option<DateTime<Utc>> {
    instant(day.and_time(NaiveTime::MIN), zone)
}
