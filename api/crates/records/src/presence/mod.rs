//! Presence: who has a record open at this moment, so that two people do not write into it unaware of
//! each other. A caller says it anew while the record is open; who says nothing is no longer there.
//! Looking at a record is no act, so presence leaves no audit entries and no events.
mod announce;
mod dto;
pub mod entity;
mod leave;
mod routes;
pub(crate) mod store;

pub use dto::{Doing, PresenceInput, Presences, Present};
pub use routes::configure;

use crate::Wiring;
use dto::PresenceKey;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;

/// A record that the caller may not see does not exist, and neither does a kind that no area has.
async fn check(app: &App, wiring: &Wiring, actor: &Actor, key: &PresenceKey) -> ApiResult<()> {
    let area = wiring.visible.iter().find(|area| area.kind() == key.kind);
    let area = area.ok_or(code::NOT_FOUND)?;
    let seen = area.visible(app, actor, &[key.id]).await?;
    if seen.contains_key(&key.id) { Ok(()) } else { Err(code::NOT_FOUND.into()) }
}
