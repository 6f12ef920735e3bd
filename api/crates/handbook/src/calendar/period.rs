//! Weeks and quarters as the handbook counts them.

use super::{Calendar, CalendarError};
use chrono::{Datelike, Days, Months, NaiveDate};

/// A week, Monday to Sunday, with the working days at its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkingWeek {
    pub monday: NaiveDate,
    pub sunday: NaiveDate,
    pub first_working_day: NaiveDate,
    pub last_working_day: NaiveDate,
}

impl Calendar {
    /// The first week of the month of `date` (每月第一个星期, A-CIR-01). Our reading: weeks begin
    /// on Monday, and the first week is the first one that begins in the month and has a working
    /// day. A month that begins on a Friday therefore does not make its first week one day long,
    /// and a week that is all holiday is passed over. What is due in the first week is due at the
    /// close of its last working day.
    ///
    /// # Errors
    /// [`CalendarError::NoWorkingTime`] when no week that begins in the month has a working day.
    pub fn first_week_of_month(&self, date: NaiveDate) -> Result<WorkingWeek, CalendarError> {
        let none = || CalendarError::NoWorkingTime(date);
        let first = date.with_day(1).ok_or_else(none)?;
        first
            .iter_days()
            .take(31)
            .filter(|day| day.month() == first.month() && day.weekday().num_days_from_monday() == 0)
            .find_map(|monday| self.working_week(monday))
            .ok_or_else(none)
    }

    fn working_week(&self, monday: NaiveDate) -> Option<WorkingWeek> {
        let worked = || monday.iter_days().take(7).filter(|day| self.is_working_day(*day));
        Some(WorkingWeek {
            monday,
            sunday: monday.checked_add_days(Days::new(6))?,
            first_working_day: worked().next()?,
            // Not next_back(): chrono's iter_days() walks into the past from its start.
            last_working_day: worked().max()?,
        })
    }
}

/// The last calendar day of the quarter that `date` lies in. `None` only at the end of the
/// representable dates, as for [`next_quarter_end`].
pub fn quarter_end(date: NaiveDate) -> Option<NaiveDate> {
    let months_left = 3 - date.month0() % 3;
    date.with_day(1)?.checked_add_months(Months::new(months_left))?.pred_opt()
}

/// The last calendar day of the quarter after the one that `date` lies in: an archive verified
/// at any time in one quarter is due again by the end of the next (A-CLI-10, "once per quarter").
pub fn next_quarter_end(date: NaiveDate) -> Option<NaiveDate> {
    quarter_end(quarter_end(date)?.succ_opt()?)
}
