//! Requests and answers about reports.
use super::figures::Classification;
use super::period::{Period, PeriodKind};
use crate::ReportId;
use crate::checks;
use crate::names::Ref;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::access::Reach;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Answer;
use kernel::ids::PersonId;
use kernel::sheet::FileFormat;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// Which period.
#[derive(Clone, Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PeriodParam {
    /// `2026-11`, `2026-Q4` or `2026`; not in the future.
    #[param(
        min_length = 4,
        max_length = 7,
        pattern = r"^(19|[2-9][0-9])[0-9]{2}(-(0[1-9]|1[0-2]|Q[1-4]))?$",
        example = "2026-Q4"
    )]
    #[validate(length(min = 4, max = 7))]
    pub period: String,
}

impl PeriodParam {
    pub fn read(&self, today: NaiveDate) -> ApiResult<Period> {
        let wrong = || ApiError::parameter("period");
        begun(&self.period, today).ok_or_else(wrong)
    }
}

/// A period that has begun.
fn begun(text: &str, today: NaiveDate) -> Option<Period> {
    Period::parse(text).filter(|period| period.from <= today)
}

/// Keep a report.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KeepReport {
    /// `2026-11`, `2026-Q4` or `2026`; not in the future.
    #[validate(length(min = 4, max = 7))]
    #[schema(
        min_length = 4,
        max_length = 7,
        pattern = r"^(19|[2-9][0-9])[0-9]{2}(-(0[1-9]|1[0-2]|Q[1-4]))?$",
        example = "2026-Q4"
    )]
    pub period: String,
    #[serde(default)]
    #[validate(length(max = 500), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 500, example = "季度例会用")]
    pub note: Option<String>,
}

impl KeepReport {
    pub fn read(&self, today: NaiveDate) -> ApiResult<Period> {
        begun(&self.period, today).ok_or_else(|| ApiError::field("/period", field::FORMAT))
    }
}

/// Which kept reports.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ReportFilter {
    /// Of this period alone.
    #[param(max_length = 7, example = "2026-Q4")]
    #[validate(length(max = 7), custom(function = "checks::blank_line"))]
    pub period: Option<String>,
    /// Of this length.
    #[serde(default)]
    pub period_kind: Vec<PeriodKind>,
    /// Kept by this person.
    pub made_by: Option<PersonId>,
}

/// A kept report, in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReportRow {
    pub id: ReportId,
    #[schema(example = "2026-Q4")]
    pub period: String,
    #[schema(value_type = PeriodKind)]
    pub period_kind: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub note: Option<String>,
    pub made_at: DateTime<Utc>,
    pub made_by: Ref,
    /// SHA-256 over the kept figures, in hex: they are never overwritten (A-CLI-13).
    pub sha256: String,
}

/// A kept report with its figures.
#[derive(Debug, Serialize, ToSchema)]
pub struct Report {
    #[serde(flatten)]
    pub row: ReportRow,
    /// Which files its maker could see: those the figures are about.
    pub scope: Reach,
    /// Files above this level are not in it.
    pub clearance: i16,
    /// As they were then; the filters open the files as they are now.
    #[schema(value_type = Classification)]
    pub classification: Value,
}

impl Answer for Report {
    /// It has but one.
    fn version(&self) -> Option<i64> {
        Some(1)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/client-reports/{}", self.row.id))
    }
}

/// In which form.
#[derive(Clone, Copy, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ReportFormat {
    /// `xlsx` where none is named.
    #[param(inline)]
    pub format: Option<FileFormat>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_reported_before_it_has_begun() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        for period in ["2026-11", "2026-Q4", "2026", "2025-01"] {
            let input = KeepReport { period: period.to_owned(), note: None };
            assert!(input.read(today).is_ok(), "{period}");
        }
        for period in ["2026-12", "2027-Q1", "2027", "November"] {
            let param = PeriodParam { period: period.to_owned() };
            assert!(param.read(today).is_err(), "{period}");
        }
    }
}
