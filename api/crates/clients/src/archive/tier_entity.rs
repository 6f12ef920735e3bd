//! Table `client_tier_decision`: each is written once (B-CRM-04).
use super::kinds::Tier;
use crate::ClientId;
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_tier_decision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub client_id: ClientId,
    pub from_tier: Tier,
    pub to_tier: Tier,
    #[sea_orm(column_type = "Text")]
    pub purchase_scale: String,
    #[sea_orm(column_type = "Text")]
    pub cooperation_frequency: String,
    #[sea_orm(column_type = "Text")]
    pub potential_value: String,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub decided_at: DateTimeUtc,
    pub decided_by: PersonId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
