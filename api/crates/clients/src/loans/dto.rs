//! Requests and answers about loans.
use super::kinds::{LoanKind, LoanState};
use crate::checks;
use crate::names::Ref;
use crate::{ClientId, IncidentId, LoanId};
use approvals::ApprovalId;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::http::reply::Answer;
use kernel::http::shown::AllowedAction;
use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// Ask for client archives (A-BOR-01).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientLoanInput)]
pub struct LoanInput {
    #[schema(example = "CONSULTATION")]
    pub kind: LoanKind,
    /// Which files or figures, in one's own words.
    #[validate(length(min = 1, max = 1000), custom(function = "checks::lines"))]
    #[schema(
        min_length = 1,
        max_length = 1000,
        example = "西南片区机械制造类客户 2026 年的往来记录"
    )]
    pub wanted: String,
    #[validate(length(min = 1, max = 1000), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 1000, example = "编制 2027 年度销售计划")]
    pub purpose: String,
    /// The last day; needed for a loan, and only there.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// The undertaking not to read client information in public places or while travelling (A-BOR-04).
    #[schema(example = true)]
    pub undertaking: bool,
}

/// Hand the files or figures out: this fills in the loan card (A-BOR-03).
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = HandOutClientLoan)]
pub struct HandOut {
    /// The files; none where it is figures.
    #[serde(default)]
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub files: Vec<ClientId>,
    #[serde(default)]
    #[validate(length(max = 1000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 1000, example = "纸质档案两册，共 86 页")]
    pub note: Option<String>,
}

/// Take a loan back.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = GiveBackClientLoan)]
pub struct GiveBack {
    /// In which condition.
    #[serde(default)]
    #[validate(length(max = 1000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 1000, example = "两册齐全，无缺页")]
    pub note: Option<String>,
}

/// Record a breach, loss or leak (A-BOR-05).
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ReportClientLoanLost)]
pub struct ReportLost {
    #[validate(length(min = 1, max = 2000), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 2000, example = "借阅人出差途中遗失其中一册")]
    pub note: String,
    /// The direct superior, who bears the responsibility of leadership; the borrower's own where none is
    /// named.
    #[serde(default)]
    pub superior_id: Option<PersonId>,
}

/// Which loans.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct LoanFilter {
    /// In one of these states.
    #[serde(default)]
    pub state: Vec<LoanState>,
    /// Of one of these kinds.
    #[serde(default)]
    pub kind: Vec<LoanKind>,
    /// Requested by this person.
    pub requested_by: Option<PersonId>,
    /// Handed out, and to be back before this day.
    pub due_before: Option<NaiveDate>,
}

/// A line of the list.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ClientLoanRow)]
pub struct LoanRow {
    pub id: LoanId,
    #[schema(example = "LN-20261129-0001")]
    pub number: String,
    pub kind: LoanKind,
    pub wanted: String,
    pub purpose: String,
    pub due_on: Option<NaiveDate>,
    /// Handed out, and its last day has passed.
    pub overdue: bool,
    pub state: LoanState,
    pub requested_by: Ref,
    pub requested_at: DateTime<Utc>,
    pub department: Option<Ref>,
    /// 0 none, 1 秘密, 2 机密, 3 绝密.
    pub level: i16,
    pub handed_out_at: Option<DateTime<Utc>>,
    pub settled_at: Option<DateTime<Utc>>,
    pub version: i64,
}

/// A file on a loan card.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LoanFile {
    pub id: Uuid,
    #[schema(example = "CL-20261129-0001")]
    pub number: String,
    pub name: String,
}

/// A request with its loan card.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ClientLoan)]
pub struct Loan {
    #[serde(flatten)]
    pub row: LoanRow,
    /// Those of the files that the reader is cleared for.
    pub files: Vec<LoanFile>,
    pub handed_out_by: Option<Ref>,
    pub handed_out_note: Option<String>,
    /// Who took it back, or recorded the loss.
    pub settled_by: Option<Ref>,
    pub settled_note: Option<String>,
    /// The direct superior of whoever lost it (A-BOR-05).
    pub superior: Option<Ref>,
    /// The incident that the loss became, where the reader may see it.
    pub incident_id: Option<IncidentId>,
    /// The last approval.
    pub approval_id: Option<ApprovalId>,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Loan {
    fn version(&self) -> Option<i64> {
        Some(self.row.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/client-loans/{}", self.row.id))
    }
}
