use super::{CalendarError, Interval, WeekPattern, interval::in_order};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use kernel::wall::instant;
use std::collections::{BTreeMap, BTreeSet};

/// Why a date departs from the week pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ExceptionKind {
    /// A public holiday (节假日): nobody works.
    Holiday,
    /// A weekend worked in lieu of a holiday (调休上班).
    MakeUp,
    /// The company's own decision: other hours, or none.
    Exception,
}

/// One date that departs from the week pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayException {
    pub date: NaiveDate,
    pub kind: ExceptionKind,
    pub name: String,
    /// Hours of this date alone. For a make-up day `None` means the pattern's hours; for the
    /// company's own exception `None` means closed.
    pub hours: Option<Vec<Interval>>,
}

/// What a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayKind {
    /// An ordinary day with hours in the week pattern.
    Weekday,
    /// An ordinary day without hours in the week pattern.
    Weekend,
    Holiday,
    MakeUp,
    Exception,
}

/// A date with everything that a calendar page shows of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day<'a> {
    pub date: NaiveDate,
    pub kind: DayKind,
    /// The holiday's or exception's name; empty on ordinary days.
    pub name: &'a str,
    pub hours: &'a [Interval],
    /// False when the year's holidays are not known and only the pattern speaks.
    pub year_known: bool,
}

impl Day<'_> {
    pub const fn is_working(&self) -> bool {
        !self.hours.is_empty()
    }
}

/// The working calendar of one company in one time zone.
#[derive(Debug, Clone)]
pub struct Calendar {
    patterns: Vec<WeekPattern>,
    exceptions: BTreeMap<NaiveDate, DayException>,
    zone: Tz,
    known_years: BTreeSet<i32>,
}

impl Calendar {
    /// `exceptions` in the order in which they were decided: of two for one date the later one
    /// counts, so that an administrator can overrule an imported holiday.
    ///
    /// # Errors
    /// [`CalendarError::NoPattern`], [`CalendarError::PatternsCollide`],
    /// [`CalendarError::HolidayWithHours`], [`CalendarError::IntervalsOverlap`].
    pub fn new(
        mut patterns: Vec<WeekPattern>,
        exceptions: impl IntoIterator<Item = DayException>,
        zone: Tz,
        known_years: impl IntoIterator<Item = i32>,
    ) -> Result<Self, CalendarError> {
        patterns.sort_by_key(WeekPattern::effective_from);
        if patterns.is_empty() {
            return Err(CalendarError::NoPattern);
        }
        let mut pairs = patterns.iter().zip(patterns.iter().skip(1));
        if let Some((_, twin)) = pairs.find(|(a, b)| a.effective_from() == b.effective_from()) {
            return Err(CalendarError::PatternsCollide(twin.effective_from()));
        }
        let exceptions = exceptions
            .into_iter()
            .map(|exception| checked(exception).map(|checked| (checked.date, checked)))
            .collect::<Result<_, _>>()?;
        let known_years = known_years.into_iter().collect();
        Ok(Self { patterns, exceptions, zone, known_years })
    }

    pub const fn zone(&self) -> Tz {
        self.zone
    }

    /// Whether the public holidays of the year have been entered.
    pub fn year_is_known(&self, year: i32) -> bool {
        self.known_years.contains(&year)
    }

    /// Everything about a date.
    pub fn day(&self, date: NaiveDate) -> Day<'_> {
        let year_known = self.year_is_known(date.year());
        let (kind, name, hours) = match self.exceptions.get(&date) {
            Some(exception) => self.exceptional(exception),
            None => self.ordinary(date),
        };
        Day { date, kind, name, hours, year_known }
    }

    /// The working hours of a date, in order, without overlap; empty when nobody works.
    pub fn intervals(&self, date: NaiveDate) -> &[Interval] {
        self.day(date).hours
    }

    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        !self.intervals(date).is_empty()
    }

    /// The date on the company's wall at an instant.
    pub fn local_date(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// Whether work is going on at an instant.
    pub fn is_working_time(&self, at: DateTime<Utc>) -> bool {
        self.spans(self.local_date(at)).any(|(start, end)| start <= at && at < end)
    }

    /// The stretches of working time of a date as instants.
    pub(super) fn spans(
        &self,
        date: NaiveDate,
    ) -> impl Iterator<Item = (DateTime<Utc>, DateTime<Utc>)> {
        self.intervals(date).iter().filter_map(move |interval| {
            let (start, end) = interval.on(date)?;
            Some((instant(start, self.zone)?, instant(end, self.zone)?))
        })
    }

    fn ordinary(&self, date: NaiveDate) -> (DayKind, &str, &[Interval]) {
        let hours = self.pattern(date).map_or(&[][..], |pattern| pattern.hours_of(date));
        let kind = if hours.is_empty() { DayKind::Weekend } else { DayKind::Weekday };
        (kind, "", hours)
    }

    fn exceptional<'a>(
        &'a self,
        exception: &'a DayException,
    ) -> (DayKind, &'a str, &'a [Interval]) {
        let own = exception.hours.as_deref();
        let (kind, hours) = match exception.kind {
            ExceptionKind::Holiday => (DayKind::Holiday, &[][..]),
            ExceptionKind::Exception => (DayKind::Exception, own.unwrap_or_default()),
            ExceptionKind::MakeUp => {
                let usual =
                    || self.pattern(exception.date).map(|p| p.make_up_hours(exception.date));
                (DayKind::MakeUp, own.or_else(usual).unwrap_or_default())
            }
        };
        (kind, &exception.name, hours)
    }

    /// The latest pattern in effect; before the first one, the first one.
    fn pattern(&self, date: NaiveDate) -> Option<&WeekPattern> {
        let later = self.patterns.partition_point(|pattern| pattern.effective_from() <= date);
        self.patterns.get(later.saturating_sub(1))
    }
}

fn checked(exception: DayException) -> Result<DayException, CalendarError> {
    let hours = exception.hours.map(in_order).transpose()?;
    if exception.kind == ExceptionKind::Holiday && hours.as_ref().is_some_and(|own| !own.is_empty())
    {
        return Err(CalendarError::HolidayWithHours(exception.date));
    }
    Ok(DayException { hours, ..exception })
}
