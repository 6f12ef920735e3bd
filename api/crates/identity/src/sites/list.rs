//! Use case: all sites, in the order of their names.
use super::dto::{Site, SiteFilter};
use super::store;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Reply};
use kernel::ids::SiteId;

pub async fn list(app: &App, actor: &Actor, filter: &SiteFilter) -> ApiResult<Reply<Items<Site>>> {
    let rows = store::all(app.db.reader(), filter.include_closed.unwrap_or(false)).await?;
    let items = rows.into_iter().map(|row| Site::shown(row, actor)).collect();
    Ok(Reply::ok(Items { items }))
}

pub async fn get(app: &App, actor: &Actor, id: SiteId) -> ApiResult<Reply<Site>> {
    let row = store::find(app.db.reader(), id).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(Site::shown(row, actor)))
}
