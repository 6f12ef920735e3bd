//! Requests and answers of importing.
use chrono::{DateTime, Utc};
use kernel::http::reply::Answer;
use kernel::ids::PersonId;
use kernel::jobs::{self, State};
use kernel::sheet::FileFormat;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// What becomes of the good rows where there are bad ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ImportMode {
    /// Nothing is kept unless every row is good; up to 2,000 rows.
    #[default]
    AllOrNothing,
    /// The good rows are kept.
    GoodRows,
}

impl ImportMode {
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "ALL_OR_NOTHING" => Some(Self::AllOrNothing),
            "GOOD_ROWS" => Some(Self::GoodRows),
            _ => None,
        }
    }
}

/// The form of an import.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "describes the form in the document; `upload` reads it part by part")]
pub struct ImportForm {
    /// An XLSX workbook or a CSV table (UTF-8, UTF-16 or GB18030), 50,000 rows at the most.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// ALL_OR_NOTHING where none is named.
    #[schema(value_type = ImportMode, required = false)]
    mode: Option<ImportMode>,
    /// Check every row, keep nothing.
    #[schema(value_type = bool, required = false)]
    dry_run: Option<bool>,
}

/// Work that was begun; follow it at `/jobs/{id}`, its outcomes at `/jobs/{id}/rows`.
#[derive(Debug, Serialize, ToSchema)]
pub struct StartedJob {
    pub id: Uuid,
    #[schema(example = "client.import")]
    pub kind: String,
    #[schema(value_type = State)]
    pub state: String,
    pub owner_id: PersonId,
    pub progress_done: i32,
    /// Rows or files that the work is about.
    pub progress_total: i32,
    pub created_at: DateTime<Utc>,
    pub version: i64,
}

impl From<jobs::entity::Model> for StartedJob {
    fn from(job: jobs::entity::Model) -> Self {
        Self {
            id: job.id,
            kind: job.kind,
            state: job.state,
            owner_id: PersonId(job.owner_id),
            progress_done: job.progress_done,
            progress_total: job.progress_total,
            created_at: job.created_at,
            version: job.version,
        }
    }
}

impl Answer for StartedJob {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
}

/// Which kind of file.
#[derive(Clone, Copy, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FormatParam {
    /// `xlsx` where none is named.
    #[param(inline)]
    pub format: Option<FileFormat>,
}

/// What the job works from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ImportTask {
    /// Of the file's content, in the file store.
    pub sha256: String,
    pub file_name: String,
    pub mode: ImportMode,
    pub dry_run: bool,
    /// In which outcomes are said.
    pub lang: String,
    /// The certificate of a destruction for which the spreadsheet was removed (A-BOR-06).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destroyed_by: Option<Uuid>,
}

/// What came of an import; the job's `result`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportResult {
    pub dry_run: bool,
    pub rows: usize,
    /// Created, or in a dry run: would be.
    pub good: usize,
    pub refused: usize,
    /// Good rows that were left out because others were not.
    pub skipped: usize,
}
