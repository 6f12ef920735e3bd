//! Use cases: delegations from and to the caller and of the people whose delegations the caller
//! manages, newest first; and one of them.
use super::dto::{Delegation, DelegationFilter};
use super::entity::Column;
use super::show::Around;
use super::store;
use crate::ids::DelegationId;
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use sea_orm::{ColumnTrait, Condition, QueryFilter};

pub async fn list(
    app: &App,
    actor: &Actor,
    filter: &DelegationFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<Delegation>>> {
    let (db, now) = (app.db.reader(), app.clock.now());
    let which = condition(filter, now);
    let matching = store::visible_to(actor).filter(which);
    let (rows, total) = paging.newest(db, matching, Column::Id).await?;
    let around = Around::of(db, &rows, now).await?;
    let page = paging.page(rows, total, |row| row.id, |row| around.shown(row, actor))?;
    Ok(Reply::ok(page))
}

fn condition(filter: &DelegationFilter, now: DateTime<Utc>) -> Condition {
    let mut all = Condition::all();
    if !filter.from_person_id.is_empty() {
        all = all.add(Column::FromPersonId.is_in(filter.from_person_id.iter().copied()));
    }
    if !filter.to_person_id.is_empty() {
        all = all.add(Column::ToPersonId.is_in(filter.to_person_id.iter().copied()));
    }
    match filter.active {
        Some(true) => all.add(store::in_force(now)),
        Some(false) => all.add(store::in_force(now).not()),
        None => all,
    }
}

pub async fn get(app: &App, actor: &Actor, id: DelegationId) -> ApiResult<Reply<Delegation>> {
    let (db, now) = (app.db.reader(), app.clock.now());
    let row = store::find_visible(db, actor, id).await?.ok_or(code::NOT_FOUND)?;
    let around = Around::of(db, std::slice::from_ref(&row), now).await?;
    Ok(Reply::ok(around.shown(row, actor)))
}
