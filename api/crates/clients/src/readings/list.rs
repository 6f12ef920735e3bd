//! Use case: look up who read which classified file, latest first.
use super::dto::{ClientReading, ReadingFilter};
use super::{show, store};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use kernel::readings::entity::Column;

pub async fn list(
    app: &App,
    actor: &Actor,
    filter: &ReadingFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<ClientReading>>> {
    // What this process has noted and not written yet.
    app.readings.flush(app).await?;
    let (db, at) = (app.db.reader(), app.clock.now());
    let (rows, total) = paging.newest(db, store::matching(actor, filter, at), Column::Id).await?;
    let called = show::called(db, actor, at, &rows).await?;
    Ok(Reply::ok(paging.page(rows, total, |row| row.id, |row| show::row(row, &called))?))
}
