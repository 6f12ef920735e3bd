//! Lines of a `text/event-stream`.
use super::dto::Event;
use actix_web::web::Bytes;

/// Why a stream ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The credential no longer holds: sign in or refresh, then come back.
    SignedOut,
    /// The process stops: come back, another one answers.
    Stopping,
}

impl Ending {
    const fn as_str(self) -> &'static str {
        match self {
            Self::SignedOut => "SIGNED_OUT",
            Self::Stopping => "STOPPING",
        }
    }
}

/// First words: how long to wait before coming back, and the place to come back to.
pub fn opening(position: i64) -> Bytes {
    Bytes::from(format!("retry: 2000\nid: {position}\n\n"))
}

/// Shows that the line is alive, and moves the place on past events of others.
pub fn beat(position: i64) -> Bytes {
    Bytes::from(format!(": beat\nid: {position}\n\n"))
}

/// JSON without line breaks, so one `data:` line each.
pub fn events(events: &[Event]) -> Result<Bytes, serde_json::Error> {
    let mut text = String::new();
    for event in events {
        let json = serde_json::to_string(event)?;
        text.push_str(&format!("id: {}\ndata: {json}\n\n", event.sequence));
    }
    Ok(Bytes::from(text))
}

pub fn ending(why: Ending) -> Bytes {
    Bytes::from(format!("event: end\ndata: {{\"reason\":\"{}\"}}\n\n", why.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::dto::{EventActor, EventResource};
    use chrono::DateTime;
    use kernel::ids::PersonId;
    use serde_json::json;
    use uuid::Uuid;

    #[test]
    fn an_event_is_an_id_and_one_line_of_data_whatever_it_says() {
        let event = Event {
            id: Uuid::nil(),
            sequence: 7,
            r#type: "client.updated".to_owned(),
            occurred_at: DateTime::from_timestamp(0, 0).unwrap(),
            actor: EventActor { id: PersonId(Uuid::nil()) },
            resource: EventResource { r#type: "client".to_owned(), id: Uuid::nil() },
            data: json!({"note": "两行\n一个\r事件"}),
        };
        let bytes = events(&[event]).unwrap();
        let text = std::str::from_utf8(&bytes).unwrap();
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.len(), 3, "{text}");
        assert_eq!(lines[0], "id: 7");
        let data = lines[1].strip_prefix("data: ").unwrap();
        let parsed: serde_json::Value = serde_json::from_str(data).unwrap();
        assert_eq!(parsed["data"]["note"], "两行\n一个\r事件");
    }

    #[test]
    fn a_stream_says_where_to_come_back_to_and_why_it_ended() {
        assert_eq!(opening(3), "retry: 2000\nid: 3\n\n");
        assert_eq!(ending(Ending::Stopping), "event: end\ndata: {\"reason\":\"STOPPING\"}\n\n");
    }
}
