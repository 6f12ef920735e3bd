//! What comes again by the calendar: each day, week, month, quarter, half-year or year, and by when within
//! it. Pure: the company's [`Calendar`] says which days are worked.
use super::{Calendar, CalendarError};
use chrono::{Datelike, Days, Months, NaiveDate};

/// How often something is due, and by when within its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recurrence {
    /// Each working day, by its close.
    Daily,
    /// By the last working day of each week that has one.
    Weekly,
    /// In the first week of each month (每月第一个星期, A-CIR-01): by its last working day.
    FirstWeekOfMonth,
    /// On this day of each month, or the working day after it.
    MonthlyOn(u32),
    /// Before this day of each month: by the last working day ahead of it.
    MonthlyBefore(u32),
    /// By the last working day of each month, quarter, half-year, year.
    Monthly,
    Quarterly,
    HalfYearly,
    Yearly,
}

/// One time that something comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// `2026-12-01`, `2026-W49`, `2026-12`, `2026-Q4`, `2026-H2`, `2026`: unique within one recurrence.
    pub key: String,
    /// The first day of its period.
    pub opens_on: NaiveDate,
    /// The last day on which it is in time; a working day.
    pub due_on: NaiveDate,
}

/// No more than these are told at once: four years of working days.
const MOST: usize = 1500;

impl Recurrence {
    /// What opened after one day and not after another, the earliest first: what a service that was down
    /// in between has to catch up. A period without a working day has no occasion.
    ///
    /// # Errors
    /// [`CalendarError::TooFar`] where more than four years of days would have to be told.
    pub fn occasions(
        self,
        calendar: &Calendar,
        after: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<Occasion>, CalendarError> {
        let mut found = vec![];
        let Some(mut at) = after.succ_opt().and_then(|day| self.opening(day)) else {
            return Ok(found);
        };
        for _ in 0..MOST {
            if at > until {
                return Ok(found);
            }
            if at > after {
                found.extend(self.of(calendar, at));
            }
            let Some(next) = self.next(at) else { return Ok(found) };
            at = next;
        }
        Err(CalendarError::TooFar(after))
    }

    /// The one whose period a day lies in.
    #[must_use]
    pub fn containing(self, calendar: &Calendar, day: NaiveDate) -> Option<Occasion> {
        self.of(calendar, self.opening(day)?)
    }

    /// The first day of the period that a day lies in.
    fn opening(self, day: NaiveDate) -> Option<NaiveDate> {
        let month = |month: u32| NaiveDate::from_ymd_opt(day.year(), month, 1);
        match self {
            Self::Daily => Some(day),
            Self::Weekly => {
                day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
            }
            Self::FirstWeekOfMonth
            | Self::MonthlyOn(_)
            | Self::MonthlyBefore(_)
            | Self::Monthly => month(day.month()),
            Self::Quarterly => month(day.month0() / 3 * 3 + 1),
            Self::HalfYearly => month(day.month0() / 6 * 6 + 1),
            Self::Yearly => month(1),
        }
    }

    fn next(self, opening: NaiveDate) -> Option<NaiveDate> {
        let months = |count| opening.checked_add_months(Months::new(count));
        match self {
            Self::Daily => opening.succ_opt(),
            Self::Weekly => opening.checked_add_days(Days::new(7)),
            Self::FirstWeekOfMonth
            | Self::MonthlyOn(_)
            | Self::MonthlyBefore(_)
            | Self::Monthly => months(1),
            Self::Quarterly => months(3),
            Self::HalfYearly => months(6),
            Self::Yearly => months(12),
        }
    }

    fn of(self, calendar: &Calendar, opening: NaiveDate) -> Option<Occasion> {
        let last = self.next(opening)?.pred_opt()?;
        let due_on = match self {
            Self::Daily => Some(opening).filter(|day| calendar.is_working_day(*day)),
            Self::FirstWeekOfMonth => {
                calendar.first_week_of_month(opening).ok().map(|week| week.last_working_day)
            }
            Self::MonthlyOn(day) => {
                let on = opening.with_day(day).unwrap_or(last);
                calendar.working_day_from(on).ok()
            }
            Self::MonthlyBefore(day) => {
                let before = opening.with_day(day).unwrap_or(last).pred_opt()?;
                last_worked(calendar, opening, before)
            }
            Self::Weekly | Self::Monthly | Self::Quarterly | Self::HalfYearly | Self::Yearly => {
                last_worked(calendar, opening, last)
            }
        }?;
        Some(Occasion { key: self.key(opening), opens_on: opening, due_on })
    }

    fn key(self, opening: NaiveDate) -> String {
        let year = opening.year();
        match self {
            Self::Daily => opening.to_string(),
            Self::Weekly => {
                let week = opening.iso_week();
                format!("{}-W{:02}", week.year(), week.week())
            }
            Self::FirstWeekOfMonth
            | Self::MonthlyOn(_)
            | Self::MonthlyBefore(_)
            | Self::Monthly => {
                format!("{year}-{:02}", opening.month())
            }
            Self::Quarterly => format!("{year}-Q{}", opening.month0() / 3 + 1),
            Self::HalfYearly => format!("{year}-H{}", opening.month0() / 6 + 1),
            Self::Yearly => year.to_string(),
        }
    }
}

/// The last working day from one day to another.
fn last_worked(calendar: &Calendar, first: NaiveDate, last: NaiveDate) -> Option<NaiveDate> {
    let mut day = last;
    while day >= first {
        if calendar.is_working_day(day) {
            return Some(day);
        }
        day = day.pred_opt()?;
    }
    None
}
