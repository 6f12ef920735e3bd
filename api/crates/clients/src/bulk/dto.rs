//! Request of a bulk action.
use crate::ClientId;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use validator::Validate;

/// What is done to each file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum BulkAction {
    HandOver,
    Verify,
    ChangeTier,
    ChangeState,
    Classify,
}

/// One action on many files: named one by one, or all that a filter chooses.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BulkRequest {
    pub action: BulkAction,
    /// The files; or `filter`.
    #[serde(default)]
    #[validate(length(min = 1, max = 5000))]
    #[schema(min_items = 1, max_items = 5000)]
    pub ids: Option<Vec<ClientId>>,
    /// The query of the list whose files are meant.
    #[serde(default)]
    #[validate(length(max = 4000))]
    #[schema(max_length = 4000, example = "state=POTENTIAL&tier=GENERAL")]
    pub filter: Option<String>,
    /// What the action on a single file takes.
    #[schema(value_type = Object, example = json!({"result": "CONFIRMED"}))]
    pub input: Map<String, Value>,
    /// Judge every file, change none.
    #[serde(default)]
    pub dry_run: bool,
}

/// What the job works from. The files are chosen when it is asked for: what was seen is meant.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BulkTask {
    pub action: BulkAction,
    pub ids: Vec<ClientId>,
    pub input: Map<String, Value>,
    pub dry_run: bool,
    /// In which outcomes are said.
    pub lang: String,
}
