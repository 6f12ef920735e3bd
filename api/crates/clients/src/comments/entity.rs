//! Table `client_comment`.
use crate::secret_items::SecretContent;
use crate::{ClientId, CommentId};
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_comment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CommentId,
    pub client_id: ClientId,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// JSON list of people's ids.
    #[sea_orm(column_type = "Text")]
    pub mentions: String,
    pub created_at: DateTimeUtc,
    pub created_by: PersonId,
    pub updated_at: DateTimeUtc,
    /// Taken out; nothing is deleted.
    pub removed_at: Option<DateTimeUtc>,
    pub removed_by: Option<PersonId>,
    #[sea_orm(column_type = "Text", nullable)]
    pub remove_reason: Option<String>,
    /// Above that of the file; 0 without one of its own (`secret_items`).
    pub level: i16,
    pub level_until: Option<Date>,
    pub level_ends_at: Option<DateTimeUtc>,
    pub secret_content: Option<SecretContent>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
