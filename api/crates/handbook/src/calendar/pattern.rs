use super::{CalendarError, Interval, interval::in_order};
use chrono::{Datelike, NaiveDate, Weekday};

/// The working hours of each weekday, Monday first, from a date on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekPattern {
    effective_from: NaiveDate,
    days: [Vec<Interval>; 7],
}

impl WeekPattern {
    /// # Errors
    /// [`CalendarError::IntervalsOverlap`] when two intervals of one weekday overlap. A pattern
    /// without any hours is allowed (a company may close down); deadlines then end in
    /// [`CalendarError::NoWorkingTime`].
    pub fn new(effective_from: NaiveDate, days: [Vec<Interval>; 7]) -> Result<Self, CalendarError> {
        let [mon, tue, wed, thu, fri, sat, sun] = days.map(in_order);
        Ok(Self { effective_from, days: [mon?, tue?, wed?, thu?, fri?, sat?, sun?] })
    }

    /// The same hours from Monday to Friday, none at the weekend.
    ///
    /// # Errors
    /// As [`WeekPattern::new`].
    pub fn five_days(effective_from: NaiveDate, hours: &[Interval]) -> Result<Self, CalendarError> {
        let work = || hours.to_vec();
        Self::new(effective_from, [work(), work(), work(), work(), work(), vec![], vec![]])
    }

    pub const fn effective_from(&self) -> NaiveDate {
        self.effective_from
    }

    pub const fn days(&self) -> &[Vec<Interval>; 7] {
        &self.days
    }

    pub(super) fn hours_of(&self, date: NaiveDate) -> &[Interval] {
        let [mon, tue, wed, thu, fri, sat, sun] = &self.days;
        match date.weekday() {
            Weekday::Mon => mon,
            Weekday::Tue => tue,
            Weekday::Wed => wed,
            Weekday::Thu => thu,
            Weekday::Fri => fri,
            Weekday::Sat => sat,
            Weekday::Sun => sun,
        }
    }

    /// What is worked on a make-up day that names no hours itself.
    pub(super) fn make_up_hours(&self, date: NaiveDate) -> &[Interval] {
        let own = self.hours_of(date);
        if !own.is_empty() {
            return own;
        }
        self.days.iter().find(|hours| !hours.is_empty()).map_or(&[], Vec::as_slice)
    }
}
