//! Everything that happened to a client and to the files merged into it, latest first.
use super::dto::{TimelineFilter, TimelineItem};
use super::show::{self, Named};
use super::store::{self, Cursor, Row};
use crate::ClientId;
use crate::hanging::{in_full, seen};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;

pub async fn list(
    app: &App,
    actor: &Actor,
    client: ClientId,
    filter: &TimelineFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<TimelineItem>>> {
    let db = app.db.reader();
    let file = seen(db, actor, client).await?;
    let total = match paging.wants_total() {
        true => Some(store::count(db, actor, client, &filter.kind).await?),
        false => None,
    };
    let after: Option<Cursor> = paging.after()?;
    let rows = store::page(db, actor, client, &filter.kind, after, paging.rows()).await?;
    let named = Named::of(db, &rows).await?;
    let full = in_full(actor, &file);
    let place = |row: &Row| Cursor { at: row.at, id: row.id };
    let page = paging.page(rows, total, place, |row| show::item(&file, full, row, &named))?;
    let items = page.items.into_iter().collect::<ApiResult<Vec<_>>>()?;
    Ok(Reply::ok(Page { items, page: page.page }))
}
