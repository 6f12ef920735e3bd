//! Use case: the outcome of each row of a job, in the rows' order.
use super::dto::{JobRow, JobRowFilter};
use super::{rules, store};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use uuid::Uuid;

pub async fn list(
    app: &App,
    actor: &Actor,
    id: Uuid,
    filter: &JobRowFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<JobRow>>> {
    let after = paging.after::<i32>()?;
    let db = app.db.reader();
    let known = store::find(db, actor, id).await?.ok_or(code::NOT_FOUND)?;
    let mine = rules::reads_content(actor, &known.job);
    let matching = store::rows_of(id, filter);
    let rows = store::rows_page(db, matching.clone(), after, paging.rows()).await?;
    let total = paging.total(db, matching).await?;
    let page = paging.page(rows, total, |row| row.position, |row| JobRow::shown(row, mine))?;
    Ok(Reply::ok(page))
}
