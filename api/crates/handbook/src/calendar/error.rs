use chrono::NaiveDate;

/// Why a calendar cannot be built or cannot answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    #[error("an interval must start before it ends and end by 24:00: {start}-{end} (minutes)")]
    IntervalOutOfRange { start: u16, end: u16 },
    #[error("two intervals of one day overlap at minute {at}")]
    IntervalsOverlap { at: u16 },
    #[error("a calendar needs at least one week pattern")]
    NoPattern,
    #[error("two week patterns take effect on {0}")]
    PatternsCollide(NaiveDate),
    #[error("a holiday cannot have working hours: {0}")]
    HolidayWithHours(NaiveDate),
    /// Two years without a working minute: the calendar is wrong, not the deadline far.
    #[error("no working time in the two years after {0}")]
    NoWorkingTime(NaiveDate),
    /// The answer lies beyond what a calendar can honestly promise.
    #[error("the answer lies more than fifty years from {0}")]
    TooFar(NaiveDate),
}
