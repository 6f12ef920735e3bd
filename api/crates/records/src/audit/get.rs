//! Use case: one entry of the audit trail.
use super::dto::AuditEntry;
use super::{reading, store};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use uuid::Uuid;

pub async fn get(app: &App, actor: &Actor, id: Uuid) -> ApiResult<Reply<AuditEntry>> {
    let row = store::find(app.db.reader(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    reading::note(app, actor, std::slice::from_ref(&row)).await?;
    Ok(Reply::ok(AuditEntry::shown(row, actor)))
}
