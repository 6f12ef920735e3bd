//! Table `client_incident`.
use super::kinds::{IncidentKind, IncidentState};
use crate::{IncidentId, LoanId};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_incident")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: IncidentId,
    pub number: String,
    pub kind: IncidentKind,
    pub occurred_on: Date,
    #[sea_orm(column_type = "Text")]
    pub what_happened: String,
    /// The loan of which something was lost.
    pub loan_id: Option<LoanId>,
    pub state: IncidentState,
    pub reported_by: PersonId,
    pub reported_at: DateTimeUtc,
    /// Of the first party.
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    /// The highest that its files ever had: what was told of a file stays as secret as that was.
    pub level: i16,
    #[sea_orm(column_type = "Text", nullable)]
    pub remedy: Option<String>,
    /// Of the last conclusion, which stands until there is another.
    pub concluded_by: Option<PersonId>,
    pub concluded_at: Option<DateTimeUtc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
