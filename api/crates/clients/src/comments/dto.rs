//! Comments as they travel.
use super::entity::Model;
use crate::checks;
use crate::hanging::Removed;
use crate::names::Ref;
use crate::secret_items::{ItemLevel, ItemSecrecy};
use crate::{ClientId, CommentId};
use chrono::{DateTime, Utc};
use kernel::error::ApiResult;
use kernel::http::{input::check, reply::Answer, shown::AllowedAction};
use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::{IntoParams, ToSchema};
use validator::{Validate, ValidationError};

/// Mentioning more at once would be shouting.
const MENTIONS: usize = 20;

/// What a colleague says about a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommentInput {
    #[validate(length(min = 1, max = 4000), custom(function = "checks::lines"))]
    #[schema(
        min_length = 1,
        max_length = 4000,
        example = "@林晓梅 对方要求改为月结,请核一下信用。"
    )]
    pub body: String,
    /// Colleagues to be told, each once; only those who can see the client.
    #[serde(default)]
    #[validate(custom(function = "distinct"))]
    #[schema(max_items = 20)]
    pub mentions: Vec<PersonId>,
}

/// What a colleague says about a client, and how secret that is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewComment {
    #[validate(length(min = 1, max = 4000), custom(function = "checks::lines"))]
    #[schema(
        min_length = 1,
        max_length = 4000,
        example = "@林晓梅 对方要求改为月结,请核一下信用。"
    )]
    pub body: String,
    /// Colleagues to be told, each once; only those who can see the client, and this comment.
    #[serde(default)]
    #[validate(custom(function = "distinct"))]
    #[schema(max_items = 20)]
    pub mentions: Vec<PersonId>,
    /// Where it is more secret than the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub secrecy: Option<ItemSecrecy>,
}

fn distinct(mentions: &[PersonId]) -> Result<(), ValidationError> {
    if mentions.len() > MENTIONS {
        return Err(ValidationError::new("LENGTH"));
    }
    let different: BTreeSet<_> = mentions.iter().collect();
    if different.len() < mentions.len() { Err(ValidationError::new("DUPLICATE")) } else { Ok(()) }
}

impl CommentInput {
    /// In the spelling that is kept.
    pub fn tidied(self) -> ApiResult<Self> {
        let tidy = Self { body: self.body.trim().to_owned(), ..self };
        check(&tidy)?;
        Ok(tidy)
    }

    pub fn of(row: &Model) -> ApiResult<Self> {
        Ok(Self { body: row.body.clone(), mentions: serde_json::from_str(&row.mentions)? })
    }
}

/// What a colleague says about a client.
#[derive(Debug, Serialize, ToSchema)]
pub struct Comment {
    pub id: CommentId,
    pub client_id: ClientId,
    /// Null once it was taken back.
    pub body: Option<String>,
    pub mentions: Vec<Ref>,
    /// It was changed after it was first written; the trail has what it said.
    pub edited: bool,
    pub created_at: DateTime<Utc>,
    pub created_by: Ref,
    pub updated_at: DateTime<Utc>,
    /// Null while it stands.
    pub removed: Option<Removed>,
    /// What makes it more secret than its file; null: it is not.
    pub secrecy: Option<ItemLevel>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Comment {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/clients/{}/comments/{}", self.client_id, self.id))
    }
}

#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CommentFilter {
    /// Also those that were taken back, without what they said.
    pub include_removed: Option<bool>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn everybody_is_mentioned_once_and_not_the_whole_company() {
        let people = |count: u128| (0..count).map(|n| PersonId(Uuid::from_u128(n))).collect();
        let checked = |mentions| CommentInput { body: "好".to_owned(), mentions }.tidied();
        assert!(checked(people(20)).is_ok());
        assert!(checked(people(21)).is_err());
        assert!(checked(vec![PersonId(Uuid::nil()); 2]).is_err());
    }
}
