//! Use case: stop a webhook. What happens meanwhile is never sent; what waited goes on when it is
//! resumed.
use super::dto::Webhook;
use super::kinds::WebhookState;
use super::{entity, rules, show, store, trail};
use crate::names::Names;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;
use uuid::Uuid;

pub async fn pause(app: &App, actor: &Actor, id: Uuid, seen: IfMatch) -> ApiResult<Reply<Webhook>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::pause(&row)?;
    let after = entity::Model {
        state: WebhookState::Paused,
        updated_at: work.at(),
        version: row.version.saturating_add(1),
        ..row.clone()
    };
    store::save(work.db(), &after).await?;
    let place = trail::place(work.db(), actor, &row).await?;
    work.record(trail::act("webhook.paused", &after, place, trail::states(&row, &after)));
    let names = Names::of(work.db(), actor, [row.owner_id]).await?;
    let shown = show::webhook(&after, &names, actor, work.at());
    work.commit(shown).await
}
