//! List submissions, newest first.
use super::dto::{SubmissionFilter, SubmissionRow};
use super::entity::Column;
use super::{show, store};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;

pub async fn list(
    app: &App,
    actor: &Actor,
    filter: &SubmissionFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<SubmissionRow>>> {
    let db = app.db.reader();
    let (rows, total) = paging.newest(db, store::matching(actor, filter), Column::Id).await?;
    let (files, names) = show::rows(db, &rows).await?;
    let page = paging.page(rows, total, |row| row.id, |row| show::row(row, &files, &names))?;
    Ok(Reply::ok(page))
}
