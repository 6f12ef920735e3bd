//! Read an extract, or take its bytes once more; both stand in the trail.
use super::dto::Extract;
use super::{show, store, take};
use crate::{EXTRACT_DESTROYED, ExtractId};
use bytes::Bytes;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work;

pub async fn get(app: &App, actor: &Actor, id: ExtractId) -> ApiResult<Reply<Extract>> {
    let row = store::find(app.db.reader(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(show::one(app.db.reader(), row).await?))
}

/// Checked against their hash; recorded before the first byte leaves.
pub async fn content(app: &App, actor: &Actor, id: ExtractId) -> ApiResult<Bytes> {
    let row = store::find(app.db.reader(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    if row.destroyed_by.is_some() {
        return Err(EXTRACT_DESTROYED.into());
    }
    let bytes = app.files.get(&row.sha256).await?;
    work::note(app, actor, take::record("client-market-extract.downloaded", &row)).await?;
    Ok(bytes)
}
