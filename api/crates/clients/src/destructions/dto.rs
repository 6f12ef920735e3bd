//! Requests and answers about destructions.
use super::kinds::{DestructionState, Ground};
use crate::checks;
use crate::names::Ref;
use crate::{ClientId, DestructionId};
use approvals::ApprovalId;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::http::reply::Answer;
use kernel::http::shown::AllowedAction;
use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// Propose a file for destruction.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ProposeClientDestruction)]
pub struct Proposal {
    /// The file; those that were merged into it go with it.
    pub client_id: ClientId,
    /// Why it is of no keeping value (A-BOR-07).
    #[schema(example = "CEASED")]
    pub ground: Ground,
    /// It stays on the certificate when the file is gone: nothing that stands in the file.
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(
        min_length = 1,
        max_length = 500,
        example = "两年以上无任何往来，经销售部确认不再合作"
    )]
    pub reason: String,
}

/// What can be put right of a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientDestructionReason)]
pub struct Why {
    #[schema(example = "DISSOLVED")]
    pub ground: Ground,
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "工商登记已注销，经销售部核实")]
    pub reason: String,
}

/// Keep the file after all.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AbandonClientDestruction)]
pub struct Abandon {
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "客户来函要求恢复合作")]
    pub reason: String,
}

/// Destroy the file.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CarryOutClientDestruction)]
pub struct CarryOut {
    /// The file's number once more: there is no way back.
    #[validate(length(min = 1, max = 40), custom(function = "checks::line"))]
    #[schema(min_length = 1, max_length = 40, example = "KH-20230314-0007")]
    pub client_number: String,
}

/// Which destructions.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DestructionFilter {
    /// In one of these states.
    #[serde(default)]
    pub state: Vec<DestructionState>,
    /// For one of these grounds.
    #[serde(default)]
    pub ground: Vec<Ground>,
    /// Proposed by this person.
    pub requested_by: Option<PersonId>,
    /// Of this file.
    pub client_id: Option<ClientId>,
}

/// A file that is, or was, destroyed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DestroyedFile {
    pub id: ClientId,
    #[schema(example = "KH-20230314-0007")]
    pub number: String,
}

/// A line of the register.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ClientDestructionRow)]
pub struct DestructionRow {
    pub id: DestructionId,
    #[schema(example = "DS-20261129-0001")]
    pub number: String,
    pub client: DestroyedFile,
    /// While the file is there, and only to those who may see it.
    pub client_name: Option<String>,
    pub ground: Ground,
    pub state: DestructionState,
    pub requested_by: Ref,
    pub requested_at: DateTime<Utc>,
    pub department: Option<Ref>,
    /// 0 none, 1 秘密, 2 机密, 3 绝密.
    pub level: i16,
    pub settled_at: Option<DateTime<Utc>>,
    pub version: i64,
}

/// How many records of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct DestroyedCount {
    /// The table that held them.
    #[schema(example = "client_contact")]
    pub kind: String,
    #[schema(minimum = 0)]
    pub count: u64,
}

/// A proposal; once carried out, the certificate.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ClientDestruction)]
pub struct Destruction {
    #[serde(flatten)]
    pub row: DestructionRow,
    pub reason: String,
    /// The last day on which anything came into the file (A-BOR-07).
    pub idle_since: NaiveDate,
    /// The file and those that were merged into it.
    pub files: Vec<DestroyedFile>,
    pub counts: Vec<DestroyedCount>,
    /// SHA-256 over the contents, in hex: who holds a copy can prove that it is of what was destroyed.
    pub content_sha256: String,
    /// Who carried it out, or gave it up.
    pub settled_by: Option<Ref>,
    pub settled_note: Option<String>,
    /// Entries of the trail that lost their contents; the chain goes on proving their order.
    pub severed_entries: Option<i64>,
    /// Since when nothing is left in the file store and in the database's own files.
    pub cleared_at: Option<DateTime<Utc>>,
    /// The last approval, with its three signatures (A-BOR-06).
    pub approval_id: Option<ApprovalId>,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Destruction {
    fn version(&self) -> Option<i64> {
        Some(self.row.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/client-destructions/{}", self.row.id))
    }
}
