//! The register, newest first.
use super::dto::Extract;
use super::{show, store};
use crate::ExtractId;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;

pub async fn list(app: &App, actor: &Actor, paging: &Paging) -> ApiResult<Reply<Page<Extract>>> {
    let after = paging.after::<ExtractId>()?;
    let db = app.db.reader();
    let register = store::register(actor);
    let rows = store::page(db, register.clone(), after, paging.rows()).await?;
    let total = if paging.wants_total() { Some(store::count(db, register).await?) } else { None };
    let names = show::names(db, &rows).await?;
    Ok(Reply::ok(paging.page(rows, total, |row| row.id, |row| show::row(row, &names))?))
}
