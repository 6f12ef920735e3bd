//! Table `client_report`.
use crate::ReportId;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReportId,
    /// `2026-11`, `2026-Q4` or `2026`.
    pub period: String,
    pub period_kind: String,
    pub period_from: Date,
    pub period_to: Date,
    /// What its maker could see, as JSON.
    #[sea_orm(column_type = "Text")]
    pub scope: String,
    pub clearance: i16,
    #[sea_orm(column_type = "Text")]
    pub snapshot: String,
    pub sha256: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    pub made_at: DateTimeUtc,
    pub made_by: PersonId,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
