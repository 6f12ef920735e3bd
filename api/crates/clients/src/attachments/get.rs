//! Read what is known of one attachment.
use super::dto::Attachment;
use super::{show, store};
use crate::hanging::seen;
use crate::{AttachmentId, ClientId};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;

pub async fn get(
    app: &App,
    actor: &Actor,
    (client, id): (ClientId, AttachmentId),
) -> ApiResult<Reply<Attachment>> {
    let db = app.db.reader();
    let file = seen(db, actor, client).await?;
    let row = store::find(db, client, id).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(show::one(db, actor, &file, row).await?))
}
