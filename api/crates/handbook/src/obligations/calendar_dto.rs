//! The calendar of obligations as it is asked for and answered.
use super::kinds::Whose;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// Which days, and whose.
#[derive(Clone, Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ObligationCalendarQuery {
    /// The first day.
    #[param(example = "2026-11-01")]
    pub from: NaiveDate,
    /// At most 92 days later.
    #[param(example = "2026-11-30")]
    pub to: NaiveDate,
    /// The caller's own, those of the people below them, or all that they may see.
    #[param(inline)]
    pub whose: Option<Whose>,
}

/// What is due on one day.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ObligationDay {
    pub day: NaiveDate,
    /// A working day of the company.
    pub working: bool,
    /// Still to be done.
    pub open: u64,
    /// Of those, past their moment.
    pub overdue: u64,
    pub fulfilled: u64,
    /// Of those, after their moment.
    pub late: u64,
    pub excused: u64,
}
