//! Use case: say that one has closed a record. Whoever was not there has left already.
use super::dto::PresenceKey;
use super::{check, store};
use crate::Wiring;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Nothing;
use kernel::work::Work;

pub async fn leave(
    app: &App,
    wiring: &Wiring,
    actor: &Actor,
    key: &PresenceKey,
) -> ApiResult<Nothing> {
    check(app, wiring, actor, key).await?;
    let work = Work::begin(app, actor).await?;
    store::delete(work.db(), key, actor.id.0).await?;
    work.commit_nothing().await
}
