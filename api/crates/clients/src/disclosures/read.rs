//! Read disclosures.
use super::dto::{Disclosure, DisclosureFilter, DisclosureRow};
use super::entity::Column;
use super::{show, store};
use crate::DisclosureId;
use handbook::Handbook;
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
    handbook: &Handbook,
    actor: &Actor,
    filter: &DisclosureFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<DisclosureRow>>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let found = store::matching(actor, handbook, filter, at);
    let (rows, total) = paging.newest(db, found, Column::Id).await?;
    let names = show::names(db, &rows).await?;
    let shown = rows.iter().map(|row| show::row(row, &names)).collect::<ApiResult<Vec<_>>>()?;
    Ok(Reply::ok(paging.page(shown, total, |row| row.id, |row| row)?))
}

pub async fn get(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    id: DisclosureId,
) -> ApiResult<Reply<Disclosure>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let row = store::find(db, actor, id, at).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(show::whole(db, handbook, actor, row, at).await?))
}

/// What those of some disclosures are called that exist for the caller; for notifications.
pub async fn labels(app: &App, actor: &Actor, ids: &[Uuid]) -> ApiResult<HashMap<Uuid, String>> {
    let (ids, at) = (ids.iter().copied().map(DisclosureId), app.clock.now());
    let found = store::some(app.db.reader(), actor, ids, at).await?;
    Ok(found.into_iter().map(|row| (row.id.0, row.number)).collect())
}
