//! Read call backs; and what they are called for those who may see them.
use super::dto::{CallBack, CallBackFilter};
use super::entity::Column;
use super::show::{self, Around};
use super::store;
use crate::InformationCallBackId;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use std::collections::HashMap;
use uuid::Uuid;

/// Newest first.
pub async fn list(
    app: &App,
    actor: &Actor,
    filter: &CallBackFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<CallBack>>> {
    let db = app.db.reader();
    let (rows, total) = paging.newest(db, store::matching(actor, filter), Column::Id).await?;
    let around = Around::of(db, actor, &rows).await?;
    Ok(Reply::ok(paging.page(rows, total, |row| row.id, |row| around.row(row))?))
}

pub async fn get(
    app: &App,
    actor: &Actor,
    id: InformationCallBackId,
) -> ApiResult<Reply<CallBack>> {
    let db = app.db.reader();
    let row = store::find(db, actor, id).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(show::one(db, actor, row).await?))
}

/// By the month that they are about.
pub async fn labels(app: &App, actor: &Actor, ids: &[Uuid]) -> ApiResult<HashMap<Uuid, String>> {
    let ids = ids.iter().copied().map(InformationCallBackId);
    let found = store::some(app.db.reader(), actor, ids).await?;
    Ok(found.into_iter().map(|row| (row.id.0, row.period)).collect())
}
