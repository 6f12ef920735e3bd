//! Table `client_verification`: each is written once.
use super::kinds::VerificationResult;
use crate::ClientId;
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_verification")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub client_id: ClientId,
    pub result: VerificationResult,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    /// The day by which it was due.
    pub due_on: Date,
    pub verified_at: DateTimeUtc,
    pub verified_by: PersonId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
