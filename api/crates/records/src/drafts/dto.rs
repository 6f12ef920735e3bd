//! Requests and answers about drafts.
use super::entity::Model;
use chrono::{DateTime, Utc};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Answer;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use validator::Validate;

/// Largest content, in bytes of JSON.
pub const LIMIT: usize = 64 * 1024;

/// Which form, and which record of it.
#[derive(Clone, Debug, Deserialize)]
pub struct DraftKey {
    pub kind: String,
    pub key: String,
}

impl DraftKey {
    /// A name that no form has is a draft that does not exist.
    pub fn check(&self) -> ApiResult<()> {
        let fine = |text: &str| text.len() <= 100 && crate::plain::slug(text).is_ok();
        if fine(&self.kind) && fine(&self.key) { Ok(()) } else { Err(code::NOT_FOUND.into()) }
    }
}

/// What has been typed so far.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftInput {
    /// Whatever the form needs to come back as it was; at most 64 KiB.
    #[schema(value_type = Object, example = json!({"name": "恒达机械"}))]
    pub content: Map<String, Value>,
    /// The record's version that the draft started from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0)]
    #[validate(range(min = 0))]
    pub base_version: Option<i64>,
}

/// A draft.
#[derive(Debug, Serialize, ToSchema)]
pub struct Draft {
    #[schema(example = "client.edit")]
    pub kind: String,
    pub key: String,
    #[schema(value_type = Object)]
    pub content: Value,
    /// The record's version that the draft started from.
    pub base_version: Option<i64>,
    pub updated_at: DateTime<Utc>,
    /// Forgotten then, unless it is saved again.
    pub expires_at: DateTime<Utc>,
    pub version: i64,
}

impl Answer for Draft {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
}

impl From<Model> for Draft {
    fn from(row: Model) -> Self {
        Self {
            content: serde_json::from_str(&row.content).unwrap_or_default(),
            kind: row.kind,
            key: row.key,
            base_version: row.base_version,
            updated_at: row.updated_at,
            expires_at: row.expires_at,
            version: row.version,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_out_of_the_code_is_accepted_and_anything_else_does_not_exist() {
        let key = |kind: &str, key: &str| DraftKey { kind: kind.to_owned(), key: key.to_owned() };
        assert!(key("client.edit", "0198c0de-0000-7000-8000-000000000001").check().is_ok());
        assert!(key("client.create", "new").check().is_ok());
        assert!(key("client create", "new").check().is_err());
        assert!(key("client.create", &"x".repeat(101)).check().is_err());
    }
}
