//! Delegations as they are asked for and shown.
use crate::checks;
use crate::ids::DelegationId;
use chrono::{DateTime, Utc};
use kernel::http::reply::Answer;
use kernel::http::shown::{AllowedAction, Ref};
use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// What the caller lends to whom.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DelegationInput {
    pub to_person_id: PersonId,
    #[validate(length(min = 1, max = 100))]
    #[schema(min_items = 1, max_items = 100, example = json!(["client.verify"]))]
    pub permissions: Vec<String>,
    /// None: at once. A time that has passed counts as now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<DateTime<Utc>>,
    pub valid_until: DateTime<Utc>,
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "年假期间由其代为办理")]
    pub reason: String,
}

/// Why a delegation is taken back.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevokeDelegation {
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "提前返岗")]
    pub reason: String,
}

/// Which delegations.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DelegationFilter {
    /// Lent by one of these people.
    #[serde(default)]
    #[validate(length(max = 100))]
    pub from_person_id: Vec<PersonId>,
    /// Lent to one of these people.
    #[serde(default)]
    #[validate(length(max = 100))]
    pub to_person_id: Vec<PersonId>,
    /// In force now, or not.
    pub active: Option<bool>,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Delegation {
    pub id: DelegationId,
    pub from: Ref,
    pub to: Ref,
    pub permissions: Vec<String>,
    pub valid_from: DateTime<Utc>,
    pub valid_until: DateTime<Utc>,
    /// In force now.
    pub active: bool,
    pub reason: String,
    pub created_at: DateTime<Utc>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub revoked_by: Option<Ref>,
    pub revoke_reason: Option<String>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Delegation {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/delegations/{}", self.id))
    }
}
