//! The service stops a webhook by itself.
use super::entity::Model;
use super::kinds::{WebhookReason, WebhookState};
use super::{store, trail};
use crate::notices::WEBHOOK_DISABLED;
use kernel::audit::Resource;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::notify::{self, Notice};
use kernel::work::Work;

/// Stop it, where it is still as it was seen to be; its owner is told, unless they have left. The row
/// is held.
pub async fn disable(work: &mut Work<'_>, seen: &Model, reason: WebhookReason) -> ApiResult<()> {
    let row = store::hold(work.db(), seen.id).await?;
    // Pointed elsewhere or stopped by somebody meanwhile: what was found out is of no account.
    let same = |row: &Model| row.state == WebhookState::Active && row.url == seen.url;
    let Some(row) = row.filter(same) else { return Ok(()) };
    let after = Model {
        state: WebhookState::Disabled,
        state_reason: Some(reason),
        updated_at: work.at(),
        version: row.version.saturating_add(1),
        ..row.clone()
    };
    store::save(work.db(), &after).await?;
    let place = trail::place(work.db(), work.actor(), &row).await?;
    work.record(trail::act("webhook.disabled", &after, place, trail::states(&row, &after)));
    if reason == WebhookReason::OwnerLeft {
        return Ok(());
    }
    let notice = Notice::new(WEBHOOK_DISABLED, Resource::new("webhook", row.id, ""));
    let notice = notice.param("reason", serde_json::json!(reason));
    notify::send(work, &[PersonId(row.owner_id)], &notice).await
}
