use super::day_entity::{self, Stored};
use super::loaded::CompanyCalendar;
use super::rules;
use crate::calendar::{DayKind, Interval};
use crate::{HOURS_OVERLAP, ManageCalendar, plain};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::access::Actor;
use kernel::code::field;
use kernel::error::ApiResult;
use kernel::http::problem::FieldProblem;
use kernel::http::reply::Answer;
use kernel::http::shown::{AllowedAction, Ref, guarded};
use kernel::lang::Lang;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// A stretch of working time, wall clock of the company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = WorkingInterval)]
pub struct IntervalDto {
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", example = "08:30")]
    pub start: String,
    /// After the start; `24:00` at the latest. A night shift is two intervals, one on each date.
    #[schema(pattern = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", example = "11:30")]
    pub end: String,
}

/// Who says what a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DaySource {
    /// The week pattern: an ordinary day.
    Pattern,
    /// The announced public holidays and make-up days.
    National,
    /// The company's own decision.
    Company,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[schema(as = CalendarDayKind)]
pub enum DayKindDto {
    Weekday,
    Weekend,
    Holiday,
    MakeUp,
    Exception,
}

#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CalendarRange {
    /// First day.
    #[param(example = "2026-10-01")]
    pub from: NaiveDate,
    /// Included; at most 731 days after `from`.
    #[param(example = "2026-10-31")]
    pub to: NaiveDate,
}

/// A stretch of the working calendar.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarRangeAnswer {
    pub days: Vec<CalendarDay>,
    #[schema(example = "Asia/Shanghai")]
    pub time_zone: String,
    /// Years in the range whose public holidays nobody has entered; only the week pattern speaks.
    #[schema(example = json!([2027]))]
    pub unknown_years: Vec<i32>,
}

/// One date.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarDay {
    pub date: NaiveDate,
    pub working: bool,
    pub kind: DayKindDto,
    /// Empty on ordinary days.
    #[schema(example = "国庆节")]
    pub name: String,
    pub intervals: Vec<IntervalDto>,
    pub source: DaySource,
    /// False: the public holidays of the year are not known.
    pub year_known: bool,
}

/// One date with everything that was ever decided about it, latest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarDayDetail {
    #[serde(flatten)]
    pub day: CalendarDay,
    pub decisions: Vec<DayDecision>,
    /// How often something was decided about the date.
    pub version: i64,
    /// `withdraw`.
    pub allowed_actions: Vec<AllowedAction>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DayDecisionKind {
    Holiday,
    MakeUp,
    Exception,
    /// What had been decided no longer counts.
    Withdrawn,
}

/// What somebody decided about a date.
#[derive(Debug, Serialize, ToSchema)]
pub struct DayDecision {
    pub source: DaySource,
    pub kind: DayDecisionKind,
    pub name: String,
    /// Null: the hours of the week pattern, or none.
    pub intervals: Option<Vec<IntervalDto>>,
    pub reason: String,
    pub set_by: Ref,
    pub set_at: DateTime<Utc>,
}

/// The company's own decision about a date.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarDayInput {
    /// Today or later.
    #[schema(example = "2026-12-31")]
    pub date: NaiveDate,
    #[schema(example = false)]
    pub working: bool,
    #[validate(length(min = 1, max = 60), custom(function = "plain::one_line"))]
    #[schema(min_length = 1, max_length = 60, example = "年终盘点休整")]
    pub name: String,
    /// Hours of this date alone, on a working day; without them the week pattern's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 6))]
    #[schema(min_items = 1, max_items = 6)]
    pub intervals: Option<Vec<IntervalDto>>,
    #[validate(length(min = 1, max = 500), custom(function = "plain::several_lines"))]
    #[schema(min_length = 1, max_length = 500, example = "经总经理办公会决定")]
    pub reason: String,
}

/// Why something is taken back.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawDay {
    #[validate(length(min = 1, max = 500), custom(function = "plain::several_lines"))]
    #[schema(min_length = 1, max_length = 500, example = "盘点改期")]
    pub reason: String,
}

impl Answer for CalendarRangeAnswer {}

impl Answer for CalendarDayDetail {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/calendar/days/{}", self.day.date))
    }
}

impl From<Interval> for IntervalDto {
    fn from(interval: Interval) -> Self {
        let (start, end) = interval.labels();
        Self { start, end }
    }
}

impl CalendarDay {
    pub fn of(calendar: &CompanyCalendar, date: NaiveDate, lang: Lang) -> Self {
        let day = calendar.day(date);
        let kind = match day.kind {
            DayKind::Weekday => DayKindDto::Weekday,
            DayKind::Weekend => DayKindDto::Weekend,
            DayKind::Holiday => DayKindDto::Holiday,
            DayKind::MakeUp => DayKindDto::MakeUp,
            DayKind::Exception => DayKindDto::Exception,
        };
        Self {
            date,
            working: day.is_working(),
            kind,
            name: calendar.name(date, lang),
            intervals: day.hours.iter().copied().map(IntervalDto::from).collect(),
            source: calendar.source(date),
            year_known: day.year_known,
        }
    }
}

impl CalendarDayDetail {
    /// `rows`: every decision about the date.
    pub fn of(
        calendar: &CompanyCalendar,
        date: NaiveDate,
        mut rows: Vec<day_entity::Model>,
        (actor, today): (&Actor, NaiveDate),
    ) -> ApiResult<Self> {
        let withdraw = rules::withdraw(&rows, date, today);
        let allowed_actions = vec![guarded::<ManageCalendar, _>(actor, "withdraw", withdraw)];
        rows.sort_by_key(|row| std::cmp::Reverse((row.set_at, row.version)));
        let version = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        let decisions = rows.into_iter().map(DayDecision::of).collect::<ApiResult<_>>()?;
        let day = CalendarDay::of(calendar, date, actor.request.lang);
        Ok(Self { day, decisions, version, allowed_actions })
    }
}

impl DayDecision {
    fn of(row: day_entity::Model) -> ApiResult<Self> {
        let kind = match row.kind {
            Stored::Holiday => DayDecisionKind::Holiday,
            Stored::MakeUp => DayDecisionKind::MakeUp,
            Stored::Exception => DayDecisionKind::Exception,
            Stored::Withdrawn => DayDecisionKind::Withdrawn,
        };
        let source = match row.source {
            day_entity::Layer::National => DaySource::National,
            day_entity::Layer::Company => DaySource::Company,
        };
        let intervals = row.hours.as_deref().map(serde_json::from_str).transpose()?;
        let set_by = Ref::new(row.set_by.0, row.set_by_name);
        let (name, reason, set_at) = (row.name, row.reason, row.set_at);
        Ok(Self { source, kind, name, intervals, reason, set_by, set_at })
    }
}

/// Read intervals; `at` points at the list they stand in.
pub fn intervals(list: &[IntervalDto], at: &str) -> Result<Vec<Interval>, Vec<FieldProblem>> {
    let (mut read, mut wrong) = (vec![], vec![]);
    for (place, interval) in list.iter().enumerate() {
        match Interval::parse(&interval.start, &interval.end) {
            Some(interval) => read.push(interval),
            None => wrong.push(FieldProblem::new(&format!("{at}/{place}"), field::FORMAT)),
        }
    }
    read.sort_unstable();
    if read.iter().zip(read.iter().skip(1)).any(|(a, b)| b.start() < a.end()) {
        wrong.push(FieldProblem::new(at, HOURS_OVERLAP));
    }
    if wrong.is_empty() { Ok(read) } else { Err(wrong) }
}
