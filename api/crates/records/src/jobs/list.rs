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
use uuid::Uuid;

pub async fn list(
    app: &App,
    wiring: &Wiring,
    actor: &Actor,
    filter: &JobFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<Job>>> {
    let after = paging.after::<Uuid>()?;
    let db = app.db.reader();
    let matching = store::matching(actor, filter);
    let rows = store::page(db, matching.clone(), after, paging.rows()).await?;
    let total =
        if paging.wants_total() { Some(crate::count::capped(db, matching).await?) } else { None };
    let names = Names::of(db, actor, rows.iter().map(|known| known.job.owner_id)).await?;
    let show = |known| Job::shown(known, &names, actor, wiring);
    Ok(Reply::ok(paging.page(rows, total, |known| known.job.id, show)?))
}
