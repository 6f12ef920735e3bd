//! Table `client_incident_act`: who did what to an incident, as its page tells it. What the act changed
//! stands in the trail.
use super::kinds::IncidentAct;
use crate::{IncidentActId, IncidentId};
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_incident_act")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: IncidentActId,
    pub incident_id: IncidentId,
    pub act: IncidentAct,
    pub at: DateTimeUtc,
    pub by_id: PersonId,
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
