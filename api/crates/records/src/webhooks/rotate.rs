//! Use case: a new secret. The one before signs beside it for a day, so that the receiver can change
//! over without missing anything; a second rotation within the day ends it at once.
use super::dto::Webhook;
use super::{entity, rules, show, signing, store, trail};
use crate::names::Names;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;
use uuid::Uuid;

pub async fn rotate(
    app: &App,
    actor: &Actor,
    id: Uuid,
    seen: IfMatch,
) -> ApiResult<Reply<Webhook>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::own(actor, &row)?;
    let after = entity::Model {
        generation: row.generation.saturating_add(1),
        rotated_at: Some(work.at()),
        updated_at: work.at(),
        version: row.version.saturating_add(1),
        ..row.clone()
    };
    store::save(work.db(), &after).await?;
    let changes = Changes::one("generation", row.generation, after.generation);
    work.record(trail::act("webhook.secret-rotated", &after, actor.place(), changes));
    let shown = show::webhook(&after, &Names::of_caller(actor), actor, work.at());
    let mut reply = work.commit(shown).await?;
    // After the commit, as when it was made; and of what was only tried nobody learns the secret.
    if !actor.request.dry_run {
        reply.body.secret = Some(signing::secret(&app.keys, id, after.generation));
    }
    Ok(reply)
}
