//! Read one instruction; and what instructions are called for those who may see them.
use super::dto::InstructionRow;
use super::{show, store, tell};
use crate::InstructionId;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use std::collections::HashMap;
use uuid::Uuid;

pub async fn get(app: &App, actor: &Actor, id: InstructionId) -> ApiResult<Reply<InstructionRow>> {
    let row = store::find(app.db.reader(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(show::one(app.db.reader(), actor, row).await?))
}

pub async fn labels(app: &App, actor: &Actor, ids: &[Uuid]) -> ApiResult<HashMap<Uuid, String>> {
    if !actor.holds(<crate::ReadClients as kernel::access::Permission>::NAME) {
        return Ok(HashMap::new());
    }
    let ids = ids.iter().copied().map(InstructionId);
    let found = store::some(app.db.reader(), actor, ids).await?;
    Ok(found.into_iter().map(|row| (row.id.0, tell::label(&row))).collect())
}
