//! Deadlines in working minutes and working days. Each walks day by day and stops after two
//! years without work or fifty years in all, so no calendar can keep it running.

use super::{Calendar, CalendarError};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

/// A company that has not worked for two years has no calendar.
const MAX_IDLE_DAYS: u32 = 2 * 366;
/// Five times the longest term the handbook knows.
const MAX_DAYS: u32 = 50 * 366;

impl Calendar {
    /// The instant at which `minutes` of working time have passed since `at`. Zero minutes is
    /// `at` itself; time that runs out exactly at closing time ends then, not next morning.
    ///
    /// # Errors
    /// [`CalendarError::NoWorkingTime`], [`CalendarError::TooFar`].
    pub fn add_working_minutes(
        &self,
        at: DateTime<Utc>,
        minutes: u32,
    ) -> Result<DateTime<Utc>, CalendarError> {
        let mut left = TimeDelta::minutes(i64::from(minutes));
        if left.is_zero() {
            return Ok(at);
        }
        let mut walk = Walk::from(self.local_date(at));
        while let Some(date) = walk.step()? {
            for (start, end) in self.spans(date) {
                let open = end.signed_duration_since(start.max(at));
                if open <= TimeDelta::zero() {
                    continue;
                }
                walk.worked();
                if left <= open {
                    return Ok(start.max(at) + left);
                }
                left -= open;
            }
        }
        Err(CalendarError::TooFar(walk.origin))
    }

    /// Whole working minutes from `a` to `b`, negative when `b` is the earlier one.
    ///
    /// # Errors
    /// [`CalendarError::TooFar`] when they lie more than fifty years apart.
    pub fn working_minutes_between(
        &self,
        a: DateTime<Utc>,
        b: DateTime<Utc>,
    ) -> Result<i64, CalendarError> {
        if b < a {
            return Ok(-self.working_minutes_between(b, a)?);
        }
        let last = self.local_date(b);
        let mut sum = TimeDelta::zero();
        let mut date = Some(self.local_date(a));
        for _ in 0..=MAX_DAYS {
            let Some(today) = date.filter(|today| *today <= last) else {
                return Ok(sum.num_minutes());
            };
            for (start, end) in self.spans(today) {
                sum += end.min(b).signed_duration_since(start.max(a)).max(TimeDelta::zero());
            }
            date = today.succ_opt();
        }
        Err(CalendarError::TooFar(self.local_date(a)))
    }

    /// The `days`-th working day after `date`; the day itself never counts (the day on which a
    /// thing happens is not part of its term), zero gives `date` back.
    ///
    /// # Errors
    /// [`CalendarError::NoWorkingTime`], [`CalendarError::TooFar`].
    pub fn add_working_days(&self, date: NaiveDate, days: u32) -> Result<NaiveDate, CalendarError> {
        let mut left = days;
        if left == 0 {
            return Ok(date);
        }
        let mut walk = Walk::from(next(date)?);
        while let Some(today) = walk.step()? {
            if self.is_working_day(today) {
                walk.worked();
                left -= 1;
                if left == 0 {
                    return Ok(today);
                }
            }
        }
        Err(CalendarError::TooFar(date))
    }

    /// Working days after `a` up to and including `b`, negative when `b` is the earlier one.
    ///
    /// # Errors
    /// [`CalendarError::TooFar`] when they lie more than fifty years apart.
    pub fn working_days_between(&self, a: NaiveDate, b: NaiveDate) -> Result<i64, CalendarError> {
        if b < a {
            return Ok(-self.working_days_between(b, a)?);
        }
        if b.signed_duration_since(a).num_days() > i64::from(MAX_DAYS) {
            return Err(CalendarError::TooFar(a));
        }
        let days = a.iter_days().skip(1).take_while(|day| *day <= b);
        let worked = days.filter(|day| self.is_working_day(*day)).count();
        i64::try_from(worked).map_err(|_| CalendarError::TooFar(a))
    }

    /// `date` when it is worked, otherwise the next day that is.
    ///
    /// # Errors
    /// [`CalendarError::NoWorkingTime`].
    pub fn working_day_from(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        if self.is_working_day(date) { Ok(date) } else { self.add_working_days(date, 1) }
    }

    /// When the last working day before `date` opens: the moment to speak of what is due on it.
    ///
    /// # Errors
    /// [`CalendarError::NoWorkingTime`] when none of the sixty days before is worked.
    pub fn opening_before(&self, date: NaiveDate) -> Result<DateTime<Utc>, CalendarError> {
        let mut day = date;
        for _ in 0..60 {
            day = day.pred_opt().ok_or(CalendarError::NoWorkingTime(date))?;
            if let Some((start, _)) = self.spans(day).next() {
                return Ok(start);
            }
        }
        Err(CalendarError::NoWorkingTime(date))
    }

    /// When the working day that contains or follows `date` closes: the instant at which a term
    /// in working days runs out.
    ///
    /// # Errors
    /// [`CalendarError::NoWorkingTime`].
    pub fn close_of(&self, date: NaiveDate) -> Result<DateTime<Utc>, CalendarError> {
        let day = self.working_day_from(date)?;
        self.spans(day).last().map(|(_, end)| end).ok_or(CalendarError::NoWorkingTime(date))
    }
}

/// A bounded walk over dates.
struct Walk {
    origin: NaiveDate,
    next: Option<NaiveDate>,
    steps: u32,
    idle: u32,
}

impl Walk {
    const fn from(origin: NaiveDate) -> Self {
        Self { origin, next: Some(origin), steps: 0, idle: 0 }
    }

    /// The next date; `None` after fifty years or at the end of the representable dates.
    fn step(&mut self) -> Result<Option<NaiveDate>, CalendarError> {
        if self.idle > MAX_IDLE_DAYS {
            return Err(CalendarError::NoWorkingTime(self.origin));
        }
        if self.steps > MAX_DAYS {
            return Ok(None);
        }
        self.steps += 1;
        self.idle += 1;
        let today = self.next;
        self.next = today.and_then(|date| date.checked_add_days(Days::new(1)));
        Ok(today)
    }

    const fn worked(&mut self) {
        self.idle = 0;
    }
}

fn next(date: NaiveDate) -> Result<NaiveDate, CalendarError> {
    date.succ_opt().ok_or(CalendarError::TooFar(date))
}
