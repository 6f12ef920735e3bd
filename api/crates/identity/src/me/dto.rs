//! What people ask about themselves.
use crate::checks;
use crate::ids::SessionId;
use crate::people::{HeldRole, Locale, Theme, entity as person};
use chrono::{DateTime, Utc};
use kernel::access::{Reach, Via};
use kernel::http::reply::Answer;
use kernel::http::shown::Ref;
use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// What people change about themselves.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MeInput {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 200), email)]
    #[schema(max_length = 200, format = "email", example = "lin.xiaomei@example.com")]
    pub email: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 40), custom(function = "checks::phone"))]
    #[schema(max_length = 40, example = "13800138000")]
    pub phone: Option<String>,
    #[serde(default)]
    pub locale: Locale,
    #[serde(default)]
    pub theme: Theme,
}

impl From<&person::Model> for MeInput {
    fn from(row: &person::Model) -> Self {
        Self {
            email: row.email.clone(),
            phone: row.phone.clone(),
            locale: row.locale,
            theme: row.theme,
        }
    }
}

#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Me {
    pub id: PersonId,
    pub login: String,
    pub name: String,
    pub employee_number: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub locale: Locale,
    pub theme: Theme,
    pub department: Option<Ref>,
    pub site: Option<Ref>,
    pub superior: Option<Ref>,
    /// Roles in force.
    pub roles: Vec<HeldRole>,
    /// Highest confidentiality level the caller reads, 0 to 3.
    pub clearance: i16,
    /// Everything else is refused until it has been changed.
    pub password_change_required: bool,
    /// Through what the caller acts in this request.
    pub via: Via,
    pub version: i64,
}

impl Answer for Me {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
}

/// A permission, and the records for which the caller holds it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MyPermission {
    #[schema(example = "client.read")]
    pub permission: String,
    pub scope: Reach,
}

/// What the caller may do in this request, lent permissions included; a key has fewer than its owner.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MyPermissions {
    pub permissions: Vec<MyPermission>,
    /// Highest confidentiality level the caller reads, 0 to 3.
    pub clearance: i16,
}

impl Answer for MyPermissions {}

/// The old password and the new one.
#[derive(Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, format = Password)]
    pub current_password: String,
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, format = Password)]
    pub new_password: String,
}

/// A device that is signed in.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Session {
    pub id: SessionId,
    pub created_at: DateTime<Utc>,
    /// Of its latest refresh.
    pub last_used_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    #[schema(example = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")]
    pub user_agent: String,
    #[schema(example = "203.0.113.9")]
    pub address: String,
    /// The one this request comes from.
    pub current: bool,
}
