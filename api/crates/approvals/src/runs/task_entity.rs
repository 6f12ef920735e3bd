//! Table `approval_task`: what one person has to decide in one step.
use super::kinds::{TaskOrigin, TaskState};
use crate::ids::{ApprovalId, TaskId};
use kernel::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "approval_task")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TaskId,
    pub run_id: ApprovalId,
    /// The record, whatever its kind: what somebody had a part in is asked at every reading.
    pub subject_id: Uuid,
    /// Key of the step.
    pub step: String,
    pub person_id: PersonId,
    pub state: TaskState,
    pub origin: TaskOrigin,
    /// A decision that was sent back counts no more.
    pub counts: bool,
    /// Who added, handed over or took it up; null where the flow did.
    pub given_by: Option<PersonId>,
    pub opened_at: DateTimeUtc,
    pub due_at: Option<DateTimeUtc>,
    /// When their superior was told that it is late.
    pub overdue_told_at: Option<DateTimeUtc>,
    pub decided_at: Option<DateTimeUtc>,
    /// Somebody else than `person_id` where it was decided on their behalf.
    pub decided_by: Option<PersonId>,
    #[sea_orm(column_type = "Text", nullable)]
    pub comment: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub evidence: Option<String>,
    /// Who agreed by telephone to an approval across levels, and when (A-SCR-10).
    pub confirmed_by: Option<PersonId>,
    pub confirmed_at: Option<DateTimeUtc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
