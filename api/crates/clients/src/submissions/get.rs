//! Read a submission.
use super::dto::Submission;
use super::{show, store};
use crate::archive::store as files;
use crate::{SubmissionId, readings};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::readings::ReadingWay;
use std::collections::HashMap;
use uuid::Uuid;

pub async fn get(app: &App, actor: &Actor, id: SubmissionId) -> ApiResult<Reply<Submission>> {
    let db = app.db.reader();
    let row = store::find(db, actor, id).await?.ok_or(code::NOT_FOUND)?;
    // It shows what stands in the file beside what was handed in.
    if let Some(client) = row.client_id
        && let Some(file) = files::find(db, actor, client).await?
    {
        readings::one(app, actor, &file, ReadingWay::Opened).await?;
    }
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
