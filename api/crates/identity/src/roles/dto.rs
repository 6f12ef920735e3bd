//! Roles as they are asked for and shown.
use super::scope::Scope;
use crate::checks;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// One permission of a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RolePermission {
    #[validate(length(min = 1, max = 100))]
    #[schema(example = "client.read")]
    pub permission: String,
    pub scope: Scope,
}

/// What a role is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleInput {
    #[validate(custom(function = "checks::code"))]
    #[schema(example = "CUSTOMER_SERVICE_AGENT")]
    pub code: String,
    #[validate(length(min = 1, max = 100), custom(function = "checks::line"))]
    #[schema(example = "客服专员")]
    pub name: String,
    #[serde(default)]
    #[validate(length(max = 1000), custom(function = "checks::free_lines"))]
    pub description: String,
    /// Highest confidentiality level its holders read: 0 none, 1 秘密, 2 机密, 3 绝密.
    #[serde(default)]
    #[validate(range(min = 0, max = 3))]
    pub clearance: i16,
    #[validate(length(max = 500), nested)]
    pub permissions: Vec<RolePermission>,
}
