//! Use case: point a webhook elsewhere, or have it told of other events.
use super::dto::{Webhook, WebhookInput};
use super::trail::{self, Told};
use super::{create, entity, rules, show, store};
use crate::names::Names;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::work::Work;
use uuid::Uuid;

pub async fn update(
    app: &App,
    actor: &Actor,
    id: Uuid,
    seen: IfMatch,
    patch: Patch<WebhookInput>,
) -> ApiResult<Reply<Webhook>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::own(actor, &row)?;
    let before = WebhookInput::from(&row);
    let after = create::checked(app, patch.onto(&before)?)?;
    let row = entity::Model {
        name: after.name.clone(),
        url: after.url.clone(),
        types: serde_json::to_string(&after.types)?,
        updated_at: work.at(),
        version: row.version.saturating_add(1),
        ..row
    };
    store::save(work.db(), &row).await?;
    let changes = Changes::between(&Told::from(&before), &Told::from(&after));
    work.record(trail::act("webhook.updated", &row, actor.place(), changes));
    let shown = show::webhook(&row, &Names::of_caller(actor), actor, work.at());
    work.commit(shown).await
}
