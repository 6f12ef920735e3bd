//! Use case: what went to a webhook and what waits for it, newest first.
use super::delivery_entity::Column;
use super::dto::{DeliveryFilter, WebhookDelivery};
use super::{queue, rules, show, store};
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
    id: Uuid,
    filter: &DeliveryFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<WebhookDelivery>>> {
    let db = app.db.reader();
    let webhook = store::find(db, actor, id).await?.ok_or(code::NOT_FOUND)?;
    rules::own(actor, &webhook)?;
    let (rows, total) = paging.newest(db, queue::of(id, filter), Column::Id).await?;
    let show = |row| show::delivery(row, &webhook, actor);
    Ok(Reply::ok(paging.page(rows, total, |row| row.id, show)?))
}
