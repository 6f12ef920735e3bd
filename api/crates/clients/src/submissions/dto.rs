//! Requests and answers about submissions.
use super::kinds::SubmissionState;
use super::proposal::FieldChange;
use super::record::{self, RecordProposal};
use crate::checks;
use crate::names::Ref;
use crate::{ClientId, SubmissionId};
use chrono::{DateTime, Utc};
use kernel::http::reply::Answer;
use kernel::http::shown::AllowedAction;
use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// What was collected at a client (A-CLI-08, A-CLI-17).
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmissionInput {
    /// The client whose file should change; none for a client that has no file yet.
    #[serde(default)]
    pub client_id: Option<ClientId>,
    /// The version of the file that was looked at; needed with `client_id`.
    #[serde(default)]
    #[validate(range(min = 1))]
    #[schema(minimum = 1)]
    pub client_version: Option<i64>,
    /// A merge patch for the file, or for a new client what `POST /clients` takes.
    /// May be left out where only `records` are handed in about a file.
    #[serde(default)]
    #[schema(value_type = Object, example = json!({"telephone": "028-85123456"}))]
    pub payload: Map<String, Value>,
    /// People, papers and purchases of the client (A-CLI-06, B-CRM-10).
    #[serde(default)]
    #[validate(nested, length(max = "record::MOST"))]
    #[schema(max_items = 30)]
    pub records: Vec<RecordProposal>,
    /// How it came to be known.
    #[serde(default)]
    #[validate(length(max = 1000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 1000, example = "11 月 20 日拜访时对方告知")]
    pub note: Option<String>,
}

/// Key it in (A-CLI-16).
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptSubmission {
    /// What is keyed in where it differs from what was submitted.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub payload: Option<Map<String, Value>>,
    /// The records that are kept where they differ from those submitted: all of them, each that
    /// changes one with the version that it was compared with.
    #[serde(default)]
    #[validate(nested, length(max = "record::MOST"))]
    #[schema(max_items = 30)]
    pub records: Option<Vec<RecordProposal>>,
    /// The version of the file that was compared with; needed where the file has changed since the
    /// submission (`conflict`).
    #[serde(default)]
    pub client_version: Option<i64>,
    /// Similar files were looked at and this is another client.
    #[serde(default)]
    pub confirm_duplicates: bool,
    /// Why it is another client; needed with `confirm_duplicates`.
    #[serde(default)]
    #[validate(length(max = 500), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 500)]
    pub duplicate_reason: Option<String>,
}

/// Give it back.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnSubmission {
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "地址与营业执照不符,请核实")]
    pub reason: String,
}

/// Which submissions.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SubmissionFilter {
    /// In one of these states.
    #[serde(default)]
    pub state: Vec<SubmissionState>,
    /// About this client.
    pub client_id: Option<ClientId>,
    /// Handed in by this person.
    pub submitted_by: Option<PersonId>,
    /// About files of this owner, or handed in by them while the client has none.
    pub owner_id: Option<PersonId>,
}

/// A file as a submission names it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SubmissionClient {
    pub id: ClientId,
    pub number: String,
    pub name: String,
    /// The version that the file has now.
    pub version: i64,
}

/// A line of the list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SubmissionRow {
    pub id: SubmissionId,
    /// Null while the client has no file.
    pub client: Option<SubmissionClient>,
    /// As it was called when submitted.
    pub client_name: String,
    pub state: SubmissionState,
    /// The version of the file that the submitter looked at; null where a new one was proposed.
    pub client_version: Option<i64>,
    /// The file has changed since.
    pub conflict: bool,
    pub note: Option<String>,
    pub submitted_at: DateTime<Utc>,
    pub submitted_by: Ref,
    pub decided_at: Option<DateTime<Utc>>,
    pub decided_by: Option<Ref>,
    pub decision_reason: Option<String>,
    pub version: i64,
}

/// A submission with what it proposes.
#[derive(Debug, Serialize, ToSchema)]
pub struct Submission {
    #[serde(flatten)]
    pub row: SubmissionRow,
    #[schema(value_type = Object)]
    pub payload: Map<String, Value>,
    /// While it is pending: what would differ from the file as it is now.
    pub changes: Vec<FieldChange>,
    /// Personal fields are masked for those without `client-personal.read` over the file, but for
    /// whoever handed them in (A-CLI-28).
    pub records: Vec<ProposedRecord>,
    pub allowed_actions: Vec<AllowedAction>,
}

/// A record that a submission would add or change.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProposedRecord {
    #[serde(flatten)]
    pub proposal: RecordProposal,
    /// Whose or what: as the file has it, or as it is proposed.
    #[schema(example = "何静怡")]
    pub name: Option<String>,
    /// The record has changed since, or was taken out: compare, and accept with `records`.
    pub conflict: bool,
    /// It was taken out of the file meanwhile: nothing is written into it any more.
    pub removed: bool,
    /// The version of the record now; null for a new one.
    pub current_version: Option<i64>,
    /// While it is pending: what would differ from the record as it is now.
    pub changes: Vec<FieldChange>,
}

impl Answer for Submission {
    fn version(&self) -> Option<i64> {
        Some(self.row.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/client-submissions/{}", self.row.id))
    }
}
