//! List what was signed, newest first.
use super::dto::{Acknowledgement, AcknowledgementFilter};
use super::{show, store};
use crate::AcknowledgementId;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;

pub async fn list(
    app: &App,
    actor: &Actor,
    filter: &AcknowledgementFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<Acknowledgement>>> {
    let after = paging.after::<AcknowledgementId>()?;
    let db = app.db.reader();
    let matching = store::matching(actor, filter);
    let rows = store::page(db, matching.clone(), after, paging.rows()).await?;
    let total = if paging.wants_total() { Some(store::count(db, matching).await?) } else { None };
    let names = show::names(db, &rows).await?;
    Ok(Reply::ok(paging.page(rows, total, |row| row.id, |row| show::row(row, &names))?))
}
