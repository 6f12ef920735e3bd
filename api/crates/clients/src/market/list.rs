//! The register, newest first.
use super::dto::Extract;
use super::entity::Column;
use super::{show, store};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;

pub async fn list(app: &App, actor: &Actor, paging: &Paging) -> ApiResult<Reply<Page<Extract>>> {
    let db = app.db.reader();
    let (rows, total) = paging.newest(db, store::register(actor), Column::Id).await?;
    let names = show::names(db, &rows).await?;
    Ok(Reply::ok(paging.page(rows, total, |row| row.id, |row| show::row(row, &names))?))
}
