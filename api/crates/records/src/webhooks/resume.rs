//! Use case: let a webhook receive again, from what happens from now on.
use super::dto::Webhook;
use super::kinds::WebhookState;
use super::{entity, rules, show, store, trail};
use crate::events::store as events;
use crate::names::Names;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;
use uuid::Uuid;

pub async fn resume(
    app: &App,
    actor: &Actor,
    id: Uuid,
    seen: IfMatch,
) -> ApiResult<Reply<Webhook>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::resume(actor, &row)?;
    let after = entity::Model {
        state: WebhookState::Active,
        state_reason: None,
        // Its owner may not have been entitled to what happened meanwhile, whatever they are now.
        position: events::head(work.db()).await?,
        updated_at: work.at(),
        version: row.version.saturating_add(1),
        ..row.clone()
    };
    store::save(work.db(), &after).await?;
    let changes = trail::states(&row, &after);
    work.record(trail::act("webhook.resumed", &after, actor.place(), changes));
    let shown = show::webhook(&after, &Names::of_caller(actor), actor, work.at());
    work.commit(shown).await
}
