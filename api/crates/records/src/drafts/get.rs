//! Use case: one's draft of a form.
use super::dto::{Draft, DraftKey};
use super::store;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;

pub async fn get(app: &App, actor: &Actor, key: &DraftKey) -> ApiResult<Reply<Draft>> {
    key.check()?;
    actor.opens(&key.kind)?;
    let found = store::find(app.db.reader(), actor, key, app.clock.now()).await?;
    Ok(Reply::ok(found.ok_or(code::NOT_FOUND)?.into()))
}
