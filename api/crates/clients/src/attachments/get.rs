//! Read what is known of one attachment.
use super::dto::Attachment;
use super::{show, store};
use crate::hanging::seen;
use crate::secret_items::note_items_read;
use crate::{AttachmentId, ClientId};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::readings::ReadingWay;

pub async fn get(
    app: &App,
    actor: &Actor,
    (client, id): (ClientId, AttachmentId),
) -> ApiResult<Reply<Attachment>> {
    let db = app.db.reader();
    let file = seen(app, actor, client, ReadingWay::Opened).await?;
    let seeing = (actor, app.clock.now());
    let row = store::find(db, seeing, client, id).await?.ok_or(code::NOT_FOUND)?;
    note_items_read(app, actor, (&file, ReadingWay::Opened), std::slice::from_ref(&row)).await?;
    Ok(Reply::ok(show::one(db, seeing, &file, row).await?))
}
