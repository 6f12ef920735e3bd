//! Table `client_hand_over`: each is written once.
use crate::ClientId;
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_hand_over")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub client_id: ClientId,
    pub from_owner_id: PersonId,
    pub to_owner_id: PersonId,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub handed_over_at: DateTimeUtc,
    pub handed_over_by: PersonId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
