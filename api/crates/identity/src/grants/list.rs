//! Use cases: the grants of the people within the caller's reach, newest first; and one of them.
use super::dto::{RoleGrant, RoleGrantFilter};
use super::entity::Column;
use super::show::Around;
use super::store;
use crate::ids::RoleGrantId;
use crate::rights::load;
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
    filter: &RoleGrantFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<RoleGrant>>> {
    let (db, now) = (app.db.reader(), app.clock.now());
    let which = condition(filter, now);
    let matching = store::visible_to(actor, "role.read").filter(which);
    let (rows, total) = paging.newest(db, matching, Column::Id).await?;
    let around = Around::of(db, &rows, now).await?;
    let page = paging.page(rows, total, |row| row.id, |row| around.shown(row, actor))?;
    Ok(Reply::ok(page))
}

fn condition(filter: &RoleGrantFilter, now: DateTime<Utc>) -> Condition {
    let mut all = Condition::all();
    if !filter.person_id.is_empty() {
        all = all.add(Column::PersonId.is_in(filter.person_id.iter().copied()));
    }
    if !filter.role_id.is_empty() {
        all = all.add(Column::RoleId.is_in(filter.role_id.iter().copied()));
    }
    match filter.active {
        Some(true) => all.add(load::in_force(now)),
        Some(false) => all.add(load::in_force(now).not()),
        None => all,
    }
}

pub async fn get(app: &App, actor: &Actor, id: RoleGrantId) -> ApiResult<Reply<RoleGrant>> {
    let (db, now) = (app.db.reader(), app.clock.now());
    let row = store::find_visible(db, actor, id).await?.ok_or(code::NOT_FOUND)?;
    let around = Around::of(db, std::slice::from_ref(&row), now).await?;
    Ok(Reply::ok(around.shown(row, actor)))
}
