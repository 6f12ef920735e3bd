//! List submissions, newest first.
use super::dto::{SubmissionFilter, SubmissionRow};
use super::{show, store};
use crate::SubmissionId;
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
    let after = paging.after::<SubmissionId>()?;
    let db = app.db.reader();
    let matching = store::matching(actor, filter);
    let rows = store::page(db, matching.clone(), after, paging.rows()).await?;
    let total = if paging.wants_total() { Some(store::count(db, matching).await?) } else { None };
    let (files, names) = show::rows(db, &rows).await?;
    let page = paging.page(rows, total, |row| row.id, |row| show::row(row, &files, &names))?;
    Ok(Reply::ok(page))
}
