//! Table `client_instruction`.
use super::kinds::InstructionState;
use crate::archive::kinds::Level;
use crate::{ClientId, InstructionId};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_instruction")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InstructionId,
    /// About one file,
    pub client_id: Option<ClientId>,
    /// or about those that a query of the list shows.
    #[sea_orm(column_type = "Text", nullable)]
    pub filter: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub instruction: String,
    pub due_on: Option<Date>,
    pub state: InstructionState,
    pub given_to: PersonId,
    pub given_by: PersonId,
    pub given_at: DateTimeUtc,
    pub settled_by: Option<PersonId>,
    pub settled_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub settlement: Option<String>,
    /// Where its addressee stood.
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    pub level: Level,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
