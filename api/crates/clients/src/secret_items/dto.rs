//! The level of an item as it travels.
use super::kinds::SecretContent;
use crate::archive::kinds::Level;
use crate::checks;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// What makes an item more secret than its file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemSecrecy {
    /// Above that of the file.
    #[schema(example = "CONFIDENTIAL")]
    pub level: Level,
    /// The last day of the term (A-SEC-07), after today and within fifty years; without it the usual one of
    /// the level from today (`clients.term_years_…`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level_until: Option<NaiveDate>,
    /// A-SEC-06
    #[schema(example = "BUSINESS_DETAILS")]
    pub content: SecretContent,
}

/// Give an item a level of its own, another one, or that of its file.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassifyItem {
    /// Null: as secret as the file, and no more.
    #[serde(default)]
    #[validate(nested)]
    pub secrecy: Option<ItemSecrecy>,
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "含底价与让利方案")]
    pub reason: String,
}

/// What an item is more secret by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ItemLevel {
    pub level: Level,
    /// The last day of the term.
    pub level_until: NaiveDate,
    pub content: SecretContent,
}
