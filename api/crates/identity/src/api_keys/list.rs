//! Use cases: the keys of the people within the caller's reach, newest first; and one of them.
use super::dto::{ApiKey, ApiKeyFilter};
use super::entity::Column;
use super::show::Around;
use super::store;
use crate::ids::ApiKeyId;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use sea_orm::{Condition, QueryFilter};

pub async fn list(
    app: &App,
    actor: &Actor,
    filter: &ApiKeyFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<ApiKey>>> {
    let (db, now) = (app.db.reader(), app.clock.now());
    let which = match filter.active {
        Some(true) => store::valid(now),
        Some(false) => store::valid(now).not(),
        None => Condition::all(),
    };
    let matching = store::visible_to(actor).filter(which);
    let (rows, total) = paging.newest(db, matching, Column::Id).await?;
    let around = Around::of(db, &rows, now).await?;
    let page = paging.page(rows, total, |row| row.id, |row| around.shown(row, actor))?;
    Ok(Reply::ok(page))
}

pub async fn get(app: &App, actor: &Actor, id: ApiKeyId) -> ApiResult<Reply<ApiKey>> {
    let (db, now) = (app.db.reader(), app.clock.now());
    let row = store::find_visible(db, actor, id).await?.ok_or(code::NOT_FOUND)?;
    let around = Around::of(db, std::slice::from_ref(&row), now).await?;
    Ok(Reply::ok(around.shown(row, actor)))
}
