//! Whose rights a webhook receives with, as of now.
use super::kinds::WebhookReason;
use crate::ManageWebhooks;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::jobs::Owners;
use uuid::Uuid;

/// Where the owner of a webhook stands.
pub enum Standing {
    Receives(Box<Actor>),
    /// They are no longer there, or may no longer have webhooks.
    Stopped(WebhookReason),
}

pub async fn standing(app: &App, owners: &dyn Owners, owner: Uuid) -> ApiResult<Standing> {
    let Some(actor) = owners.actor(app, owner, "webhooks").await? else {
        return Ok(Standing::Stopped(WebhookReason::OwnerLeft));
    };
    if actor.holds(ManageWebhooks::NAME) {
        return Ok(Standing::Receives(Box::new(actor)));
    }
    Ok(Standing::Stopped(WebhookReason::RightLost))
}
