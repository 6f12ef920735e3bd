//! Read a submission.
use super::dto::Submission;
use super::{show, store};
use crate::SubmissionId;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use std::collections::HashMap;
use uuid::Uuid;

pub async fn get(app: &App, actor: &Actor, id: SubmissionId) -> ApiResult<Reply<Submission>> {
    let db = app.db.reader();
    let row = store::find(db, actor, id).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(show::whole(db, actor, row).await?))
}

/// What those of some submissions are called that exist for the caller; for notifications.
pub async fn labels(app: &App, actor: &Actor, ids: &[Uuid]) -> ApiResult<HashMap<Uuid, String>> {
    // Also one's own submission names a client.
    if !actor.holds(<crate::ReadClients as kernel::access::Permission>::NAME) {
        return Ok(HashMap::new());
    }
    let ids = ids.iter().copied().map(SubmissionId);
    let found = store::some(app.db.reader(), actor, ids).await?;
    Ok(found.into_iter().map(|row| (row.id.0, row.client_name)).collect())
}
