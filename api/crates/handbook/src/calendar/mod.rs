//! The company's working calendar: pure computation, no clock, no database.
//!
//! Every deadline of the handbook that speaks of working days or working hours is computed here
//! (handbook README: "Working time comes from the company calendar: several intervals a day,
//! public holidays and make-up working days"). Callers load patterns and exceptions, build one
//! [`Calendar`] and ask it.
//!
//! Decided readings:
//! - A pattern says which hours each weekday has; the latest pattern in effect on a date counts,
//!   and the earliest one reaches back to all dates before it.
//! - A make-up day without hours of its own takes the hours of its weekday, or, since a Saturday
//!   usually has none, those of the first weekday of the same pattern that has hours.
//! - A year without holiday data follows the patterns alone; [`Calendar::year_is_known`] and
//!   [`Day::year_known`] say so, so that the screen can.
//! - Wall-clock hours that a daylight-saving change skips do not exist and give no working time;
//!   hours that it repeats give working time twice, as the people present work them twice.

pub mod company;
mod day;
mod deadline;
mod error;
mod interval;
mod national;
mod pattern;
mod period;
mod recurrence;
#[cfg(test)]
mod tests;

pub use day::{Calendar, Day, DayException, DayKind, ExceptionKind};
pub use error::CalendarError;
pub use interval::Interval;
pub use national::{NationalDay, national_days, national_years};
pub use pattern::WeekPattern;
pub use period::{WorkingWeek, next_quarter_end, quarter_end};
pub use recurrence::{Occasion, Recurrence};
