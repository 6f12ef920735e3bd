//! Table `obligation`.
use super::kinds::{ObligationState, Stage};
use crate::{ExceptionId, ObligationId};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "obligation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ObligationId,
    /// `client.verification`.
    pub kind: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    /// Which time of the same: a period, or the day on which it was due and that on which it was asked
    /// for. With kind and subject unique.
    pub occasion: String,
    /// It stands until its act: one at a time of each record.
    pub standing: bool,
    /// Who has to do it; none where anybody of a pool may.
    pub person_id: Option<PersonId>,
    /// The permission of those who may do it.
    pub pool: Option<String>,
    /// Where the record stands.
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    pub level: i16,
    pub opened_at: DateTimeUtc,
    pub due_at: DateTimeUtc,
    /// The same as the company's day.
    pub due_on: Date,
    pub state: ObligationState,
    pub stage: Stage,
    /// How many superiors were told.
    pub escalations: i16,
    /// When it is looked after next; none where nothing more happens by itself.
    pub next_at: Option<DateTimeUtc>,
    pub settled_at: Option<DateTimeUtc>,
    pub settled_by: Option<PersonId>,
    /// Settled after it was due.
    pub late: bool,
    /// Why it is void.
    pub reason: Option<String>,
    /// By which it is excused.
    pub exception_id: Option<ExceptionId>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
