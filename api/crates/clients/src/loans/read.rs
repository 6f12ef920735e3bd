//! Read loans.
use super::dto::{Loan, LoanFilter, LoanRow};
use super::entity::Column;
use super::{show, store};
use crate::LoanId;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use std::collections::HashMap;
use uuid::Uuid;

/// Newest first.
pub async fn list(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    filter: &LoanFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<LoanRow>>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let (rows, total) = paging.newest(db, store::matching(actor, filter, at), Column::Id).await?;
    let (names, today) = (show::names(db, &rows).await?, handbook.date(at));
    Ok(Reply::ok(paging.page(rows, total, |row| row.id, |row| show::row(&row, &names, today))?))
}

pub async fn get(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    id: LoanId,
) -> ApiResult<Reply<Loan>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let row = store::find(db, actor, id, at).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(show::whole(db, handbook, actor, row, at).await?))
}

/// How secret a loan is that exists for the caller, for an incident that names it.
pub async fn level(
    tx: &sea_orm::DatabaseTransaction,
    actor: &Actor,
    id: LoanId,
    at: chrono::DateTime<chrono::Utc>,
) -> ApiResult<Option<i16>> {
    Ok(store::find(tx, actor, id, at).await?.map(|row| row.level))
}

/// The number of a loan that exists for the caller.
pub async fn number(
    db: &impl sea_orm::ConnectionTrait,
    actor: &Actor,
    id: LoanId,
    at: chrono::DateTime<chrono::Utc>,
) -> ApiResult<Option<String>> {
    Ok(store::find(db, actor, id, at).await?.map(|row| row.number))
}

/// What those of some loans are called that exist for the caller; for notifications.
pub async fn labels(app: &App, actor: &Actor, ids: &[Uuid]) -> ApiResult<HashMap<Uuid, String>> {
    let (ids, at) = (ids.iter().copied().map(LoanId), app.clock.now());
    let found = store::some(app.db.reader(), actor, ids, at).await?;
    Ok(found.into_iter().map(|row| (row.id.0, row.number)).collect())
}
