//! Requests and answers about the audit trail.
use super::rules;
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Via};
use kernel::audit::entry;
use kernel::audit::verify::Bad;
use kernel::http::reply::Answer;
use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// Which entries.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AuditFilter {
    /// Acts of this person.
    pub actor_id: Option<PersonId>,
    /// Exactly this act.
    #[param(max_length = 100, example = "client.updated")]
    #[validate(length(max = 100), custom(function = "crate::plain::one_line"))]
    pub action: Option<String>,
    /// Done or refused.
    pub outcome: Option<Outcome>,
    /// Refused by this rule.
    #[param(max_length = 20, example = "A-CLI-16")]
    #[validate(length(max = 20), custom(function = "crate::plain::one_line"))]
    pub clause: Option<String>,
    /// Acts upon this kind of record.
    #[param(max_length = 100, example = "client")]
    #[validate(length(max = 100), custom(function = "crate::plain::one_line"))]
    pub resource_type: Option<String>,
    /// Acts upon this record.
    pub resource_id: Option<Uuid>,
    /// At this moment or later.
    pub occurred_after: Option<DateTime<Utc>>,
    /// Before this moment.
    pub occurred_before: Option<DateTime<Utc>>,
    /// Beginning of the record's label or of the act; case matters.
    #[param(max_length = 100)]
    #[validate(length(max = 100), custom(function = "crate::plain::one_line"))]
    pub q: Option<String>,
}

/// How an act ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Outcome {
    Done,
    Refused,
}

impl Outcome {
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "DONE",
            Self::Refused => "REFUSED",
        }
    }
}

/// One act, as it was recorded. Values are shown as they are stored, so that a doctored row shows
/// what was doctored.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditEntry {
    pub id: Uuid,
    /// Place in the chain; null for the moment until the entry is sealed.
    pub sequence: Option<i64>,
    pub occurred_at: DateTime<Utc>,
    pub actor: ActorShown,
    #[schema(value_type = Via)]
    pub via: String,
    #[schema(example = "client.updated")]
    pub action: String,
    #[schema(value_type = Outcome)]
    pub outcome: String,
    /// Code of the refusal.
    #[schema(example = "PERMISSION_MISSING")]
    pub code: Option<String>,
    pub resource: ResourceShown,
    /// Field → [before, after].
    #[schema(value_type = Object, example = json!({"short_name": ["恒达", "恒达股份"]}))]
    pub changes: Value,
    /// The same for personal data; null without the right to it.
    #[schema(value_type = Option<Object>)]
    pub personal_changes: Option<Value>,
    /// Which personal data changed.
    #[schema(example = json!(["mobile"]))]
    pub personal_fields: Vec<String>,
    pub reason: Option<String>,
    pub request_id: String,
    /// The certificate of a destruction (A-BOR-06) for which label, changes and reason were taken out of
    /// the entry; who acted, when and on what stays, and so does its place in the chain.
    pub severed_by: Option<Uuid>,
    /// SHA-256 over the previous hash and everything above, in hex.
    pub hash: Option<String>,
    pub previous_hash: Option<String>,
}

/// Who acted, under the name they had then.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActorShown {
    /// All zeros for the service itself.
    pub id: PersonId,
    #[schema(example = "王建国")]
    pub name: String,
}

/// What was acted upon, under the label it had then.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResourceShown {
    #[schema(example = "client")]
    pub r#type: String,
    pub id: Option<Uuid>,
    #[schema(example = "KH-20261122-0007")]
    pub label: String,
}

impl Answer for AuditEntry {
    /// An entry changes once, when it is sealed.
    fn version(&self) -> Option<i64> {
        Some(if self.sequence.is_some() { 2 } else { 1 })
    }
}

impl AuditEntry {
    #[must_use]
    pub fn shown(row: entry::Model, to: &Actor) -> Self {
        let personal = object(&row.personal_changes);
        let personal_fields = personal.keys().cloned().collect();
        let may = rules::sees_personal_data(to, &row.place());
        Self {
            id: row.id,
            sequence: row.sequence,
            occurred_at: row.occurred_at,
            actor: ActorShown { id: PersonId(row.actor_id), name: row.actor_name },
            via: row.via,
            action: row.action,
            outcome: row.outcome,
            code: row.code,
            resource: ResourceShown {
                r#type: row.resource_type,
                id: row.resource_id,
                label: row.resource_label,
            },
            changes: Value::Object(object(&row.changes)),
            personal_changes: may.then_some(Value::Object(personal)),
            personal_fields,
            reason: row.reason,
            request_id: row.request_id,
            severed_by: row.severed_by,
            hash: row.hash,
            previous_hash: row.previous_hash,
        }
    }
}

/// A stored object; what no longer is one (somebody wrote into the database) shows as a fault.
fn object(text: &str) -> Map<String, Value> {
    serde_json::from_str(text).unwrap_or_else(|_| {
        Map::from_iter([("?".to_owned(), Value::String("unreadable".to_owned()))])
    })
}

/// Head of the chain.
#[derive(Debug, Serialize, ToSchema)]
pub struct Chain {
    /// Entries sealed so far.
    pub sequence: i64,
    /// Hash of the last of them.
    pub hash: String,
    /// Committed and not sealed yet.
    pub unsealed: u64,
}

impl Answer for Chain {}

/// Where to start.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyChain {
    /// The last entry known to be good; absent: the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub after: Option<KnownGood>,
}

/// An anchor kept elsewhere, or where an earlier verification stopped.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KnownGood {
    #[schema(minimum = 1)]
    #[validate(range(min = 1))]
    pub sequence: i64,
    #[schema(min_length = 64, max_length = 64, pattern = "^[0-9a-f]{64}$")]
    #[validate(length(equal = 64), custom(function = "lower_hex"))]
    pub hash: String,
}

fn lower_hex(text: &str) -> Result<(), validator::ValidationError> {
    if text.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f')) {
        return Ok(());
    }
    Err(validator::ValidationError::new(kernel::code::field::FORMAT.name))
}

/// What a verification found.
#[derive(Debug, Serialize, ToSchema)]
pub struct Verification {
    /// Nothing wrong so far.
    pub valid: bool,
    /// The end of the chain was reached, or a bad entry found.
    pub complete: bool,
    /// Entries looked at by this request.
    pub checked: i64,
    /// The last good entry; with `hash`, where to go on from.
    pub sequence: i64,
    pub hash: String,
    pub first_bad: Option<Bad>,
}

impl Answer for Verification {}
