//! People as they are asked for and shown.
use super::entity;
use super::kinds::{Locale, PersonStatus};
use crate::checks;
use crate::ids::RoleId;
use chrono::{DateTime, Utc};
use kernel::http::reply::Answer;
use kernel::http::shown::{AllowedAction, Ref};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// What a person's file is made of.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonInput {
    /// Unique; case makes no difference.
    #[validate(custom(function = "checks::login"))]
    #[schema(
        min_length = 2,
        max_length = 64,
        pattern = "^[A-Za-z0-9][A-Za-z0-9._@-]*$",
        example = "lin.xiaomei"
    )]
    pub login: String,
    #[validate(length(min = 1, max = 100), custom(function = "checks::line"))]
    #[schema(min_length = 1, max_length = 100, example = "林晓梅")]
    pub name: String,
    /// Unique where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 40), custom(function = "checks::line"))]
    #[schema(min_length = 1, max_length = 40, example = "KF-0012")]
    pub employee_number: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 200), email)]
    #[schema(max_length = 200, format = "email", example = "lin.xiaomei@example.com")]
    pub email: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 40), custom(function = "checks::phone"))]
    #[schema(max_length = 40, example = "13800138000")]
    pub phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department_id: Option<DepartmentId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site_id: Option<SiteId>,
    /// Whom the person reports to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superior_id: Option<PersonId>,
    #[serde(default)]
    pub locale: Locale,
}

impl From<&entity::Model> for PersonInput {
    fn from(row: &entity::Model) -> Self {
        Self {
            login: row.login.clone(),
            name: row.name.clone(),
            employee_number: row.employee_number.clone(),
            email: row.email.clone(),
            phone: row.phone.clone(),
            department_id: row.department_id,
            site_id: row.site_id,
            superior_id: row.superior_id,
            locale: row.locale,
        }
    }
}

/// Why something is done to a person's account.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonReason {
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "已离职")]
    pub reason: String,
}

/// Why a password is made for somebody, where it needs saying.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetPassword {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "本人到场申请")]
    pub reason: Option<String>,
}

/// A role in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct HeldRole {
    pub id: RoleId,
    #[schema(example = "SERVICE_SPECIALIST")]
    pub code: String,
    #[schema(example = "客服专员")]
    pub name: String,
    /// None: until revoked.
    pub valid_until: Option<DateTime<Utc>>,
}

/// A person in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PersonRow {
    pub id: PersonId,
    pub login: String,
    pub name: String,
    pub employee_number: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub department: Option<Ref>,
    pub site: Option<Ref>,
    pub status: PersonStatus,
    /// Roles in force.
    pub roles: Vec<HeldRole>,
    pub version: i64,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Person {
    pub id: PersonId,
    pub login: String,
    pub name: String,
    pub employee_number: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub department: Option<Ref>,
    pub site: Option<Ref>,
    pub superior: Option<Ref>,
    pub status: PersonStatus,
    pub locale: Locale,
    /// Roles in force.
    pub roles: Vec<HeldRole>,
    /// No password yet, or one to be changed at the next sign-in.
    pub password_change_required: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Person {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/people/{}", self.id))
    }
}

/// A password to be told to the person, who must change it at the first sign-in.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TemporaryPassword {
    /// Shown this once and kept nowhere; null when the answer is repeated by its idempotency key.
    #[schema(example = "k7mq-x2rt-9wpd-hc4n")]
    pub temporary_password: Option<String>,
    /// It signs in until then.
    pub valid_until: DateTime<Utc>,
    pub version: i64,
}

impl Answer for TemporaryPassword {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
}
