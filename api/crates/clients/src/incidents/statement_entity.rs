//! Table `client_incident_statement`: how a party or a superior states their case, one of each.
use crate::{IncidentId, IncidentStatementId};
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_incident_statement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: IncidentStatementId,
    pub incident_id: IncidentId,
    pub person_id: PersonId,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    pub stated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
