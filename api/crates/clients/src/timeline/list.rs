//! Everything that happened to a client and to the files merged into it, latest first.
use super::dto::{TimelineFilter, TimelineItem};
use super::show::{self, Named};
use super::store::{self, Cursor, Row};
use crate::hanging::{in_full, seen};
use crate::{ClientId, readings};
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
    filter: &TimelineFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<TimelineItem>>> {
    let db = app.db.reader();
    let file = seen(app, actor, client, ReadingWay::Opened).await?;
    let seeing = (actor, app.clock.now());
    let total = match paging.wants_total() {
        true => Some(store::count(db, seeing, client, &filter.kind).await?),
        false => None,
    };
    let after: Option<Cursor> = paging.after()?;
    let rows = store::page(db, seeing, client, &filter.kind, after, paging.rows()).await?;
    let highest = rows.iter().map(|row| row.level).max().unwrap_or_default();
    if highest > file.level.rank() {
        readings::at_level(app, actor, (&file, highest), ReadingWay::Opened).await?;
    }
    let named = Named::of(db, &rows).await?;
    let full = in_full(actor, &file);
    let place = |row: &Row| Cursor { at: row.at, id: row.id };
    let page = paging.page(rows, total, place, |row| show::item(&file, full, row, &named))?;
    let items = page.items.into_iter().collect::<ApiResult<Vec<_>>>()?;
    Ok(Reply::ok(Page { items, page: page.page }))
}
