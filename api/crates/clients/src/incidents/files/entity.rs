//! Table `client_incident_file`.
use crate::{ClientId, IncidentFileId, IncidentId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_incident_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: IncidentFileId,
    pub incident_id: IncidentId,
    pub position: i32,
    pub client_id: ClientId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
