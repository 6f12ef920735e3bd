//! Events as they are delivered.
use chrono::{DateTime, Utc};
use kernel::audit::event;
use kernel::http::paging::PageInfo;
use kernel::http::reply::Answer;
use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// Where to start.
#[derive(Clone, Copy, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct EventFilter {
    /// Only events with a greater sequence: `next_after` of the answer before.
    #[param(minimum = 0)]
    #[validate(range(min = 0))]
    pub after: Option<i64>,
}

/// Where a stream goes on, as browsers say it by themselves.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "the document's words for what `stream::LastEvent` reads")]
pub struct LastSeen {
    /// The last id that arrived.
    #[param(rename = "Last-Event-ID", value_type = i64, required = false, minimum = 0)]
    last_event_id: Option<i64>,
}

/// One message of the live stream, as the standard's fields name it.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "the document's words for what `frame` writes")]
pub struct Frame {
    /// The event's sequence: the place to come back to.
    #[schema(example = "4711")]
    id: Option<String>,
    /// Absent for an event; `end` when the stream ends, with the reason in `data`.
    #[schema(example = "end")]
    event: Option<String>,
    /// An event as JSON.
    data: Option<String>,
}

/// One committed change. Seen at least once, in order.
#[derive(Debug, Serialize, ToSchema)]
pub struct Event {
    pub id: Uuid,
    /// Grows without end; gaps are events of others.
    pub sequence: i64,
    #[schema(example = "client.updated")]
    pub r#type: String,
    pub occurred_at: DateTime<Utc>,
    pub actor: EventActor,
    pub resource: EventResource,
    /// Names of changed fields and what else the type promises; never confidential values.
    #[schema(value_type = Object, example = json!({"changed": ["short_name"]}))]
    pub data: Value,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct EventActor {
    /// All zeros for the service itself.
    pub id: PersonId,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventResource {
    #[schema(example = "client")]
    pub r#type: String,
    pub id: Uuid,
}

impl From<event::Model> for Event {
    fn from(row: event::Model) -> Self {
        Self {
            id: row.id,
            sequence: row.sequence.unwrap_or_default(),
            r#type: row.name,
            occurred_at: row.occurred_at,
            actor: EventActor { id: PersonId(row.actor_id) },
            resource: EventResource { r#type: row.resource_type, id: row.resource_id },
            data: serde_json::from_str(&row.data).unwrap_or_default(),
        }
    }
}

/// Events in order.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventPage {
    pub items: Vec<Event>,
    pub page: PageInfo,
    /// Everything up to here has been looked at: the next `after`, also when nothing was found.
    pub next_after: i64,
}

impl Answer for EventPage {
    fn next_cursor(&self) -> Option<&str> {
        self.page.next_cursor.as_deref()
    }
}
