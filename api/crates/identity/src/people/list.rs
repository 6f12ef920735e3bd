//! Use cases: the people within the caller's reach, in the order of their names; and one of them.
use super::dto::{Person, PersonRow};
use super::filter::PersonFilter;
use super::show::{self, Around};
use super::{store, take_over};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use kernel::ids::PersonId;
use sea_orm::{ColumnTrait, QueryFilter};

pub async fn list(
    app: &App,
    actor: &Actor,
    filter: &PersonFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<PersonRow>>> {
    let (db, now) = (app.db.reader(), app.clock.now());
    let which = filter.condition(now);
    let matching = store::visible_to(actor, "person.read").filter(which);
    let total = paging.total(db, matching.clone()).await?;
    let rows = store::page(db, matching, paging.after()?, paging.rows()).await?;
    let around = Around::of(db, &rows, now).await?;
    let place =
        |row: &super::entity::Model| store::Cursor { sort_key: row.sort_key.clone(), id: row.id };
    Ok(Reply::ok(paging.page(rows, total, place, |row| around.row(row))?))
}

pub async fn get(app: &App, actor: &Actor, id: PersonId) -> ApiResult<Reply<Person>> {
    let (db, now) = (app.db.reader(), app.clock.now());
    let found = store::visible_to(actor, "person.read").filter(super::entity::Column::Id.eq(id));
    let row = found.one(db).await?.ok_or(code::NOT_FOUND)?;
    let held = take_over::held(db, &row, now).await?;
    Ok(Reply::ok(show::one(db, row, actor, &held, now).await?))
}
