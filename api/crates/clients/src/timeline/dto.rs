//! The timeline as it travels.
use crate::InteractionId;
use crate::archive::kinds::Level;
use crate::attachments::kinds::AttachmentKind;
use crate::interactions::kinds::Channel;
use crate::names::Ref;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum TimelineKind {
    /// The file, or what belongs to it, was changed.
    Change,
    Interaction,
    Comment,
    Attachment,
}

/// One thing that happened to a client, under the member of its kind.
#[derive(Debug, Serialize, ToSchema)]
pub struct TimelineItem {
    pub id: Uuid,
    pub kind: TimelineKind,
    pub occurred_at: DateTime<Utc>,
    pub actor: Ref,
    /// Above that of the file; null: it has none of its own.
    pub level: Option<Level>,
    /// Only of a CHANGE.
    pub change: Option<Change>,
    /// Only of an INTERACTION.
    pub interaction: Option<Talk>,
    /// Only of a COMMENT.
    pub comment: Option<Said>,
    /// Only of an ATTACHMENT.
    pub attachment: Option<Paper>,
}

/// An act on the file.
#[derive(Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = TimelineChange)]
pub struct Change {
    #[schema(example = "client.updated")]
    pub action: String,
    pub changes: Vec<FieldChange>,
    pub reason: Option<String>,
    /// The file that was merged into this one and that the act was on; null for this file.
    pub of: Option<Ref>,
}

/// One field before and after.
#[derive(Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = TimelineFieldChange)]
pub struct FieldChange {
    #[schema(example = "contact.mobile")]
    pub field: String,
    #[schema(value_type = Option<Value>)]
    pub before: Value,
    #[schema(value_type = Option<Value>)]
    pub after: Value,
    /// Personal data that the caller may see only in part (A-CLI-28).
    pub masked: bool,
}

#[derive(Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = TimelineInteraction)]
pub struct Talk {
    pub channel: Channel,
    pub with_contact: Option<Ref>,
    pub summary: String,
    pub needs: Option<String>,
    pub next_step: Option<String>,
    pub next_on: Option<NaiveDate>,
    /// The record that this one replaces.
    pub corrects_id: Option<InteractionId>,
    /// A later record replaces this one.
    pub corrected: bool,
}

#[derive(Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = TimelineComment)]
pub struct Said {
    /// Null once it was taken back.
    pub body: Option<String>,
    pub mentions: Vec<Ref>,
    pub edited: bool,
}

#[derive(Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = TimelineAttachment)]
pub struct Paper {
    pub kind: AttachmentKind,
    pub file_name: String,
    pub media_type: String,
    /// In bytes.
    pub size: i64,
    pub note: Option<String>,
    pub withdrawn: bool,
}

#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TimelineFilter {
    /// Repeat for several; all kinds where none is named.
    #[serde(default)]
    pub kind: Vec<TimelineKind>,
}
