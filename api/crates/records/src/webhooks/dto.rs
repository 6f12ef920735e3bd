//! Requests and answers about webhooks.
use super::entity::Model;
use super::kinds::{DeliveryError, DeliveryState, WebhookReason, WebhookState};
use super::{WebhookDeliveryId, WebhookId, rules};
use crate::events::EventResource;
use chrono::{DateTime, Utc};
use kernel::code::field;
use kernel::http::reply::Answer;
use kernel::http::shown::{AllowedAction, Ref};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::{Validate, ValidationError};

/// Which webhooks.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct WebhookFilter {
    /// In one of these states.
    #[serde(default)]
    pub state: Vec<WebhookState>,
}

/// Which deliveries.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DeliveryFilter {
    /// In one of these states.
    #[serde(default)]
    pub state: Vec<DeliveryState>,
}

/// The name of an event, or an area with `.*`.
#[derive(ToSchema)]
#[schema(max_length = 100, pattern = r"^[a-z0-9-]+\.([a-z0-9-]+|\*)$", example = "client.*")]
#[expect(dead_code, reason = "the document's words for what `rules::is_type` takes")]
struct EventName(String);

/// Where events go, and which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WebhookInput {
    #[schema(example = "ERP 对接", min_length = 1, max_length = 100)]
    #[validate(length(max = 100), custom(function = "crate::plain::filled"))]
    pub name: String,
    /// Over https, on the public network, without a user name. Shown to its owner alone.
    #[schema(example = "https://erp.zhidu.example/webhooks", min_length = 1, max_length = 2000)]
    #[validate(length(min = 1, max = 2000), custom(function = "crate::plain::one_line"))]
    pub url: String,
    /// Names of events, or `area.*` for all of an area; empty: all that the owner may receive.
    #[serde(default)]
    #[schema(value_type = Vec<EventName>, max_items = 100, example = json!(["client.*"]))]
    #[validate(length(max = 100), custom(function = "types"))]
    pub types: Vec<String>,
}

fn types(types: &[String]) -> Result<(), ValidationError> {
    if types.iter().any(|text| text.len() > 100 || !rules::is_type(text)) {
        return Err(ValidationError::new(field::FORMAT.name));
    }
    if types.iter().collect::<BTreeSet<_>>().len() < types.len() {
        return Err(ValidationError::new(field::DUPLICATE.name));
    }
    Ok(())
}

impl From<&Model> for WebhookInput {
    fn from(row: &Model) -> Self {
        Self {
            name: row.name.clone(),
            url: row.url.clone(),
            types: serde_json::from_str(&row.types).unwrap_or_default(),
        }
    }
}

/// A webhook. Where it leads and what it asks for is shown to its owner alone.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Webhook {
    pub id: WebhookId,
    #[schema(example = "ERP 对接")]
    pub name: String,
    /// By whose rights it receives.
    pub owner: Ref,
    #[schema(example = "erp.zhidu.example")]
    pub host: String,
    #[schema(example = "https://erp.zhidu.example/webhooks")]
    pub url: Option<String>,
    #[schema(example = json!(["client.*"]))]
    pub types: Option<Vec<String>>,
    pub state: WebhookState,
    /// Why it is disabled.
    pub state_reason: Option<WebhookReason>,
    /// Until when the secret before the last rotation signs as well.
    pub previous_secret_until: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
    /// In the answer to its creation and to a rotation, this once. Not repeated for the same
    /// idempotency key.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDC2FVsBQIhrs=")]
    pub secret: Option<String>,
}

impl Answer for Webhook {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/webhooks/{}", self.id))
    }
}

/// One event on its way to a webhook.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WebhookDelivery {
    pub id: WebhookDeliveryId,
    /// `webhook-id` of every attempt.
    pub event_id: Uuid,
    /// The event's place, as in the list of events.
    pub sequence: i64,
    #[schema(example = "client.updated")]
    pub r#type: String,
    pub resource: EventResource,
    pub state: DeliveryState,
    /// How often it was sent.
    pub attempts: i32,
    pub next_attempt_at: Option<DateTime<Utc>>,
    pub last_attempt_at: Option<DateTime<Utc>>,
    /// Status of the last answer.
    #[schema(example = 503)]
    pub last_status: Option<i16>,
    /// Why the last attempt got no answer.
    pub last_error: Option<DeliveryError>,
    pub created_at: DateTime<Utc>,
    pub settled_at: Option<DateTime<Utc>>,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for WebhookDelivery {}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::error::ApiError;
    use kernel::http::input::{check, parse};

    fn wrong(json: &str) -> Vec<(String, &'static str)> {
        match parse::<WebhookInput>(json.as_bytes()).and_then(|input| check(&input)) {
            Ok(()) => vec![],
            Err(ApiError::Invalid(fields)) => {
                fields.into_iter().map(|f| (f.pointer, f.code.name)).collect()
            }
            Err(other) => vec![(String::new(), other.code().name)],
        }
    }

    #[test]
    fn types_are_names_of_events_each_once() {
        let with = |types: &str| wrong(&format!(r#"{{"name":"n","url":"u","types":{types}}}"#));
        assert_eq!(with(r#"["client.*","person.created"]"#), vec![]);
        assert_eq!(with("[]"), vec![]);
        assert_eq!(with(r#"["client"]"#), vec![("/types".to_owned(), "FORMAT")]);
        assert_eq!(with(r#"["client.*","client.*"]"#), vec![("/types".to_owned(), "DUPLICATE")]);
    }
}
