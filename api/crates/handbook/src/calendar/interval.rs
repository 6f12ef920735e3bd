use super::CalendarError;
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

const MINUTES_A_DAY: u16 = 24 * 60;

/// A stretch of working time within one day, in minutes after local midnight; the end is
/// exclusive and may be 24:00. A night shift is two intervals, one on each date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    start: u16,
    end: u16,
}

impl Interval {
    /// # Errors
    /// [`CalendarError::IntervalOutOfRange`] unless `start < end <= 1440`.
    pub fn new(start: u16, end: u16) -> Result<Self, CalendarError> {
        if start < end && end <= MINUTES_A_DAY {
            Ok(Self { start, end })
        } else {
            Err(CalendarError::IntervalOutOfRange { start, end })
        }
    }

    /// Reads `"08:30"` and `"24:00"`; `None` for anything else.
    pub fn parse(start: &str, end: &str) -> Option<Self> {
        Self::new(parse_minute(start)?, parse_minute(end)?).ok()
    }

    pub const fn start(self) -> u16 {
        self.start
    }

    pub const fn end(self) -> u16 {
        self.end
    }

    pub const fn minutes(self) -> u16 {
        self.end - self.start
    }

    /// Start and end as `HH:MM`, the form in which the interface carries them.
    pub fn labels(self) -> (String, String) {
        (label(self.start), label(self.end))
    }

    /// The wall-clock times on `date`; 24:00 is midnight of the next date. `None` only at the
    /// very end of the representable dates.
    pub(super) fn on(self, date: NaiveDate) -> Option<(NaiveDateTime, NaiveDateTime)> {
        Some((wall_clock(date, self.start)?, wall_clock(date, self.end)?))
    }
}

/// Sorted and free of overlap, or refused. Touching intervals are allowed: 08:00-12:00 and
/// 12:00-17:00 may be two shifts.
pub(super) fn in_order(mut intervals: Vec<Interval>) -> Result<Vec<Interval>, CalendarError> {
    intervals.sort_unstable();
    let overlap = intervals.iter().zip(intervals.iter().skip(1)).find(|(a, b)| b.start < a.end);
    match overlap {
        Some((_, later)) => Err(CalendarError::IntervalsOverlap { at: later.start }),
        None => Ok(intervals),
    }
}

fn wall_clock(date: NaiveDate, minute: u16) -> Option<NaiveDateTime> {
    if minute == MINUTES_A_DAY {
        return Some(date.checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN));
    }
    date.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::minutes(i64::from(minute)))
}

fn parse_minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    let minute: u16 = minute.parse().ok().filter(|minute| *minute < 60)?;
    let hour: u16 = hour.parse().ok()?;
    Some(hour * 60 + minute).filter(|sum| *sum <= MINUTES_A_DAY)
}

fn label(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
