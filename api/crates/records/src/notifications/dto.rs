//! Requests and answers about notifications.
use super::sift::Sifted;
use chrono::{DateTime, Utc};
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Answer;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// Which notifications.
#[derive(Clone, Copy, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct NotificationFilter {
    /// Only those not read yet, or only those read.
    pub unread: Option<bool>,
}

/// Something the caller was told.
#[derive(Debug, Serialize, ToSchema)]
pub struct Notification {
    pub id: Uuid,
    /// What happened; the application has the words.
    #[schema(example = "client.mentioned")]
    pub kind: String,
    pub resource: NotificationResource,
    /// Codes and figures for the words.
    #[schema(value_type = Object)]
    pub params: Value,
    pub created_at: DateTime<Utc>,
    pub read_at: Option<DateTime<Utc>>,
}

/// The record that it is about.
#[derive(Debug, Serialize, ToSchema)]
pub struct NotificationResource {
    #[schema(example = "client")]
    pub r#type: String,
    pub id: Uuid,
    /// As it is called now.
    #[schema(example = "恒达机械有限公司")]
    pub label: String,
}

impl From<Sifted> for Notification {
    fn from(Sifted { row, label }: Sifted) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            resource: NotificationResource {
                r#type: row.resource_type,
                id: row.resource_id,
                label,
            },
            params: serde_json::from_str(&row.params).unwrap_or_default(),
            created_at: row.created_at,
            read_at: row.read_at,
        }
    }
}

/// Which ones have been read: either some, or all that there are now.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkRead {
    #[serde(default)]
    #[schema(max_items = 200)]
    #[validate(length(max = 200))]
    pub ids: Vec<Uuid>,
    #[serde(default)]
    pub all: bool,
}

impl MarkRead {
    /// The ids named, or none for all, which are among them; naming neither is a mistake.
    pub fn which(&self) -> ApiResult<Option<&[Uuid]>> {
        match (self.all, self.ids.as_slice()) {
            (true, _) => Ok(None),
            (false, []) => Err(ApiError::field("/ids", field::REQUIRED)),
            (false, ids) => Ok(Some(ids)),
        }
    }
}

/// How many became read by this.
#[derive(Debug, Serialize, ToSchema)]
pub struct Marked {
    pub marked: u64,
}

impl Answer for Marked {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_or_all_but_not_neither() {
        let which = |ids: &[Uuid], all| {
            MarkRead { ids: ids.to_vec(), all }.which().map(|ids| ids.map(<[Uuid]>::len))
        };
        assert_eq!(which(&[Uuid::nil()], false).unwrap(), Some(1));
        assert_eq!(which(&[], true).unwrap(), None);
        assert_eq!(which(&[Uuid::nil()], true).unwrap(), None);
        assert!(which(&[], false).is_err());
    }
}
