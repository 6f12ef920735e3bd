//! Use case: the whole tree, flat, in the order of names.
use super::dto::{Department, DepartmentFilter};
use super::store;
use crate::people::store as people;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Reply};
use kernel::ids::DepartmentId;

pub async fn list(
    app: &App,
    actor: &Actor,
    filter: &DepartmentFilter,
) -> ApiResult<Reply<Items<Department>>> {
    let db = app.db.reader();
    let rows = store::all(db, filter.include_closed.unwrap_or(false)).await?;
    let heads = people::names(db, rows.iter().filter_map(|row| row.head_person_id)).await?;
    let items = rows.into_iter().map(|row| Department::shown(row, actor, &heads)).collect();
    Ok(Reply::ok(Items { items }))
}

pub async fn get(app: &App, actor: &Actor, id: DepartmentId) -> ApiResult<Reply<Department>> {
    let db = app.db.reader();
    let row = store::find(db, id).await?.ok_or(code::NOT_FOUND)?;
    let heads = store::head(db, &row).await?;
    Ok(Reply::ok(Department::shown(row, actor, &heads)))
}
