//! What was said with a client, latest first.
use super::dto::{Interaction, InteractionFilter};
use super::entity::Model;
use super::show::{self, Named};
use super::store::{self, Cursor};
use crate::ClientId;
use crate::hanging::seen;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;

pub async fn list(
    app: &App,
    actor: &Actor,
    client: ClientId,
    filter: &InteractionFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<Interaction>>> {
    let db = app.db.reader();
    let file = seen(db, actor, client).await?;
    let matching = store::matching(client, filter);
    let total = paging.total(db, matching.clone()).await?;
    let rows = store::page(db, matching, paging.after()?, paging.rows()).await?;
    let named = Named::of(db, &rows).await?;
    let place = |row: &Model| Cursor { occurred_at: row.occurred_at, id: row.id };
    let shown = |row| show::interaction(actor, &file, row, &named);
    Ok(Reply::ok(paging.page(rows, total, place, shown)?))
}
