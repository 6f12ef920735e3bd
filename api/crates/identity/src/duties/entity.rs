//! Table `duty_conflict`.
use crate::ids::DutyConflictId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "duty_conflict")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DutyConflictId,
    /// The lesser of the two codes, so that a pair has one spelling.
    pub permission_a: String,
    pub permission_b: String,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// Ids of handbook rules, as a JSON list.
    #[sea_orm(column_type = "Text")]
    pub clauses: String,
    pub valid_from: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub end_reason: Option<String>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
