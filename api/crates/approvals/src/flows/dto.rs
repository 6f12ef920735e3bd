//! Requests and answers about flows.
use super::definition::{Definition, key};
use crate::ids::FlowVersionId;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::clauses::Clause;
use kernel::http::reply::Answer;
use kernel::http::shown::{AllowedAction, Ref};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// Set a flow from a date on; a new code begins another flow.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ApprovalFlowInput)]
pub struct FlowInput {
    #[validate(custom(function = "key"))]
    #[schema(pattern = "^[a-z][a-z0-9-]{0,39}$", example = "client-loan-top-secret")]
    pub code: String,
    /// Kind of the records that go through it: see `GET /approval-subjects`.
    #[validate(custom(function = "key"))]
    #[schema(pattern = "^[a-z][a-z0-9-]{0,39}$", example = "client-loan")]
    pub subject: String,
    #[validate(nested)]
    pub definition: Definition,
    /// Today or later.
    #[schema(example = "2099-01-01")]
    pub effective_from: NaiveDate,
    #[validate(length(min = 1, max = 500), custom(function = "kernel::checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "绝密档案的借阅增加总经理审批")]
    pub reason: String,
}

/// A flow as it counts today.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ApprovalFlow {
    #[schema(example = "client-loan")]
    pub code: String,
    pub subject: String,
    pub subject_name: String,
    /// 0: the handbook's own.
    pub version: i64,
    /// Null: the handbook's own.
    pub since: Option<NaiveDate>,
    pub definition: Definition,
    /// The rules behind its steps.
    pub clauses: Vec<Clause>,
    /// Names of the people and roles that it names.
    pub people: Vec<Ref>,
    pub roles: Vec<NamedRole>,
    /// `set`.
    pub allowed_actions: Vec<AllowedAction>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct NamedRole {
    pub code: String,
    pub name: String,
}

/// One version.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ApprovalFlowVersion {
    pub id: FlowVersionId,
    pub version: i64,
    pub definition: Definition,
    pub effective_from: NaiveDate,
    pub reason: String,
    pub set_by: Ref,
    pub set_at: DateTime<Utc>,
}

/// A flow with everything that was ever set, latest first.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ApprovalFlowDetail {
    /// None while its first version is of a later day.
    pub flow: Option<ApprovalFlow>,
    #[schema(example = "client-loan")]
    pub id: String,
    pub versions: Vec<ApprovalFlowVersion>,
}

impl Answer for ApprovalFlowDetail {
    fn location(&self) -> Option<String> {
        Some(format!("/approval-flows/{}", self.id))
    }
}

/// A kind of record that can be approved, and what a condition can ask about it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ApprovalSubject {
    #[schema(example = "client-loan")]
    pub kind: &'static str,
    #[schema(example = "客户档案借阅")]
    pub name: &'static str,
    pub facts: Vec<ApprovalFact>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ApprovalFact {
    #[schema(example = "kind")]
    pub name: &'static str,
    #[schema(example = "类别")]
    pub text: &'static str,
    /// Empty: an amount.
    pub choices: Vec<ApprovalChoice>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ApprovalChoice {
    #[schema(example = "LOAN")]
    pub value: &'static str,
    #[schema(example = "借出")]
    pub text: &'static str,
}
