//! Use cases: the matrix, and one row of it.
use super::dto::{DutyConflict, DutyConflictFilter};
use super::store;
use crate::ids::DutyConflictId;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Reply};

pub async fn list(
    app: &App,
    actor: &Actor,
    filter: &DutyConflictFilter,
) -> ApiResult<Reply<Items<DutyConflict>>> {
    let rows = store::all(app.db.reader(), filter.include_ended.unwrap_or(false)).await?;
    let items = rows.into_iter().map(|row| DutyConflict::shown(row, actor)).collect();
    Ok(Reply::ok(Items { items }))
}

pub async fn get(app: &App, actor: &Actor, id: DutyConflictId) -> ApiResult<Reply<DutyConflict>> {
    let row = store::find(app.db.reader(), id).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(DutyConflict::shown(row, actor)))
}
