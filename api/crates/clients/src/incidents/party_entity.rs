//! Table `client_incident_party`: somebody concerned, with their direct superior (A-BOR-05).
use super::kinds::Measure;
use crate::{IncidentId, IncidentPartyId};
use kernel::ids::PersonId;
use kernel::money::Amount;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_incident_party")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: IncidentPartyId,
    pub incident_id: IncidentId,
    pub position: i32,
    pub person_id: PersonId,
    /// What they did.
    #[sea_orm(column_type = "Text")]
    pub deed: String,
    /// As of when they were named, whoever stands above them since.
    pub superior_id: PersonId,
    pub measure: Option<Measure>,
    pub fine: Option<Amount>,
    #[sea_orm(column_type = "Text", nullable)]
    pub measure_note: Option<String>,
    /// 领导责任 of the superior.
    pub leadership: Option<Measure>,
    pub leadership_fine: Option<Amount>,
    #[sea_orm(column_type = "Text", nullable)]
    pub leadership_note: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
