//! Use cases: let a list open with a view, and no longer. For colleagues' views too, so it is no
//! change of the view and needs no version.
use super::dto::SavedView;
use super::store;
use crate::names::Names;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;
use uuid::Uuid;

pub async fn make(app: &App, actor: &Actor, id: Uuid) -> ApiResult<Reply<SavedView>> {
    let work = Work::begin(app, actor).await?;
    let row = store::find(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    store::choose(work.db(), actor, &row).await?;
    let names = Names::of(work.db(), actor, [row.owner_id]).await?;
    work.commit(SavedView::shown(&row, true, &names, actor)).await
}

pub async fn clear(app: &App, actor: &Actor, id: Uuid) -> ApiResult<Reply<SavedView>> {
    let work = Work::begin(app, actor).await?;
    let row = store::find(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    store::forget_choice(work.db(), actor, &row).await?;
    let names = Names::of(work.db(), actor, [row.owner_id]).await?;
    work.commit(SavedView::shown(&row, false, &names, actor)).await
}
