//! List plans, newest first.
use super::dto::{PlanFilter, PlanRow};
use super::entity::Column;
use super::{show, store};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;

pub async fn list(
    app: &App,
    filter: &PlanFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<PlanRow>>> {
    let db = app.db.reader();
    let (rows, total) = paging.newest(db, store::matching(filter), Column::Id).await?;
    let names = show::names(db, &rows).await?;
    let shown =
        rows.into_iter().map(|row| show::row(row, &names)).collect::<ApiResult<Vec<_>>>()?;
    Ok(Reply::ok(paging.page(shown, total, |row| row.id, |row| row)?))
}
