//! The people at a client, in the order of their names.
use super::dto::{Contact, ContactFilter};
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
    filter: &ContactFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<Contact>>> {
    let db = app.db.reader();
    let file = seen(app, actor, client, ReadingWay::Opened).await?;
    let matching = store::matching(client, filter);
    let total = paging.total(db, matching.clone()).await?;
    let rows = store::page(db, matching, paging.after()?, paging.rows()).await?;
    let names = show::names(db, &rows).await?;
    let place = |row: &super::entity::Model| Cursor { sort_key: row.sort_key.clone(), id: row.id };
    let page = paging.page(rows, total, place, |row| show::contact(actor, &file, row, &names))?;
    Ok(Reply::ok(page))
}
