//! Use case: forget a draft, saved for good or given up. One that is gone already is gone: saving in
//! two tabs is no mistake.
use super::dto::DraftKey;
use super::store;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Nothing;
use kernel::work::Work;

pub async fn delete(app: &App, actor: &Actor, key: &DraftKey) -> ApiResult<Nothing> {
    key.check()?;
    let work = Work::begin(app, actor).await?;
    store::delete(work.db(), actor, key).await?;
    work.commit_nothing().await
}
