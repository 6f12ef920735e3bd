//! List plans, newest first.
use super::dto::{PlanFilter, PlanRow};
use super::{show, store};
use crate::PlanId;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;

pub async fn list(
    app: &App,
    filter: &PlanFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<PlanRow>>> {
    let after = paging.after::<PlanId>()?;
    let db = app.db.reader();
    let matching = store::matching(filter);
    let rows = store::page(db, matching.clone(), after, paging.rows()).await?;
    let total = if paging.wants_total() { Some(store::count(db, matching).await?) } else { None };
    let names = show::names(db, &rows).await?;
    let shown =
        rows.into_iter().map(|row| show::row(row, &names)).collect::<ApiResult<Vec<_>>>()?;
    Ok(Reply::ok(paging.page(shown, total, |row| row.id, |row| row)?))
}
