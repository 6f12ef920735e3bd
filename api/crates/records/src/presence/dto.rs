//! Requests and answers about presence.
use super::entity::Model;
use chrono::{DateTime, Utc};
use kernel::http::reply::Answer;
use kernel::http::shown::Ref;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Which record.
#[derive(Clone, Debug, Deserialize)]
pub struct PresenceKey {
    pub kind: String,
    pub id: Uuid,
}

/// What somebody does with an open record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Doing {
    Viewing,
    Editing,
}

/// What the caller does.
#[derive(Clone, Copy, Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PresenceInput {
    pub doing: Doing,
}

/// Somebody else who has the record open.
#[derive(Debug, Serialize, ToSchema)]
pub struct Present {
    pub person: Ref,
    pub doing: Doing,
    /// Since when they have done so without a break.
    pub since: DateTime<Utc>,
}

impl Present {
    pub fn new(row: &Model, person: Ref) -> Self {
        let doing = if row.editing { Doing::Editing } else { Doing::Viewing };
        Self { person, doing, since: row.since }
    }
}

/// Who else is there.
#[derive(Debug, Serialize, ToSchema)]
pub struct Presences {
    /// Longest there first; at most 20.
    pub items: Vec<Present>,
    /// Say it again after so many seconds; who is silent for three times as long has left.
    #[schema(example = 15)]
    pub again_after_s: i64,
}

impl Answer for Presences {}
