//! List reports, newest first.
use super::dto::{ReportFilter, ReportRow};
use super::entity::Column;
use super::show::Around;
use super::store;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;

pub async fn list(
    app: &App,
    actor: &Actor,
    filter: &ReportFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<ReportRow>>> {
    let db = app.db.reader();
    let (rows, total) = paging.newest(db, store::matching(actor, filter), Column::Id).await?;
    let around = Around::of(db, &rows).await?;
    Ok(Reply::ok(paging.page(rows, total, |row| row.id, |row| around.row(&row))?))
}
