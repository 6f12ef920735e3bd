//! Table `client_disclosure_file`.
use crate::{AttachmentId, ClientId, DisclosureFileId, DisclosureId};
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_disclosure_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DisclosureFileId,
    pub disclosure_id: DisclosureId,
    pub position: i16,
    pub client_id: ClientId,
    /// As it was asked for: a file that went into another one is not the one that was reviewed.
    pub client_number: String,
    /// Name and position of who consented at the client.
    pub given_by: Option<String>,
    pub given_on: Option<Date>,
    /// The paper, filed with that client's archive.
    pub attachment_id: Option<AttachmentId>,
    /// What the seal of the consent is made with: gone with the row, nobody can guess who consented from
    /// what was frozen for the approval.
    pub salt: Uuid,
    pub revoked_on: Option<Date>,
    pub revoked_at: Option<DateTimeUtc>,
    pub revoked_by: Option<PersonId>,
    #[sea_orm(column_type = "Text", nullable)]
    pub revoke_note: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
