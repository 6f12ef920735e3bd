//! What a client bought, latest first.
use super::dto::{Purchase, PurchaseFilter};
use super::entity::Model;
use super::show;
use super::store::{self, Cursor};
use crate::ClientId;
use crate::hanging::seen;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use kernel::readings::ReadingWay;

pub async fn list(
    app: &App,
    actor: &Actor,
    client: ClientId,
    filter: &PurchaseFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<Purchase>>> {
    let db = app.db.reader();
    let file = seen(app, actor, client, ReadingWay::Opened).await?;
    let matching = store::matching(client, filter);
    let total = paging.total(db, matching.clone()).await?;
    let rows = store::page(db, matching, paging.after()?, paging.rows()).await?;
    let names = show::names(db, &rows).await?;
    let place = |row: &Model| Cursor { occurred_on: row.occurred_on, id: row.id };
    let page = paging.page(rows, total, place, |row| show::purchase(actor, &file, row, &names))?;
    Ok(Reply::ok(page))
}
