//! The matrix as it is asked for and shown.
use super::entity;
use crate::checks;
use crate::codes;
use crate::ids::DutyConflictId;
use crate::permissions::ManageDutyConflicts;
use crate::stored;
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Denied, Permission};
use kernel::clauses::{Clause, title};
use kernel::error::ApiError;
use kernel::http::reply::Answer;
use kernel::http::shown::{AllowedAction, allowed};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// Two permissions that no one person may hold together.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DutyConflictInput {
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100, example = "client.report-inferior")]
    pub permission_a: String,
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100, example = "client.confirm-inferior")]
    pub permission_b: String,
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "上报与确认须由两人分别进行")]
    pub reason: String,
    /// Rules of the handbook that demand it.
    #[serde(default)]
    #[validate(length(max = 20))]
    #[schema(max_items = 20, example = json!(["B-CRM-12"]))]
    pub clauses: Vec<String>,
}

/// Why the separation is given up.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndDutyConflict {
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// Which rows of the matrix.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DutyConflictFilter {
    /// Ended ones too.
    pub include_ended: Option<bool>,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DutyConflict {
    pub id: DutyConflictId,
    pub permission_a: String,
    pub permission_b: String,
    pub reason: String,
    pub clauses: Vec<Clause>,
    pub valid_from: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
    pub end_reason: Option<String>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for DutyConflict {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/duty-conflicts/{}", self.id))
    }
}

impl DutyConflict {
    #[must_use]
    pub fn shown(row: entity::Model, to: &Actor) -> Self {
        let lang = to.request.lang;
        let clause = |id: String| Clause { title: title(&id, lang), id };
        let end = match (to.reach(ManageDutyConflicts::NAME).all, row.ended_at) {
            (false, _) => allowed("end", Err(Denied::Missing(ManageDutyConflicts::NAME)), lang),
            (true, Some(_)) => allowed("end", Err(codes::DUTY_CONFLICT_ENDED.with(vec![])), lang),
            (true, None) => allowed::<Denied>("end", Ok(()), lang),
        };
        Self {
            id: row.id,
            permission_a: row.permission_a,
            permission_b: row.permission_b,
            reason: row.reason,
            clauses: stored::list(&row.clauses).into_iter().map(clause).collect(),
            valid_from: row.valid_from,
            ended_at: row.ended_at,
            end_reason: row.end_reason,
            version: row.version,
            allowed_actions: vec![end],
        }
    }
}

/// The matrix holds for the whole company.
pub fn manage(actor: &Actor) -> Result<(), ApiError> {
    if actor.reach(ManageDutyConflicts::NAME).all {
        Ok(())
    } else {
        Err(Denied::Missing(ManageDutyConflicts::NAME).into())
    }
}
