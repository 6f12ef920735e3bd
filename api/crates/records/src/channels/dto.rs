//! Requests and answers about channels.
use super::choice::MailChoice;
use chrono::{DateTime, Utc};
use kernel::http::reply::Answer;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// When and how somebody wants to be told beside the application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NotificationSettingsInput {
    /// When the digest of the day is sent; the company's time.
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", example = "08:30")]
    pub digest_at: String,
    /// From when nothing but escalations is mailed; with `quiet_to`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", example = "22:00")]
    pub quiet_from: Option<String>,
    /// Until when; an earlier time is the next morning's. Twelve hours at the most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$", example = "07:00")]
    pub quiet_to: Option<String>,
    /// What is chosen for single kinds, all of it: a kind that is not named is mailed in the digest, and
    /// not sent to webhooks.
    #[serde(default)]
    #[validate(nested, length(max = 200))]
    #[schema(max_items = 200)]
    pub kinds: Vec<ChosenChannel>,
}

/// What is chosen for a kind of notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChosenChannel {
    #[validate(length(min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80, example = "client.mentioned")]
    pub kind: String,
    pub mail: MailChoice,
    /// Whether the person's own webhooks get `notification.created` of it.
    pub webhook: bool,
}

/// On which ways somebody is told.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct NotificationSettings {
    /// Where mail goes: the address in one's own profile.
    #[schema(example = "lin.xiaomei@example.com")]
    pub mail_address: Option<String>,
    /// Whether the installation sends mail at all.
    pub mail_works: bool,
    /// The last mail, where it could not be delivered.
    pub mail_failure: Option<MailFailure>,
    #[schema(example = "08:30")]
    pub digest_at: String,
    #[schema(example = "22:00")]
    pub quiet_from: Option<String>,
    #[schema(example = "07:00")]
    pub quiet_to: Option<String>,
    /// Every kind of notice that there is.
    pub kinds: Vec<NotificationChannel>,
    pub version: i64,
}

/// A mail that never arrived.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MailFailure {
    pub failed_at: DateTime<Utc>,
    /// The server's code, `CONNECTION`, `TLS`, `TIMEOUT` or `ADDRESS`.
    #[schema(example = "550")]
    pub error: String,
}

/// A kind of notice and its channels.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct NotificationChannel {
    #[schema(example = "client.mentioned")]
    pub kind: String,
    #[schema(example = "有人在评论中提到了您")]
    pub name: String,
    /// An escalation, or about somebody's access: mailed at once, and nobody turns it off.
    pub always: bool,
    pub mail: MailChoice,
    pub webhook: bool,
}

impl Answer for NotificationSettings {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
}
