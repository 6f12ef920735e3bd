use super::dto::IntervalDto;
use crate::plain;
use chrono::NaiveDate;
use kernel::http::reply::Answer;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// The announced holidays and make-up days of one year, as rows or as CSV.
#[derive(Debug, Clone, Default, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarYearInput {
    #[validate(range(min = 2000, max = 2100))]
    #[schema(minimum = 2000, maximum = 2100, example = 2027)]
    pub year: i32,
    /// Every holiday and make-up day of the year; this or `csv`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[validate(nested, length(max = 366))]
    #[schema(max_items = 366)]
    pub days: Vec<CalendarYearDay>,
    /// The same as text: a header `date,kind,name[,name_en][,hours]`, then one day a line; `hours`
    /// as `08:30-11:30 13:00-17:00`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 60_000))]
    #[schema(max_length = 60_000, example = "date,kind,name\n2027-01-01,HOLIDAY,元旦\n")]
    pub csv: Option<String>,
    #[validate(length(min = 1, max = 500), custom(function = "plain::several_lines"))]
    #[schema(min_length = 1, max_length = 500, example = "国务院办公厅通知")]
    pub reason: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum CalendarYearDayKind {
    #[default]
    Holiday,
    MakeUp,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarYearDay {
    /// Within the year.
    #[schema(example = "2027-01-01")]
    pub date: NaiveDate,
    pub kind: CalendarYearDayKind,
    #[validate(length(min = 1, max = 60), custom(function = "plain::one_line"))]
    #[schema(min_length = 1, max_length = 60, example = "元旦")]
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 60), custom(function = "plain::one_line"))]
    #[schema(min_length = 1, max_length = 60, example = "New Year's Day")]
    pub name_en: Option<String>,
    /// Hours of a make-up day; without them the week pattern's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 6))]
    #[schema(min_items = 1, max_items = 6)]
    pub intervals: Option<Vec<IntervalDto>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DayChange {
    Added,
    Changed,
    /// It was announced before and is no longer.
    Withdrawn,
    Unchanged,
}

/// What an import did, or with `dry_run` would do.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarYearImport {
    pub year: i32,
    pub added: usize,
    pub changed: usize,
    pub withdrawn: usize,
    pub unchanged: usize,
    pub days: Vec<CalendarYearChange>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CalendarYearChange {
    pub date: NaiveDate,
    pub kind: CalendarYearDayKind,
    pub name: String,
    pub change: DayChange,
}

impl Answer for CalendarYearImport {}

impl CalendarYearImport {
    pub fn of(year: i32, days: Vec<CalendarYearChange>) -> Self {
        let count = |change| days.iter().filter(|day| day.change == change).count();
        Self {
            year,
            added: count(DayChange::Added),
            changed: count(DayChange::Changed),
            withdrawn: count(DayChange::Withdrawn),
            unchanged: count(DayChange::Unchanged),
            days,
        }
    }
}
