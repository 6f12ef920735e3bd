//! Read one contact.
use super::dto::Contact;
use super::{show, store};
use crate::hanging::seen;
use crate::{ClientId, ContactId};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::readings::ReadingWay;

pub async fn get(
    app: &App,
    actor: &Actor,
    (client, id): (ClientId, ContactId),
) -> ApiResult<Reply<Contact>> {
    let db = app.db.reader();
    let file = seen(app, actor, client, ReadingWay::Opened).await?;
    let row = store::find(db, client, id).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(show::one(db, actor, &file, row).await?))
}
