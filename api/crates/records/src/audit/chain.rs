//! Use case: the head of the chain.
use super::dto::Chain;
use super::store;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;

pub async fn read(app: &App) -> ApiResult<Reply<Chain>> {
    let db = app.db.reader();
    let head = store::head(db).await?.ok_or(code::INTERNAL)?;
    let unsealed = store::unsealed(db).await?;
    Ok(Reply::ok(Chain { sequence: head.audit_sequence, hash: head.audit_hash, unsealed }))
}
