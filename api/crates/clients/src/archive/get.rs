//! Read one file.
use super::{dto::Client, named, show};
use crate::ClientId;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;

pub async fn get(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    id: ClientId,
) -> ApiResult<Reply<Client>> {
    let found = named::find(app.db.reader(), actor, id).await?;
    let (row, names) = found.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(show::with(actor, handbook.date(app.clock.now()), row, &names)?))
}
