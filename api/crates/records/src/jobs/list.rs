//! Use case: jobs, newest first.
use super::dto::{Job, JobFilter};
use super::store;
use crate::Wiring;
use crate::names::Names;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use kernel::jobs::entity::Column;

pub async fn list(
    app: &App,
    wiring: &Wiring,
    actor: &Actor,
    filter: &JobFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<Job>>> {
    let db = app.db.reader();
    let (jobs, total) = paging.newest(db, store::matching(actor, filter), Column::Id).await?;
    let rows = store::with_undoings(db, jobs).await?;
    let names = Names::of(db, actor, rows.iter().map(|known| known.job.owner_id)).await?;
    let show = |known| Job::shown(known, &names, actor, wiring);
    Ok(Reply::ok(paging.page(rows, total, |known| known.job.id, show)?))
}
