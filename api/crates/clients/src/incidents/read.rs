//! Read incidents.
use super::dto::{Incident, IncidentFilter, IncidentRow};
use super::entity::Column;
use super::{show, store};
use crate::IncidentId;
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
    filter: &IncidentFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<IncidentRow>>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let (rows, total) = paging.newest(db, store::matching(actor, filter, at), Column::Id).await?;
    let around = show::Around::of(db, &rows).await?;
    Ok(Reply::ok(paging.page(rows, total, |row| row.id, |row| around.row(&row))?))
}

pub async fn get(app: &App, actor: &Actor, id: IncidentId) -> ApiResult<Reply<Incident>> {
    let db = app.db.reader();
    let row = store::find(db, actor, id).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(show::whole(db, actor, row, app.clock.now()).await?))
}

/// What those of some incidents are called that exist for the caller; for notifications.
pub async fn labels(app: &App, actor: &Actor, ids: &[Uuid]) -> ApiResult<HashMap<Uuid, String>> {
    let ids = ids.iter().copied().map(IncidentId);
    let found = store::some(app.db.reader(), actor, ids).await?;
    Ok(found.into_iter().map(|row| (row.id.0, row.number)).collect())
}
