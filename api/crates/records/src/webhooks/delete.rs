//! Use case: let a webhook go, with all that waits for it.
use super::dto::WebhookInput;
use super::trail::{self, Told};
use super::{queue, store};
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Nothing;
use kernel::work::Work;
use serde_json::json;
use uuid::Uuid;

pub async fn delete(app: &App, actor: &Actor, id: Uuid, seen: IfMatch) -> ApiResult<Nothing> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    store::delete(work.db(), id).await?;
    queue::delete_of(work.db(), id).await?;
    let was = Told::from(&WebhookInput::from(&row));
    let changes = Changes::between(&json!(was), &json!({}));
    let place = trail::place(work.db(), actor, &row).await?;
    work.record(trail::act("webhook.deleted", &row, place, changes));
    work.commit_nothing().await
}
