//! Whose rights a webhook receives with, as of now.
use super::disable::disable;
use super::entity::Model;
use super::kinds::WebhookReason;
use crate::ManageWebhooks;
use kernel::access::OnBehalf;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::work::Work;

/// The owner of a webhook. None: they are no longer there or may no longer have webhooks, and it was
/// disabled, in the work that `begin` begins.
pub async fn entitled<'a>(
    app: &App,
    owners: &dyn OnBehalf,
    webhook: &Model,
    begin: impl Future<Output = ApiResult<Work<'a>>>,
) -> ApiResult<Option<Actor>> {
    let reason = match owners.actor(app, PersonId(webhook.owner_id), "webhooks").await? {
        Some(actor) if actor.holds(ManageWebhooks::NAME) => return Ok(Some(actor)),
        Some(_) => WebhookReason::RightLost,
        None => WebhookReason::OwnerLeft,
    };
    let mut work = begin.await?;
    disable(&mut work, webhook, reason).await?;
    work.commit_nothing().await?;
    Ok(None)
}
