//! How reminding goes on: pure functions. What is due is spoken of a working day before, on the day, and
//! from then on to one superior after another.
use super::entity::Model;
use super::kinds::{ObligationState, Stage};
use crate::calendar::{Calendar, CalendarError};
use chrono::{DateTime, NaiveDate, Utc};

/// What becomes of an obligation whose moment has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Its exception is over and what it is about was not done.
    Reopen,
    Remind,
    Overdue,
    Escalate,
}

/// What happens next to an obligation, now that its moment has come.
#[must_use]
pub fn turn(row: &Model, now: DateTime<Utc>) -> Option<Turn> {
    match (row.state, row.stage) {
        (ObligationState::Excused, _) => Some(Turn::Reopen),
        (ObligationState::Open, Stage::Opened) if now < row.due_at => Some(Turn::Remind),
        (ObligationState::Open, Stage::Opened | Stage::Reminded) => Some(Turn::Overdue),
        (ObligationState::Open, Stage::Overdue | Stage::Escalated) => Some(Turn::Escalate),
        (ObligationState::Fulfilled | ObligationState::Void, _) => None,
    }
}

/// When one that opens now is looked after first: the working day before it is due, or where that has
/// begun already, the moment it is due.
pub fn first_moment(
    calendar: &Calendar,
    now: DateTime<Utc>,
    due_on: NaiveDate,
    due_at: DateTime<Utc>,
) -> Result<DateTime<Utc>, CalendarError> {
    let remind = calendar.opening_before(due_on)?;
    Ok(if remind > now { remind } else { due_at })
}

/// When the next superior is told, so many working days after a day.
pub fn next_superior(
    calendar: &Calendar,
    from: NaiveDate,
    days: u32,
) -> Result<DateTime<Utc>, CalendarError> {
    calendar.close_of(calendar.add_working_days(from, days)?)
}

/// In time through the very moment it is due.
#[must_use]
pub fn late(due_at: DateTime<Utc>, settled_at: DateTime<Utc>) -> bool {
    settled_at > due_at
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
