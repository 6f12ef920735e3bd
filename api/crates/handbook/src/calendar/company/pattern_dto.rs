use super::dto::IntervalDto;
use super::pattern_entity::{Model, WeekPatternId};
use crate::parameters::ValueState;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::error::ApiResult;
use kernel::http::reply::Answer;
use kernel::http::shown::Ref;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// The working hours of the weekdays: what holds today and everything ever decided, latest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct WeekPatterns {
    /// Seven days, Monday first; no interval: nobody works.
    pub current: Vec<Vec<IntervalDto>>,
    pub patterns: Vec<WeekPatternRow>,
    /// How often a pattern was decided.
    pub version: i64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WeekPattern)]
pub struct WeekPatternRow {
    pub id: WeekPatternId,
    pub effective_from: NaiveDate,
    pub state: ValueState,
    /// Seven days, Monday first.
    pub days: Vec<Vec<IntervalDto>>,
    pub reason: String,
    pub set_by: Ref,
    pub set_at: DateTime<Utc>,
}

/// New working hours from a date on.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WeekPatternInput {
    /// Today or later.
    #[schema(example = "2027-01-01")]
    pub effective_from: NaiveDate,
    /// Seven days, Monday first, up to six intervals each.
    #[schema(min_items = 7, max_items = 7)]
    pub days: Vec<Vec<IntervalDto>>,
    #[validate(length(min = 1, max = 500), custom(function = "crate::plain::several_lines"))]
    #[schema(min_length = 1, max_length = 500, example = "冬季作息调整")]
    pub reason: String,
}

impl Answer for WeekPatterns {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some("/calendar/week-pattern".to_owned())
    }
}

impl WeekPatterns {
    /// `rows` by (date of effect, version).
    pub fn of(rows: Vec<Model>, today: NaiveDate) -> ApiResult<Self> {
        let dates: Vec<_> = rows.iter().map(|row| row.effective_from).collect();
        let version = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        let mut states = crate::parameters::states(&dates, today);
        // The earliest pattern reaches back to all dates before it.
        if !states.contains(&ValueState::InEffect)
            && let Some(first) = states.iter_mut().find(|state| **state == ValueState::Planned)
        {
            *first = ValueState::InEffect;
        }
        let shown = rows.into_iter().zip(states).rev();
        let patterns: Vec<_> =
            shown.map(|(row, state)| WeekPatternRow::of(row, state)).collect::<ApiResult<_>>()?;
        let current = patterns.iter().find(|pattern| pattern.state == ValueState::InEffect);
        let current = current.map(|pattern| pattern.days.clone()).unwrap_or_default();
        Ok(Self { current, patterns, version })
    }
}

impl WeekPatternRow {
    fn of(row: Model, state: ValueState) -> ApiResult<Self> {
        Ok(Self {
            id: row.id,
            effective_from: row.effective_from,
            state,
            days: serde_json::from_str(&row.days)?,
            reason: row.reason,
            set_by: Ref::new(row.set_by.0, row.set_by_name),
            set_at: row.set_at,
        })
    }
}
