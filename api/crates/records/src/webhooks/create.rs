//! Use case: make a webhook that receives by the caller's rights.
use super::dto::{Webhook, WebhookInput};
use super::kinds::WebhookState;
use super::trail::{self, Told};
use super::{address, entity, rules, show, signing, store};
use crate::events::store as events;
use crate::names::Names;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn create(app: &App, actor: &Actor, input: WebhookInput) -> ApiResult<Reply<Webhook>> {
    let input = checked(app, input)?;
    let mut work = Work::begin(app, actor).await?;
    rules::one_more(store::count_own(work.db(), actor).await?)?;
    let row = entity::Model {
        id: work.fresh(),
        owner_id: actor.id.0,
        name: input.name.clone(),
        url: input.url.clone(),
        types: serde_json::to_string(&input.types)?,
        state: WebhookState::Active,
        state_reason: None,
        generation: 1,
        rotated_at: None,
        position: events::head(work.db()).await?,
        created_at: work.at(),
        updated_at: work.at(),
        version: 1,
    };
    store::insert(work.db(), row.clone()).await?;
    let changes = Changes::created(&Told::from(&input));
    work.record(trail::act("webhook.created", &row, actor.place(), changes));
    let shown = show::webhook(&row, &Names::of_caller(actor), actor, work.at());
    let mut reply = work.commit_created(shown).await?;
    // Filled in after the commit: what is kept with an idempotency key must not hold it.
    reply.body.secret = Some(signing::secret(&app.keys, row.id, row.generation));
    Ok(reply)
}

/// An address that webhooks may lead to, as it will be called.
pub fn checked(app: &App, input: WebhookInput) -> ApiResult<WebhookInput> {
    let private = app.config.webhooks.allow_private_addresses;
    let url = address::read(&input.url, private).map_err(|code| ApiError::field("/url", code))?;
    Ok(WebhookInput { url: url.to_string(), ..input })
}
