//! Approvals and tasks as they are answered.
use super::kinds::{ActKind, ApprovalState, TaskOrigin, TaskState};
use crate::flows::definition::{Approver, Mode};
use crate::flows::dto::NamedRole;
use crate::ids::{ActId, ApprovalId, TaskId};
use chrono::{DateTime, Utc};
use kernel::clauses::Clause;
use kernel::http::reply::Answer;
use kernel::http::shown::{ActionReason, AllowedAction, Ref};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

/// An approval in a line.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ApprovalRow {
    pub id: ApprovalId,
    #[schema(example = "client-loan")]
    pub subject_kind: String,
    pub subject_name: String,
    pub subject_id: Uuid,
    /// Number or name of the record.
    pub label: String,
    pub flow_code: String,
    /// 0: the handbook's own.
    pub flow_version: i64,
    pub flow_name: String,
    pub state: ApprovalState,
    /// Why it ended, where somebody said so.
    pub reason: Option<String>,
    pub requested_by: Ref,
    pub started_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
    /// 0 none, 1 秘密, 2 机密, 3 绝密.
    pub level: i16,
    pub version: i64,
}

/// What somebody has to decide, or decided.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ApprovalTask {
    pub id: TaskId,
    pub step: String,
    pub step_name: String,
    pub person: Ref,
    pub state: TaskState,
    pub origin: TaskOrigin,
    /// False: it was sent back since.
    pub counts: bool,
    pub given_by: Option<Ref>,
    pub opened_at: DateTime<Utc>,
    pub due_at: Option<DateTime<Utc>>,
    /// Open, and its term has passed.
    pub overdue: bool,
    pub decided_at: Option<DateTime<Utc>>,
    /// Another than `person` where it was decided in their place.
    pub decided_by: Option<Ref>,
    pub comment: Option<String>,
    pub evidence: Option<String>,
    /// Who agreed by telephone to an approval across levels, and when (A-SCR-10).
    pub confirmed_by: Option<Ref>,
    pub confirmed_at: Option<DateTime<Utc>>,
    pub version: i64,
}

/// A task with what it is about: a line of the inbox.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct InboxTask {
    #[serde(flatten)]
    pub task: ApprovalTask,
    pub approval: ApprovalRow,
    /// What is approved.
    #[schema(value_type = Object)]
    pub content: Map<String, Value>,
    pub content_hash: String,
    /// Another's, who lent the caller the right.
    pub on_behalf: bool,
}

/// One task with its approval.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ApprovalTaskDetail {
    #[serde(flatten)]
    pub task: InboxTask,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for ApprovalTaskDetail {
    fn version(&self) -> Option<i64> {
        Some(self.task.task.version)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum StepStanding {
    Ahead,
    Open,
    Done,
}

/// A step as the flow's picture shows it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ApprovalStepShown {
    pub key: String,
    pub name: String,
    /// Whom the flow names.
    pub approver: Approver,
    pub mode: Mode,
    /// Opens together with the step before it.
    pub together: bool,
    pub standing: StepStanding,
    pub due_minutes: Option<u32>,
    pub excludes: Vec<String>,
    pub clauses: Vec<Clause>,
    pub tasks: Vec<ApprovalTask>,
}

/// A line of the history.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ApprovalAct {
    pub id: ActId,
    pub kind: ActKind,
    pub step_name: Option<String>,
    pub by: Ref,
    pub on_behalf_of: Option<Ref>,
    pub person: Option<Ref>,
    pub comment: Option<String>,
    pub evidence: Option<String>,
    pub at: DateTime<Utc>,
}

/// A field that differs from what was submitted before.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ContentChange {
    pub field: String,
    #[schema(value_type = Option<Object>)]
    pub before: Value,
    #[schema(value_type = Option<Object>)]
    pub after: Value,
}

/// Somebody who decided in more than one step.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RepeatedApprover {
    pub person: Ref,
    pub steps: Vec<String>,
}

/// An approval with all that happened.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Approval {
    #[serde(flatten)]
    pub row: ApprovalRow,
    #[schema(value_type = Object)]
    pub content: Map<String, Value>,
    /// SHA-256 of the content: what every decision is about.
    pub content_hash: String,
    /// The approval of the same record before this one.
    pub previous_id: Option<ApprovalId>,
    pub changes: Vec<ContentChange>,
    pub steps: Vec<ApprovalStepShown>,
    /// Names of the people and roles that the steps name.
    pub people: Vec<Ref>,
    pub roles: Vec<NamedRole>,
    pub repeated: Vec<RepeatedApprover>,
    pub history: Vec<ApprovalAct>,
    /// The task that the caller can decide, if any.
    pub my_task: Option<TaskId>,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Approval {
    fn version(&self) -> Option<i64> {
        Some(self.row.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/approvals/{}", self.row.id))
    }
}

/// Who may decide in a step, and who may not and why.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EligibleApprovers {
    pub step: String,
    pub step_name: String,
    pub standing: StepStanding,
    pub people: Vec<EligibleApprover>,
    /// Who stands in where none of them may decide.
    pub stand_in: Option<Ref>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EligibleApprover {
    pub person: Ref,
    pub eligible: bool,
    /// Why not.
    pub reasons: Vec<ActionReason>,
}
