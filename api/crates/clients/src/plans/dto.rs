//! Requests and answers about plans.
use super::kinds::PlanState;
use crate::PlanId;
use crate::checks;
use crate::names::Ref;
use crate::reports::{Period, PeriodKind};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Answer;
use kernel::http::shown::AllowedAction;
use kernel::ids::{DepartmentId, PersonId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// What is to be reached in the period: by an owner, by a department, or by all together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CollectionTarget)]
pub struct Target {
    #[serde(default)]
    pub department_id: Option<DepartmentId>,
    #[serde(default)]
    pub owner_id: Option<PersonId>,
    /// Files begun.
    #[validate(range(min = 0, max = 1_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000, example = 20)]
    pub new_files: i64,
    /// Quarterly verifications done.
    #[validate(range(min = 0, max = 1_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000, example = 60)]
    pub verifications: i64,
    /// Submissions handed in.
    #[validate(range(min = 0, max = 1_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000, example = 40)]
    pub submissions: i64,
    /// Average completeness at the end, in percent.
    #[validate(range(min = 0, max = 100))]
    #[schema(minimum = 0, maximum = 100, example = 90)]
    pub completeness: i64,
}

/// Draw up a plan.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCollectionPlan)]
pub struct NewPlan {
    /// `2026-12`, `2026-Q4` or `2026`.
    #[validate(length(min = 4, max = 7))]
    #[schema(
        min_length = 4,
        max_length = 7,
        pattern = r"^(19|[2-9][0-9])[0-9]{2}(-(0[1-9]|1[0-2]|Q[1-4]))?$",
        example = "2026-Q4"
    )]
    pub period: String,
    #[serde(default)]
    #[validate(length(max = 2000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 2000, example = "重点补齐新签客户的关键人物与需求计划")]
    pub note: Option<String>,
    #[serde(default)]
    #[validate(length(max = 200), nested)]
    #[schema(max_items = 200)]
    pub targets: Vec<Target>,
}

impl NewPlan {
    pub fn read(&self) -> ApiResult<Period> {
        Period::parse(&self.period).ok_or_else(|| ApiError::field("/period", field::FORMAT))
    }
}

/// What a draft says.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CollectionPlanInput)]
pub struct PlanInput {
    #[serde(default)]
    #[validate(length(max = 2000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 2000, example = "重点补齐新签客户的关键人物与需求计划")]
    pub note: Option<String>,
    #[serde(default)]
    #[validate(length(max = 200), nested)]
    #[schema(max_items = 200)]
    pub targets: Vec<Target>,
}

/// Why a plan is taken back.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = WithdrawCollectionPlan)]
pub struct WithdrawPlan {
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "部门调整,另拟计划")]
    pub reason: String,
}

/// Which plans.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PlanFilter {
    /// In one of these states.
    #[serde(default)]
    pub state: Vec<PlanState>,
    /// Of this period alone.
    #[param(max_length = 7, example = "2026-Q4")]
    #[validate(length(max = 7), custom(function = "checks::blank_line"))]
    pub period: Option<String>,
}

/// A line of the list.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = CollectionPlanRow)]
pub struct PlanRow {
    pub id: PlanId,
    #[schema(example = "2026-Q4")]
    pub period: String,
    pub period_kind: PeriodKind,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub note: Option<String>,
    pub state: PlanState,
    /// How many targets.
    pub target_count: usize,
    pub made_by: Ref,
    pub made_at: DateTime<Utc>,
    pub confirmed_by: Option<Ref>,
    pub confirmed_at: Option<DateTime<Utc>>,
    pub withdrawn_reason: Option<String>,
    pub version: i64,
}

/// What has been reached: of the period, and for the completeness as of now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = CollectionActual)]
pub struct Actual {
    pub new_files: i64,
    pub verifications: i64,
    pub submissions: i64,
    /// Average, in percent; null without files.
    pub completeness: Option<i64>,
}

/// A target and how far it is.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = CollectionPlanLine)]
pub struct PlanLine {
    /// Null: of all departments.
    pub department: Option<Ref>,
    /// Null: of all owners.
    pub owner: Option<Ref>,
    pub target: Target,
    /// Null where the reader may see only part of the files.
    pub actual: Option<Actual>,
}

/// A plan with its running.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = CollectionPlan)]
pub struct Plan {
    #[serde(flatten)]
    pub row: PlanRow,
    pub as_of: DateTime<Utc>,
    pub lines: Vec<PlanLine>,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Plan {
    fn version(&self) -> Option<i64> {
        Some(self.row.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/client-collection-plans/{}", self.row.id))
    }
}
