//! Attachments as they travel.
use super::entity::Model;
use super::kinds::AttachmentKind;
use crate::archive::input::tidied;
use crate::checks;
use crate::hanging::Removed;
use crate::names::Ref;
use crate::secret_items::{ItemLevel, ItemSecrecy};
use crate::{AttachmentId, ClientId};
use chrono::{DateTime, Utc};
use kernel::error::ApiResult;
use kernel::http::{input::check, reply::Answer, shown::AllowedAction};
use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// What is said of a file that was filed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AttachmentInput {
    pub kind: AttachmentKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 500), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 500, example = "二期厂房配电,第三版")]
    pub note: Option<String>,
}

impl AttachmentInput {
    /// In the spelling that is kept.
    pub fn tidied(&self) -> ApiResult<Self> {
        let tidy = tidied(self)?;
        check(&tidy)?;
        Ok(tidy)
    }
}

impl From<&Model> for AttachmentInput {
    fn from(row: &Model) -> Self {
        Self { kind: row.kind, note: row.note.clone() }
    }
}

/// The parts of the form.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "describes the form to the document; the form is read part by part")]
pub struct AttachmentForm {
    pub kind: AttachmentKind,
    #[schema(value_type = String, required = false, max_length = 500)]
    pub note: Option<String>,
    /// Where it is more secret than the file, as JSON.
    #[schema(required = false)]
    pub secrecy: Option<ItemSecrecy>,
    /// PDF, picture, office document, drawing, archive, sound, film or plain text; what the bytes are
    /// decides, and the name must say the same.
    #[schema(value_type = String, format = Binary)]
    pub file: Vec<u8>,
}

/// A paper of the client (A-CLI-25). Its bytes are at `content`.
#[derive(Debug, Serialize, ToSchema)]
pub struct Attachment {
    pub id: AttachmentId,
    pub client_id: ClientId,
    pub kind: AttachmentKind,
    #[schema(example = "报价单 2026-11.pdf")]
    pub file_name: String,
    /// As the bytes say.
    #[schema(example = "application/pdf")]
    pub media_type: String,
    /// In bytes.
    pub size: i64,
    /// Of the bytes, in hex.
    #[schema(example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    pub sha256: String,
    pub note: Option<String>,
    pub created_at: DateTime<Utc>,
    pub created_by: Ref,
    pub updated_at: DateTime<Utc>,
    /// By whom, when and why it was withdrawn; null while it is in place.
    pub removed: Option<Removed>,
    /// What makes it more secret than its file; null: it is not.
    pub secrecy: Option<ItemLevel>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Attachment {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/clients/{}/attachments/{}", self.client_id, self.id))
    }
}

#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AttachmentFilter {
    /// Repeat for several.
    #[serde(default)]
    pub kind: Vec<AttachmentKind>,
    /// Also those that were withdrawn; their bytes are no longer served.
    pub include_withdrawn: Option<bool>,
}

/// A line of the register of archive material (A-CLI-21).
#[derive(Debug, Serialize, ToSchema)]
pub struct Material {
    pub id: AttachmentId,
    /// The file on which it hangs.
    pub client: Ref,
    pub kind: AttachmentKind,
    #[schema(example = "报价单 2026-11.pdf")]
    pub file_name: String,
    /// As the bytes say.
    #[schema(example = "application/pdf")]
    pub media_type: String,
    /// In bytes.
    pub size: i64,
    pub note: Option<String>,
    pub created_at: DateTime<Utc>,
    pub created_by: Ref,
    /// What makes it more secret than its file; null: it is not.
    pub secrecy: Option<ItemLevel>,
    /// By whom, when and why it was withdrawn; null while it is in place.
    pub removed: Option<Removed>,
}

#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MaterialFilter {
    /// Repeat for several.
    #[serde(default)]
    pub kind: Vec<AttachmentKind>,
    /// Filed by one of these people.
    #[serde(default)]
    #[param(max_items = 100)]
    #[validate(length(max = 100))]
    pub created_by: Vec<PersonId>,
    /// Filed at this time or later.
    pub created_after: Option<DateTime<Utc>>,
    /// Filed before this time.
    pub created_before: Option<DateTime<Utc>>,
    /// Also those that were withdrawn; their bytes are no longer served.
    pub include_withdrawn: Option<bool>,
}
