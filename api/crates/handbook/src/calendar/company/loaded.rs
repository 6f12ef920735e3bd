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

#[cfg(test)]
mod tests {
    use super::super::day_entity::CalendarDayId;
    use super::super::pattern_entity::WeekPatternId;
    use super::*;
    use chrono::DateTime;
    use kernel::ids::PersonId;
    use uuid::Uuid;

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, day).unwrap()
    }

    fn row(source: Layer, on: NaiveDate, version: i64, kind: Stored) -> Model {
        Model {
            id: CalendarDayId(Uuid::nil()),
            date: on,
            source,
            version,
            kind,
            name: "国庆节".to_owned(),
            name_en: Some("National Day".to_owned()).filter(|_| source == Layer::National),
            hours: None,
            reason: "国务院办公厅通知".to_owned(),
            set_by: PersonId(Uuid::nil()),
            set_by_name: "林晓梅".to_owned(),
            set_at: DateTime::from_timestamp(0, 0).unwrap(),
        }
    }

    fn patterns() -> Vec<pattern_entity::Model> {
        let pattern = |version, hours: &str| pattern_entity::Model {
            id: WeekPatternId(Uuid::nil()),
            effective_from: date(1),
            version,
            days: format!("[{hours},{hours},{hours},{hours},{hours},[],[]]"),
            reason: "作息".to_owned(),
            set_by: PersonId(Uuid::nil()),
            set_by_name: "林晓梅".to_owned(),
            set_at: DateTime::from_timestamp(0, 0).unwrap(),
        };
        let afternoon = r#"[{"start":"13:00","end":"17:00"}]"#;
        vec![pattern(1, "[]"), pattern(2, afternoon)]
    }

    fn calendar(days: &[Model]) -> CompanyCalendar {
        CompanyCalendar::of(&patterns(), days, chrono_tz::Asia::Shanghai).unwrap()
    }

    #[test]
    fn the_latest_pattern_for_a_date_counts() {
        assert_eq!(calendar(&[]).intervals(date(9)).len(), 1);
        assert!(calendar(&[]).intervals(date(11)).is_empty());
    }

    #[test]
    fn the_company_overrules_the_announcement_until_it_withdraws() {
        let national = row(Layer::National, date(8), 1, Stored::Holiday);
        let company = row(Layer::Company, date(8), 1, Stored::MakeUp);
        let withdrawn = row(Layer::Company, date(8), 2, Stored::Withdrawn);
        let decided = calendar(&[company.clone(), national.clone()]);
        assert!(decided.is_working_day(date(8)));
        assert_eq!(decided.source(date(8)), DaySource::Company);
        let taken_back = calendar(&[company, withdrawn, national]);
        assert!(!taken_back.is_working_day(date(8)));
        assert_eq!(taken_back.source(date(8)), DaySource::National);
        assert_eq!(taken_back.source(date(9)), DaySource::Pattern);
    }

    #[test]
    fn only_announced_days_make_a_year_known() {
        assert!(!calendar(&[row(Layer::Company, date(8), 1, Stored::MakeUp)]).year_is_known(2026));
        assert!(calendar(&[row(Layer::National, date(8), 1, Stored::Holiday)]).year_is_known(2026));
    }

    #[test]
    fn names_follow_the_language_where_there_is_one() {
        let calendar = calendar(&[row(Layer::National, date(8), 1, Stored::Holiday)]);
        assert_eq!(calendar.name(date(8), Lang::ZhCn), "国庆节");
        assert_eq!(calendar.name(date(8), Lang::En), "National Day");
        assert_eq!(calendar.name(date(9), Lang::En), "");
    }

    #[test]
    fn without_any_pattern_there_is_no_calendar() {
        let missing = CompanyCalendar::of(&[], &[], chrono_tz::Asia::Shanghai);
        assert_eq!(missing.unwrap_err().code().name, "INTERNAL");
    }
}
