//! List instructions, newest first.
use super::dto::{InstructionFilter, InstructionRow};
use super::show::Around;
use super::store;
use crate::InstructionId;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;

pub async fn list(
    app: &App,
    actor: &Actor,
    filter: &InstructionFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<InstructionRow>>> {
    let after = paging.after::<InstructionId>()?;
    let db = app.db.reader();
    let matching = store::matching(actor, filter);
    let rows = store::page(db, matching.clone(), after, paging.rows()).await?;
    let total = if paging.wants_total() { Some(store::count(db, matching).await?) } else { None };
    let around = Around::of(db, actor, &rows).await?;
    Ok(Reply::ok(paging.page(rows, total, |row| row.id, |row| around.row(actor, row))?))
}
