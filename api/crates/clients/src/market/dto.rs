//! Requests and answers about extracts.
use crate::ExtractId;
use crate::checks;
use crate::names::Ref;
use chrono::{DateTime, Utc};
use kernel::http::reply::Answer;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Take an extract.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TakeMarketExtract)]
pub struct TakeExtract {
    /// What it is for.
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "2026 年四季度行业分布分析")]
    pub purpose: String,
}

/// An extract, as the register has it.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = MarketExtract)]
pub struct Extract {
    pub id: ExtractId,
    pub purpose: Option<String>,
    /// How many files are in it.
    pub files: i64,
    /// In bytes.
    pub size: i64,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Files above this level are not in it.
    pub clearance: i16,
    pub taken_at: DateTime<Utc>,
    pub taken_by: Ref,
    /// The certificate of a destruction: a file in it was destroyed, and its bytes with it (A-BOR-06).
    pub destroyed_by: Option<Uuid>,
}

impl Answer for Extract {
    fn location(&self) -> Option<String> {
        Some(format!("/client-market-extracts/{}", self.id))
    }
}
