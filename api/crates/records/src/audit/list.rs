//! Use case: look into the audit trail, newest first.
use super::dto::{AuditEntry, AuditFilter};
use super::store;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use uuid::Uuid;

pub async fn list(
    app: &App,
    actor: &Actor,
    filter: &AuditFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<AuditEntry>>> {
    let after = paging.after::<Uuid>()?;
    let db = app.db.reader();
    let matching = store::matching(db, actor, filter).await?;
    let rows = store::page(db, matching.clone(), after, paging.rows()).await?;
    let total =
        if paging.wants_total() { Some(crate::count::capped(db, matching).await?) } else { None };
    let page = paging.page(rows, total, |row| row.id, |row| AuditEntry::shown(row, actor))?;
    Ok(Reply::ok(page))
}
