//! Obligations as they are answered.
use super::kinds::{ObligationState, SourceKind, Stage};
use crate::exceptions::ExceptionRow;
use crate::{ExceptionId, ObligationId};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::clauses::Clause;
use kernel::http::reply::Answer;
use kernel::http::shown::{AllowedAction, Ref};
use serde::Serialize;
use utoipa::ToSchema;

/// An obligation in a line.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ObligationRow {
    pub id: ObligationId,
    #[schema(example = "client.verification")]
    pub kind: String,
    /// What is to be done.
    #[schema(example = "客户档案季度核定")]
    pub name: String,
    /// From which rules it comes.
    pub clauses: Vec<Clause>,
    #[schema(example = "client")]
    pub subject_kind: String,
    /// About which record.
    pub subject: Ref,
    /// Which period of the calendar; none for what stands until its act.
    #[schema(example = "2026-12")]
    pub occasion: Option<String>,
    /// Who has to do it; none where anybody may who may do it at all.
    pub person: Option<Ref>,
    /// The permission of those who may, where it is nobody's in particular.
    #[schema(example = "client.verify")]
    pub pool: Option<String>,
    pub department: Option<Ref>,
    pub opened_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    /// The same as the company's day.
    pub due_on: NaiveDate,
    pub state: ObligationState,
    pub stage: Stage,
    /// Open, and its moment has passed.
    pub overdue: bool,
    /// How many superiors were told.
    pub escalations: i16,
    pub settled_at: Option<DateTime<Utc>>,
    pub settled_by: Option<Ref>,
    /// Fulfilled after it was due.
    pub late: bool,
    /// Why it is void: `PERSON_LEFT`, `RECORD_GONE`, `TERM_ENDED`.
    pub reason: Option<String>,
    pub exception_id: Option<ExceptionId>,
    pub version: i64,
}

/// A superior who was told.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Escalation {
    /// 1: the direct superior.
    pub step: i16,
    pub person: Ref,
    pub escalated_at: DateTime<Utc>,
}

/// An obligation with all that happened.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ObligationDetail {
    #[serde(flatten)]
    pub row: ObligationRow,
    pub source: SourceKind,
    /// Operations that fulfil it.
    #[schema(value_type = Vec<String>, example = json!(["verify_client"]))]
    pub closed_by: &'static [&'static str],
    /// When it is looked after next: a reminder, lateness, the next superior.
    pub next_at: Option<DateTime<Utc>>,
    pub escalations_to: Vec<Escalation>,
    pub exceptions: Vec<ExceptionRow>,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for ObligationDetail {
    fn version(&self) -> Option<i64> {
        Some(self.row.version)
    }
}

/// A kind of obligation, as the handbook has it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ObligationKind {
    #[schema(example = "client.verification")]
    pub code: String,
    pub name: String,
    pub clauses: Vec<Clause>,
    #[schema(example = "client")]
    pub subject_kind: String,
    pub source: SourceKind,
    #[schema(value_type = Vec<String>, example = json!(["verify_client"]))]
    pub closed_by: &'static [&'static str],
    pub pool: Option<&'static str>,
}

/// A figure and the query of `GET /obligations` that shows what it counts.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ObligationCount {
    pub count: u64,
    #[schema(example = "whose=MINE&overdue=true")]
    pub filter: String,
}

/// What is due, in figures.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ObligationSummary {
    /// Mine, open.
    pub mine: ObligationCount,
    /// Mine, due by the end of this week.
    pub mine_this_week: ObligationCount,
    pub mine_overdue: ObligationCount,
    /// Of the people below me.
    pub team: ObligationCount,
    pub team_overdue: ObligationCount,
}

impl Answer for ObligationSummary {}
