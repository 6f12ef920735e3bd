//! Table `exception`: the register of departures from the handbook.
use super::kinds::{ExceptionKind, ExceptionState};
use crate::{ExceptionId, ObligationId};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "exception")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ExceptionId,
    pub kind: ExceptionKind,
    /// Ids of the rules departed from, as a JSON list.
    #[sea_orm(column_type = "Text")]
    pub clauses: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    /// The obligation that it was asked for.
    pub obligation_id: Option<ObligationId>,
    /// The kind of obligation that it excuses.
    pub about: Option<String>,
    /// Whose business it is: who has to do the thing, or who acted.
    pub person_id: Option<PersonId>,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    pub level: i16,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub state: ExceptionState,
    pub requested_by: PersonId,
    pub requested_at: DateTimeUtc,
    pub decided_by: Option<PersonId>,
    pub decided_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub decision_note: Option<String>,
    /// Its last day; none: it was for one act.
    pub expires_on: Option<Date>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
