//! Grants as they are asked for and shown.
use crate::checks;
use crate::ids::{RoleGrantId, RoleId};
use chrono::{DateTime, Utc};
use kernel::http::reply::Answer;
use kernel::http::shown::{AllowedAction, Ref};
use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// A role for a person.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleGrantInput {
    pub person_id: PersonId,
    pub role_id: RoleId,
    /// None: at once. A time that has passed counts as now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<DateTime<Utc>>,
    /// None: until revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<DateTime<Utc>>,
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "调入客户服务部")]
    pub reason: String,
}

/// Why a grant is taken back.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevokeGrant {
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "调离岗位")]
    pub reason: String,
}

/// Which grants.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RoleGrantFilter {
    /// Of one of these people.
    #[serde(default)]
    #[validate(length(max = 100))]
    pub person_id: Vec<PersonId>,
    /// Of one of these roles.
    #[serde(default)]
    #[validate(length(max = 100))]
    pub role_id: Vec<RoleId>,
    /// In force now, or not.
    pub active: Option<bool>,
}

/// The role of a grant.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RoleRef {
    pub id: RoleId,
    #[schema(example = "SERVICE_SPECIALIST")]
    pub code: String,
    #[schema(example = "客服专员")]
    pub name: String,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RoleGrant {
    pub id: RoleGrantId,
    pub person: Ref,
    pub role: RoleRef,
    pub valid_from: DateTime<Utc>,
    pub valid_until: Option<DateTime<Utc>>,
    /// In force now.
    pub active: bool,
    pub reason: String,
    /// None: the service itself.
    pub granted_by: Option<Ref>,
    pub granted_at: DateTime<Utc>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub revoked_by: Option<Ref>,
    pub revoke_reason: Option<String>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for RoleGrant {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/role-grants/{}", self.id))
    }
}
