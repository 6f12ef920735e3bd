//! Webhooks by the Standard Webhooks scheme: what happens, sent to addresses of integrators.
//!
//! A webhook acts for its owner. It is told exactly what its owner may receive, asked when an event is
//! put on its way and once more whenever it is sent; a webhook that is not active is told nothing of what
//! happens meanwhile, then or later. `fan_out` puts events on their way, under a lease; `sending` sends
//! them, each attempt claimed by its number, with no transaction open while it waits for an answer.
mod address;
mod create;
mod delete;
mod deliveries;
pub mod delivery_entity;
mod delivery_routes;
mod disable;
mod dto;
pub mod entity;
mod fan_out;
mod kinds;
mod labels;
mod list;
mod manager;
mod owner;
mod pause;
mod post;
mod queue;
mod redeliver;
mod resume;
mod rotate;
mod routes;
mod rules;
mod schedule;
mod sending;
mod settle;
mod show;
mod signing;
mod store;
mod test;
mod trail;
mod update;

pub use dto::{Webhook, WebhookDelivery, WebhookInput};
pub use fan_out::{fan_out, fan_out_under, turn};
pub use kinds::{DeliveryError, DeliveryState, WebhookReason, WebhookState};
pub use labels::labels;
pub use post::Post;
pub(crate) use queue::forget;
pub use routes::configure;
pub use sending::{Sent, send_due};

kernel::typed_id! {
    /// A webhook.
    WebhookId,
    /// An event on its way to a webhook.
    WebhookDeliveryId,
}

/// Technical: what is sent was recorded when it happened.
fn service() -> kernel::access::Actor {
    kernel::access::Actor::system([], "webhooks")
}
