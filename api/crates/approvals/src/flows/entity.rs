//! Table `approval_flow`: append-only; of the versions of a code the latest for the latest date counts.
use crate::ids::FlowVersionId;
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "approval_flow")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FlowVersionId,
    pub code: String,
    /// 1, 2, 3 … for each code, in the order of setting; 0 is the handbook's own.
    pub version: i64,
    /// Kind of the records that go through it.
    pub subject: String,
    /// [`super::definition::Definition`] as JSON.
    #[sea_orm(column_type = "Text")]
    pub definition: String,
    pub effective_from: Date,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub set_by: PersonId,
    pub set_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
