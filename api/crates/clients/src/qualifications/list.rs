//! The qualifications of a client, in the order in which they were entered.
use super::dto::{Qualification, QualificationFilter};
use super::entity::Model;
use super::show::{self, Judged};
use super::store;
use crate::ClientId;
use crate::hanging::seen;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use kernel::readings::ReadingWay;

pub async fn list(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    client: ClientId,
    filter: &QualificationFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<Qualification>>> {
    let db = app.db.reader();
    let file = seen(app, actor, client, ReadingWay::Opened).await?;
    let matching = store::matching(client, filter);
    let total = paging.total(db, matching.clone()).await?;
    let rows = store::page(db, matching, paging.after()?, paging.rows()).await?;
    let names = show::names(db, &rows).await?;
    let judged = Judged::at(db, handbook, app.clock.now()).await?;
    let shown = |row| show::qualification(actor, judged, &file, row, &names);
    Ok(Reply::ok(paging.page(rows, total, |row: &Model| row.id, shown)?))
}
