//! Table `department`.
use kernel::ids::{DepartmentId, PersonId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "department")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DepartmentId,
    pub code: String,
    pub name: String,
    /// Chinese order of the name.
    pub sort_key: String,
    pub parent_id: Option<DepartmentId>,
    pub head_person_id: Option<PersonId>,
    pub closed: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
