//! The secret link as it is answered.
use super::entity::Model;
use chrono::{DateTime, Utc};
use kernel::http::reply::Answer;
use serde::Serialize;
use utoipa::ToSchema;

/// One's own calendar for other programs.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct CalendarFeed {
    /// Whether there is a link.
    pub active: bool,
    /// The link; shown this once, to whoever made it.
    #[schema(example = "https://zhidu.example.com/api/v1/calendar-feeds/NtY6…")]
    pub url: Option<String>,
    pub created_at: Option<DateTime<Utc>>,
    /// When a program last read it, to the hour.
    pub last_read_at: Option<DateTime<Utc>>,
}

impl From<Option<Model>> for CalendarFeed {
    fn from(row: Option<Model>) -> Self {
        row.map_or_else(Self::default, |row| Self {
            active: true,
            url: None,
            created_at: Some(row.created_at),
            last_read_at: row.last_read_at,
        })
    }
}

impl Answer for CalendarFeed {}
