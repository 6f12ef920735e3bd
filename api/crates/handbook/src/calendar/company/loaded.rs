use super::day_entity::{Layer, Model, Stored};
use super::dto::{DaySource, IntervalDto, intervals};
use super::{pattern_entity, store};
use crate::calendar::{
    Calendar, CalendarError, DayException, ExceptionKind, Interval, WeekPattern,
};
use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use kernel::error::{ApiResult, Fault};
use kernel::lang::Lang;
use sea_orm::ConnectionTrait;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

/// The working calendar as decided so far; derefs to the [`Calendar`] that computes with it.
#[derive(Debug)]
pub struct CompanyCalendar {
    calendar: Calendar,
    /// Dates that depart from the week pattern: who says so, and the English name.
    decided: BTreeMap<NaiveDate, (DaySource, Option<String>)>,
}

impl Deref for CompanyCalendar {
    type Target = Calendar;
    fn deref(&self) -> &Calendar {
        &self.calendar
    }
}

impl CompanyCalendar {
    pub(crate) async fn load(db: &impl ConnectionTrait, zone: Tz) -> ApiResult<Self> {
        let (patterns, days) = (store::patterns(db).await?, store::days(db).await?);
        Self::of(&patterns, &days, zone)
    }

    /// `patterns` by (date, version); `days` by (date, layer, version).
    pub(super) fn of(
        patterns: &[pattern_entity::Model],
        days: &[Model],
        zone: Tz,
    ) -> ApiResult<Self> {
        let patterns: BTreeMap<_, _> =
            patterns.iter().map(|row| (row.effective_from, row)).collect();
        let patterns = patterns.into_values().map(pattern).collect::<ApiResult<_>>()?;
        let (national, company) = (standing(days, Layer::National), standing(days, Layer::Company));
        let years: BTreeSet<i32> = national.keys().map(Datelike::year).collect();
        let mut counting = national;
        counting.extend(company);
        let exceptions =
            counting.values().map(|row| exception(row)).collect::<ApiResult<Vec<_>>>()?;
        let decided = counting.into_iter().map(|(date, row)| (date, said(row))).collect();
        let calendar =
            Calendar::new(patterns, exceptions, zone, years).map_err(|error| damaged(&error))?;
        Ok(Self { calendar, decided })
    }

    /// Who says what a date is.
    pub(super) fn source(&self, date: NaiveDate) -> DaySource {
        self.decided.get(&date).map_or(DaySource::Pattern, |(source, _)| *source)
    }

    /// The name of a date in a language; empty on ordinary days.
    pub(super) fn name(&self, date: NaiveDate, lang: Lang) -> String {
        let english = self.decided.get(&date).and_then(|(_, english)| english.clone());
        let chinese = || self.calendar.day(date).name.to_owned();
        english.filter(|_| lang == Lang::En).unwrap_or_else(chinese)
    }
}

/// The latest decision of a layer for each date, unless it was withdrawn.
fn standing(days: &[Model], layer: Layer) -> BTreeMap<NaiveDate, &Model> {
    let of_layer = days.iter().filter(|row| row.source == layer);
    let mut latest: BTreeMap<_, _> = of_layer.map(|row| (row.date, row)).collect();
    latest.retain(|_, row| row.kind != Stored::Withdrawn);
    latest
}

fn said(row: &Model) -> (DaySource, Option<String>) {
    let source = match row.source {
        Layer::National => DaySource::National,
        Layer::Company => DaySource::Company,
    };
    (source, row.name_en.clone())
}

fn exception(row: &Model) -> ApiResult<DayException> {
    let kind = match row.kind {
        Stored::Holiday => ExceptionKind::Holiday,
        Stored::MakeUp => ExceptionKind::MakeUp,
        Stored::Exception | Stored::Withdrawn => ExceptionKind::Exception,
    };
    let hours = row.hours.as_deref().map(hours).transpose()?;
    Ok(DayException { date: row.date, kind, name: row.name.clone(), hours })
}

fn pattern(row: &pattern_entity::Model) -> ApiResult<WeekPattern> {
    let days: Vec<Vec<IntervalDto>> = serde_json::from_str(&row.days)?;
    let days = days.iter().map(|day| read(day)).collect::<ApiResult<Vec<_>>>()?;
    let days =
        days.try_into().map_err(|_| Fault("a week pattern without seven days".to_owned()))?;
    WeekPattern::new(row.effective_from, days).map_err(|error| damaged(&error).into())
}

fn hours(text: &str) -> ApiResult<Vec<Interval>> {
    read(&serde_json::from_str::<Vec<IntervalDto>>(text)?)
}

fn read(stored: &[IntervalDto]) -> ApiResult<Vec<Interval>> {
    intervals(stored, "")
        .map_err(|_| Fault("stored working hours cannot be read".to_owned()).into())
}

/// What is stored was checked before; if it cannot be computed with, the data were damaged.
fn damaged(error: &CalendarError) -> Fault {
    Fault(format!("working calendar: {error}"))
}
