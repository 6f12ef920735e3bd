//! The papers of a client, latest first.
use super::dto::{Attachment, AttachmentFilter};
use super::entity::{Column, Model};
use super::{show, store};
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
    filter: &AttachmentFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<Attachment>>> {
    let db = app.db.reader();
    let file = seen(app, actor, client, ReadingWay::Opened).await?;
    let at = app.clock.now();
    let (rows, total) =
        paging.newest(db, store::matching(actor, at, client, filter), Column::Id).await?;
    note_items_read(app, actor, (&file, ReadingWay::Opened), &rows).await?;
    let names = show::names(db, &rows).await?;
    let shown = |row| show::attachment((actor, at), &file, row, &names);
    Ok(Reply::ok(paging.page(rows, total, |row: &Model| row.id, shown)?))
}
