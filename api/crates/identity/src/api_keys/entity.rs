//! Table `api_key`.
use crate::ids::ApiKeyId;
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApiKeyId,
    pub person_id: PersonId,
    pub name: String,
    /// Beginning of the secret, to tell keys apart.
    pub prefix: String,
    /// SHA-256 of the secret, in hex.
    pub hash: String,
    /// Codes, as a JSON list.
    #[sea_orm(column_type = "Text")]
    pub permissions: String,
    pub expires_on: Date,
    /// End of that day in the time zone of the company.
    pub expires_at: DateTimeUtc,
    pub created_at: DateTimeUtc,
    pub last_used_at: Option<DateTimeUtc>,
    pub revoked_at: Option<DateTimeUtc>,
    pub revoked_by: Option<PersonId>,
    #[sea_orm(column_type = "Text", nullable)]
    pub revoke_reason: Option<String>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
