//! Answers about the state of the archive, owner by owner.
use crate::names::Ref;
use chrono::{DateTime, Utc};
use kernel::clauses::Clause;
use kernel::http::reply::Answer;
use serde::Serialize;
use utoipa::ToSchema;

/// How many files, and the query of `GET /clients` that shows exactly these to the same reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Counted {
    pub count: u64,
    #[schema(example = "compliant=false&kind=INSTITUTION")]
    pub filter: String,
}

/// The files of some custody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Custody {
    pub files: Counted,
    /// In percent, rounded down.
    pub average_completeness: i64,
    /// Some field of the handbook's is still empty (A-CLI-05).
    pub incomplete: Counted,
    /// The basic archive is not complete (A-CLI-02).
    pub non_compliant: Counted,
    /// Past the day of the quarterly verification (A-CLI-10).
    pub overdue: Counted,
    /// Handed in and not keyed in yet (A-CLI-09).
    pub submissions_waiting: u64,
    /// The one that has waited longest.
    pub oldest_submission_at: Option<DateTime<Utc>>,
    pub instructions_open: u64,
    /// Open ones whose day has passed.
    pub instructions_late: u64,
}

/// The files of one owner in one department.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OwnerCustody {
    pub owner: Ref,
    pub department: Option<Ref>,
    #[serde(flatten)]
    pub custody: Custody,
}

/// A rule of the handbook, and the files that do not meet it now.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RuleWatch {
    pub clause: Clause,
    /// What is counted.
    #[schema(example = "基本档案不完整的机构客户")]
    pub label: String,
    pub files: Counted,
}

/// The archive as the reader may see it, as of now.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ClientOversight)]
pub struct Oversight {
    pub as_of: DateTime<Utc>,
    pub total: Custody,
    /// Least complete first.
    pub owners: Vec<OwnerCustody>,
    /// The rules that govern the archive (B-CRM-13).
    pub rules: Vec<RuleWatch>,
}

impl Answer for Oversight {}
