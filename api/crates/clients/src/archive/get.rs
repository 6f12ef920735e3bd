//! Read one file.
use super::{dto::Client, named, show};
use crate::{ClientId, readings};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::readings::ReadingWay;

pub async fn get(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    id: ClientId,
) -> ApiResult<Reply<Client>> {
    let found = named::find(app.db.reader(), actor, id).await?;
    let (row, names) = found.ok_or(code::NOT_FOUND)?;
    readings::one(app, actor, &row, ReadingWay::Opened).await?;
    Ok(Reply::ok(show::with(actor, handbook.date(app.clock.now()), row, &names)?))
}
