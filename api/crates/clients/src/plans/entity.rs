//! Table `client_collection_plan`.
use super::kinds::PlanState;
use crate::PlanId;
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_collection_plan")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PlanId,
    /// `2026-12`, `2026-Q4` or `2026`.
    pub period: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    /// JSON list of targets.
    #[sea_orm(column_type = "Text")]
    pub targets: String,
    pub state: PlanState,
    pub made_by: PersonId,
    pub made_at: DateTimeUtc,
    pub confirmed_by: Option<PersonId>,
    pub confirmed_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub withdrawn_reason: Option<String>,
    pub updated_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
