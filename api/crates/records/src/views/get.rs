//! Use case: one view.
use super::dto::SavedView;
use super::store;
use crate::names::Names;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use uuid::Uuid;

pub async fn get(app: &App, actor: &Actor, id: Uuid) -> ApiResult<Reply<SavedView>> {
    let db = app.db.reader();
    let row = store::find(db, actor, id).await?.ok_or(code::NOT_FOUND)?;
    let is_default = store::defaults(db, actor).await?.contains(&row.id);
    let names = Names::of(db, actor, [row.owner_id]).await?;
    Ok(Reply::ok(SavedView::shown(&row, is_default, &names, actor)))
}
