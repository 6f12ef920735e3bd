//! Table `client_information_report_call_back`. Nothing in it changes.
use crate::InformationCallBackId;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_information_report_call_back")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InformationCallBackId,
    /// Who was called.
    pub person_id: PersonId,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    pub period: String,
    #[sea_orm(column_type = "Text")]
    pub note: String,
    pub called_at: DateTimeUtc,
    pub called_by: PersonId,
    pub recorded_at: DateTimeUtc,
    /// That of the report at the time.
    pub level: i16,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
