//! Table `approval_run`: one way of a record through a flow. What was submitted stays as it was.
use super::kinds::ApprovalState;
use crate::ids::ApprovalId;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "approval_run")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApprovalId,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub label: String,
    pub flow_code: String,
    pub flow_version: i64,
    pub flow_name: String,
    /// The steps that apply, with those added on the way; JSON.
    #[sea_orm(column_type = "Text")]
    pub steps: String,
    #[sea_orm(column_type = "Text")]
    pub facts: String,
    /// Who may not approve, and why; JSON.
    #[sea_orm(column_type = "Text")]
    pub involved: String,
    #[sea_orm(column_type = "Text")]
    pub content: String,
    /// SHA-256 of `content` in hex: what every decision is about.
    pub content_hash: String,
    pub state: ApprovalState,
    pub requested_by: PersonId,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    pub level: i16,
    /// The one before it of the same record.
    pub previous_id: Option<ApprovalId>,
    /// Why it ended, where somebody said so.
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    pub started_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
