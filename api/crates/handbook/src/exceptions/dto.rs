//! Requests and answers about exceptions.
use super::kinds::{ExceptionKind, ExceptionState};
use crate::{ExceptionId, ObligationId};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::checks;
use kernel::clauses::Clause;
use kernel::http::reply::Answer;
use kernel::http::shown::{AllowedAction, Ref};
use kernel::ids::{DepartmentId, PersonId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// Ask to be let off until a day.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestException {
    #[validate(length(min = 1, max = 1000), custom(function = "checks::lines"))]
    #[schema(
        min_length = 1,
        max_length = 1000,
        example = "客户停产检修至下月中旬，无法核对现场资料"
    )]
    pub reason: String,
    /// Its last day: after today, within a year.
    #[schema(example = "2026-12-31")]
    pub until: NaiveDate,
}

/// Grant it.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ApproveException)]
pub struct DecideException {
    #[serde(default)]
    #[validate(length(max = 1000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 1000, example = "情况属实，复产后一周内补核")]
    pub note: Option<String>,
}

/// Refuse it.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefuseException {
    #[validate(length(min = 1, max = 1000), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 1000, example = "可先以电话核对，不予豁免")]
    pub note: String,
}

/// Which exceptions.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ExceptionFilter {
    /// Of one of these kinds.
    #[serde(default)]
    pub kind: Vec<ExceptionKind>,
    /// In one of these states.
    #[serde(default)]
    pub state: Vec<ExceptionState>,
    /// From obligations of this kind.
    #[validate(length(max = 60))]
    #[param(max_length = 60, example = "client.verification")]
    pub about: Option<String>,
    /// From this rule.
    #[validate(length(max = 20))]
    #[param(max_length = 20, example = "A-CLI-10")]
    pub clause: Option<String>,
    /// About this record.
    pub subject_id: Option<Uuid>,
    /// Asked for by this person.
    pub requested_by: Option<PersonId>,
    /// About a record of this department.
    pub department_id: Option<DepartmentId>,
    /// Asked for on this day of the company or later.
    pub from: Option<NaiveDate>,
    /// Asked for on this day or earlier.
    pub to: Option<NaiveDate>,
    /// Approved, and not over on this day.
    pub in_force_on: Option<NaiveDate>,
}

/// An exception in a line.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ExceptionRow {
    pub id: ExceptionId,
    pub kind: ExceptionKind,
    /// What people call what was departed from.
    #[schema(example = "客户档案季度核定")]
    pub name: String,
    pub clauses: Vec<Clause>,
    #[schema(example = "client")]
    pub subject_kind: String,
    pub subject: Ref,
    pub obligation_id: Option<ObligationId>,
    /// Kind of the obligation.
    pub about: Option<String>,
    /// Whose business it is; none where it is that of all who may do it.
    pub person: Option<Ref>,
    pub reason: String,
    pub state: ExceptionState,
    pub requested_by: Ref,
    pub requested_at: DateTime<Utc>,
    /// Who granted or refused it.
    pub decided_by: Option<Ref>,
    pub decided_at: Option<DateTime<Utc>>,
    pub decision_note: Option<String>,
    /// Its last day; none: it was for one act.
    pub expires_on: Option<NaiveDate>,
    /// Approved, and its last day has passed.
    pub expired: bool,
    pub version: i64,
}

/// One exception.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ExceptionDetail {
    #[serde(flatten)]
    pub row: ExceptionRow,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for ExceptionDetail {
    fn version(&self) -> Option<i64> {
        Some(self.row.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/exceptions/{}", self.row.id))
    }
}

/// How many months back.
#[derive(Clone, Copy, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TrendQuery {
    /// Months up to the present one, 1 to 24.
    #[validate(range(min = 1, max = 24))]
    #[param(minimum = 1, maximum = 24, default = 12)]
    pub months: Option<u32>,
}

/// Exceptions of one kind in one month.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ExceptionTrendLine {
    #[schema(example = "2026-11")]
    pub month: String,
    pub kind: ExceptionKind,
    pub requested: u64,
    pub approved: u64,
    pub refused: u64,
    /// Query of `GET /exceptions` that shows them.
    #[schema(example = "kind=OBLIGATION&from=2026-11-01&to=2026-11-30")]
    pub filter: String,
}
