//! API keys as they are asked for and shown.
use crate::checks;
use crate::ids::ApiKeyId;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::http::reply::Answer;
use kernel::http::shown::{AllowedAction, Ref};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// What a key is for.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApiKeyInput {
    #[validate(length(min = 1, max = 100), custom(function = "checks::line"))]
    #[schema(min_length = 1, max_length = 100, example = "ERP 接口")]
    pub name: String,
    /// Of the caller's own permissions; the key reaches what its owner reaches.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_items = 1, max_items = 100, example = json!(["client.read"]))]
    pub permissions: Vec<String>,
    /// Its last day, in the time zone of the company; within a year.
    #[schema(example = "2027-06-30")]
    pub expires_on: NaiveDate,
}

/// Why a key is taken back.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevokeApiKey {
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "接口停用")]
    pub reason: String,
}

/// Which keys.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ApiKeyFilter {
    /// Valid now, or not.
    pub active: Option<bool>,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ApiKey {
    pub id: ApiKeyId,
    pub name: String,
    pub owner: Ref,
    /// Beginning of the secret, to tell keys apart.
    #[schema(example = "zk_4Tq8xR")]
    pub prefix: String,
    pub permissions: Vec<String>,
    pub expires_on: NaiveDate,
    /// Valid now.
    pub active: bool,
    pub created_at: DateTime<Utc>,
    /// To within five minutes.
    pub last_used_at: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub revoked_by: Option<Ref>,
    pub revoke_reason: Option<String>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
    /// The key itself: in the answer to its creation, this once, and kept nowhere. Not repeated for
    /// the same idempotency key.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "zk_4Tq8xRk2m9VbN0cY7hJ3fLwZ1sD6aGpXuEoQiWtBvCn")]
    pub secret: Option<String>,
}

impl Answer for ApiKey {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/api-keys/{}", self.id))
    }
}
