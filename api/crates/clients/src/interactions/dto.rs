//! Interactions as they travel.
use super::kinds::Channel;
use crate::archive::input::tidied;
use crate::checks;
use crate::hanging::Removed;
use crate::names::Ref;
use crate::secret_items::{ItemLevel, ItemSecrecy};
use crate::{ClientId, ContactId, InteractionId};
use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use kernel::error::ApiResult;
use kernel::http::{input::check, reply::Answer, shown::AllowedAction};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// What was said at one meeting with the client (A-CLI-23), and what the client needs (B-CRM-14).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InteractionInput {
    /// Not in the future.
    pub occurred_at: DateTime<Utc>,
    pub channel: Channel,
    /// A contact of this file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with_contact_id: Option<ContactId>,
    #[validate(length(min = 1, max = 4000), custom(function = "checks::lines"))]
    #[schema(
        min_length = 1,
        max_length = 4000,
        example = "介绍新款配电柜,客户关注交期与售后响应。"
    )]
    pub summary: String,
    /// 客户需求
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 2000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 2000)]
    pub needs: Option<String>,
    /// 客户偏好
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 2000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 2000)]
    pub preferences: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 1000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 1000)]
    pub next_step: Option<String>,
    /// Not before the day of the meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = "crate::hanging::plausible"))]
    pub next_on: Option<NaiveDate>,
    /// Where it is more secret than the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub secrecy: Option<ItemSecrecy>,
    /// The earlier record of this file that this one replaces, and is no less secret than: nothing that was written is changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects_id: Option<InteractionId>,
    /// Why it is replaced; needed with `corrects_id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 500), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 500)]
    pub correction_reason: Option<String>,
}

impl InteractionInput {
    /// In the spelling that is kept: trimmed, blank as absent, whole microseconds.
    pub fn tidied(&self) -> ApiResult<Self> {
        let mut tidy = tidied(self)?;
        check(&tidy)?;
        tidy.occurred_at = tidy.occurred_at.trunc_subsecs(6);
        Ok(tidy)
    }
}

/// What was said at one meeting with the client.
#[derive(Debug, Serialize, ToSchema)]
pub struct Interaction {
    pub id: InteractionId,
    pub client_id: ClientId,
    pub occurred_at: DateTime<Utc>,
    pub channel: Channel,
    pub with_contact: Option<Ref>,
    pub summary: String,
    pub needs: Option<String>,
    pub preferences: Option<String>,
    pub next_step: Option<String>,
    pub next_on: Option<NaiveDate>,
    /// The record that this one replaces.
    pub corrects_id: Option<InteractionId>,
    /// The record that replaces this one.
    pub corrected_by_id: Option<InteractionId>,
    pub created_at: DateTime<Utc>,
    pub created_by: Ref,
    /// By whom, when and why it was replaced; null while it stands.
    pub removed: Option<Removed>,
    /// What makes it more secret than its file; null: it is not.
    pub secrecy: Option<ItemLevel>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Interaction {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/clients/{}/interactions/{}", self.client_id, self.id))
    }
}

#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct InteractionFilter {
    /// Repeat for several.
    #[serde(default)]
    pub channel: Vec<Channel>,
    /// With this contact.
    pub with_contact_id: Option<ContactId>,
    /// At this time or later.
    pub occurred_after: Option<DateTime<Utc>>,
    /// Before this time.
    pub occurred_before: Option<DateTime<Utc>>,
    /// Also those that were replaced by a correction.
    pub include_corrected: Option<bool>,
}
