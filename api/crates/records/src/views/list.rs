//! Use case: the views that the caller can choose from, by name.
use super::dto::{SavedView, SavedViewFilter};
use super::store;
use crate::names::Names;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Reply};
use kernel::text::sort_key;

pub async fn list(
    app: &App,
    actor: &Actor,
    filter: &SavedViewFilter,
) -> ApiResult<Reply<Items<SavedView>>> {
    let db = app.db.reader();
    let mut rows = store::all(db, actor, filter.list.as_deref()).await?;
    let defaults = store::defaults(db, actor).await?;
    let names = Names::of(db, actor, rows.iter().map(|row| row.owner_id)).await?;
    rows.sort_by_cached_key(|row| (row.list.clone(), sort_key(&row.name), row.id));
    let show = |row: &super::entity::Model| {
        SavedView::shown(row, defaults.contains(&row.id), &names, actor)
    };
    Ok(Reply::ok(Items { items: rows.iter().map(show).collect() }))
}
