//! Webhooks and deliveries as the caller sees them.
use super::dto::{Webhook, WebhookDelivery, WebhookInput};
use super::{WebhookDeliveryId, WebhookId, delivery_entity, entity, rules, signing, trail};
use crate::events::EventResource;
use crate::names::Names;
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::http::shown::allowed;

/// A webhook; address, types and secrets concern its owner alone.
#[must_use]
pub fn webhook(row: &entity::Model, names: &Names, to: &Actor, now: DateTime<Utc>) -> Webhook {
    let input = WebhookInput::from(row);
    let own = rules::own(to, row);
    let mine = own.is_ok();
    let lang = to.request.lang;
    Webhook {
        id: WebhookId(row.id),
        name: input.name,
        owner: names.shown(row.owner_id),
        host: trail::host(&input.url),
        url: mine.then_some(input.url),
        types: mine.then_some(input.types),
        state: row.state,
        state_reason: row.state_reason,
        previous_secret_until: signing::previous_until(row, now).filter(|_| mine),
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
        allowed_actions: vec![
            allowed("update", own, lang),
            allowed("pause", rules::pause(row), lang),
            allowed("resume", rules::resume(to, row), lang),
            allowed("rotate-secret", own, lang),
            allowed("test", rules::test(to, row), lang),
            allowed("read-deliveries", own, lang),
            allowed("delete", Ok::<(), rules::Refused>(()), lang),
        ],
        secret: None,
    }
}

/// A delivery of a webhook, to the owner of both.
#[must_use]
pub fn delivery(
    row: delivery_entity::Model,
    webhook: &entity::Model,
    to: &Actor,
) -> WebhookDelivery {
    let redeliver = rules::redeliver(to, webhook, &row);
    WebhookDelivery {
        id: WebhookDeliveryId(row.id),
        event_id: row.event_id,
        sequence: row.sequence,
        r#type: row.event_type,
        resource: EventResource { r#type: row.resource_type, id: row.resource_id },
        state: row.state,
        attempts: row.attempts,
        next_attempt_at: row.next_attempt_at,
        last_attempt_at: row.last_attempt_at,
        last_status: row.last_status,
        last_error: row.last_error,
        created_at: row.created_at,
        settled_at: row.settled_at,
        allowed_actions: vec![allowed("redeliver", redeliver, to.request.lang)],
    }
}
