//! Roles as they are asked for and shown.
use super::scope::Scope;
use super::{entity, rules};
use crate::checks;
use crate::ids::RoleId;
use crate::permissions::ManageRoles;
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Permission};
use kernel::http::reply::Answer;
use kernel::http::shown::{AllowedAction, allowed};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// One permission of a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RolePermission {
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100, example = "client.read")]
    pub permission: String,
    pub scope: Scope,
}

/// What a role is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleInput {
    /// Unique.
    #[validate(custom(function = "checks::code"))]
    #[schema(
        min_length = 1,
        max_length = 40,
        pattern = "^[A-Z0-9_-]+$",
        example = "CUSTOMER_SERVICE_AGENT"
    )]
    pub code: String,
    #[validate(length(min = 1, max = 100), custom(function = "checks::line"))]
    #[schema(min_length = 1, max_length = 100, example = "客服专员")]
    pub name: String,
    #[serde(default)]
    #[validate(length(max = 1000), custom(function = "checks::free_lines"))]
    #[schema(max_length = 1000)]
    pub description: String,
    /// Highest confidentiality level its holders read: 0 none, 1 秘密, 2 机密, 3 绝密.
    #[serde(default)]
    #[validate(range(min = 0, max = 3))]
    #[schema(minimum = 0, maximum = 3)]
    pub clearance: i16,
    #[validate(length(max = 500), nested)]
    #[schema(max_items = 500)]
    pub permissions: Vec<RolePermission>,
}

impl RoleInput {
    #[must_use]
    pub fn of(row: &entity::Model, permissions: Vec<RolePermission>) -> Self {
        Self {
            code: row.code.clone(),
            name: row.name.clone(),
            description: row.description.clone(),
            clearance: row.clearance,
            permissions,
        }
    }
}

#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Role {
    pub id: RoleId,
    pub code: String,
    pub name: String,
    pub description: String,
    /// Came with the product.
    pub built_in: bool,
    /// Highest confidentiality level its holders read, 0 to 3.
    pub clearance: i16,
    pub permissions: Vec<RolePermission>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Role {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/roles/{}", self.id))
    }
}

impl Role {
    #[must_use]
    pub fn shown(row: entity::Model, permissions: Vec<RolePermission>, to: &Actor) -> Self {
        let may = rules::manage(&to.reach(ManageRoles::NAME));
        Self {
            id: row.id,
            code: row.code,
            name: row.name,
            description: row.description,
            built_in: row.built_in,
            clearance: row.clearance,
            permissions,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
            allowed_actions: vec![allowed("update", may, to.request.lang)],
        }
    }
}

/// A permission of the inventory.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PermissionShown {
    #[schema(example = "client.read")]
    pub code: &'static str,
    /// The part before the dot.
    #[schema(example = "client")]
    pub module: &'static str,
    /// In the language asked for.
    pub description: &'static str,
    /// Gives power over people, rights or secrets.
    pub privileged: bool,
    /// Can be lent by delegation and put on an API key; power over people and rights cannot.
    pub lendable: bool,
}
