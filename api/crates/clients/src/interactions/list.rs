//! What was said with a client, latest first.
use super::dto::{Interaction, InteractionFilter};
use super::entity::Model;
use super::show::{self, Named};
use super::store::{self, Cursor};
use crate::ClientId;
use crate::hanging::seen;
use crate::secret_items::note_items_read;
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
    filter: &InteractionFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<Interaction>>> {
    let db = app.db.reader();
    let file = seen(app, actor, client, ReadingWay::Opened).await?;
    let at = app.clock.now();
    let matching = store::matching(actor, at, client, filter);
    let total = paging.total(db, matching.clone()).await?;
    let rows = store::page(db, matching, paging.after()?, paging.rows()).await?;
    note_items_read(app, actor, (&file, ReadingWay::Opened), &rows).await?;
    let named = Named::of(db, (actor, at), &rows).await?;
    let place = |row: &Model| Cursor { occurred_at: row.occurred_at, id: row.id };
    let shown = |row| show::interaction((actor, at), &file, row, &named);
    Ok(Reply::ok(paging.page(rows, total, place, shown)?))
}
