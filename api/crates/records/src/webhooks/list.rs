//! Use cases: the webhooks of the people within the caller's reach, newest first; and one of them.
use super::dto::{Webhook, WebhookFilter};
use super::entity::Column;
use super::{show, store};
use crate::names::Names;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use uuid::Uuid;

pub async fn list(
    app: &App,
    actor: &Actor,
    filter: &WebhookFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<Webhook>>> {
    let (db, now) = (app.db.reader(), app.clock.now());
    let (rows, total) = paging.newest(db, store::matching(actor, filter), Column::Id).await?;
    let names = Names::of(db, actor, rows.iter().map(|row| row.owner_id)).await?;
    let show = |row| show::webhook(&row, &names, actor, now);
    Ok(Reply::ok(paging.page(rows, total, |row| row.id, show)?))
}

pub async fn get(app: &App, actor: &Actor, id: Uuid) -> ApiResult<Reply<Webhook>> {
    let (db, now) = (app.db.reader(), app.clock.now());
    let row = store::find(db, actor, id).await?.ok_or(code::NOT_FOUND)?;
    let names = Names::of(db, actor, [row.owner_id]).await?;
    Ok(Reply::ok(show::webhook(&row, &names, actor, now)))
}
