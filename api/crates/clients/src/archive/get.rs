//! Read one file.
use super::{dto::Client, show, store};
use crate::ClientId;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;

pub async fn get(app: &App, actor: &Actor, id: ClientId) -> ApiResult<Reply<Client>> {
    let row = store::find(app.db.reader(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(show::client(app.db.reader(), actor, row).await?))
}
