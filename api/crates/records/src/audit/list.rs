//! Use case: look into the audit trail, newest first.
use super::dto::{AuditEntry, AuditFilter};
use super::{reading, store};
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::entry::Column;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;

pub async fn list(
    app: &App,
    actor: &Actor,
    filter: &AuditFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<AuditEntry>>> {
    let db = app.db.reader();
    let matching = store::matching(db, actor, filter).await?;
    let (rows, total) = paging.newest(db, matching, Column::Id).await?;
    reading::note(app, actor, &rows).await?;
    let page = paging.page(rows, total, |row| row.id, |row| AuditEntry::shown(row, actor))?;
    Ok(Reply::ok(page))
}
