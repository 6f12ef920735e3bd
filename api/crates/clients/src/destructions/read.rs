//! Read destructions.
use super::dto::{Destruction, DestructionFilter, DestructionRow};
use super::entity::Column;
use super::{show, store};
use crate::DestructionId;
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
    filter: &DestructionFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<DestructionRow>>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let (rows, total) = paging.newest(db, store::matching(actor, filter, at), Column::Id).await?;
    let called = show::called(db, actor, &rows).await?;
    Ok(Reply::ok(paging.page(rows, total, |row| row.id, |row| show::row(&row, &called))?))
}

pub async fn get(app: &App, actor: &Actor, id: DestructionId) -> ApiResult<Reply<Destruction>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let row = store::find(db, actor, id, at).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(show::whole(db, actor, row).await?))
}

/// What those of some destructions are called that exist for the caller; for notifications.
pub async fn labels(app: &App, actor: &Actor, ids: &[Uuid]) -> ApiResult<HashMap<Uuid, String>> {
    let (ids, at) = (ids.iter().copied().map(DestructionId), app.clock.now());
    let found = store::some(app.db.reader(), actor, ids, at).await?;
    Ok(found.into_iter().map(|row| (row.id.0, row.number)).collect())
}
