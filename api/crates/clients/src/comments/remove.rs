//! Take a comment back: nobody reads it any more, and that it was there stays known.
use super::dto::Comment;
use super::entity::Model;
use super::{rules, show, store};
use crate::hanging::{Removal, held, touch};
use crate::secret_items::act_on_item;
use crate::{ClientId, CommentId};
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn remove(
    app: &App,
    actor: &Actor,
    (client, id): (ClientId, CommentId),
    seen: IfMatch,
    removal: Removal,
) -> ApiResult<Reply<Comment>> {
    let mut work = Work::begin(app, actor).await?;
    let file = held(&work, client).await?;
    let seeing = (actor, work.at());
    let before = store::find(work.db(), seeing, client, id).await?.ok_or(code::NOT_FOUND)?;
    rules::remove(actor, &file, &before)?;
    seen.check(before.version)?;
    let after = Model {
        removed_at: Some(work.at()),
        removed_by: Some(actor.id),
        remove_reason: Some(removal.reason.clone()),
        updated_at: work.at(),
        version: before.version + 1,
        ..before
    };
    store::save(work.db(), &after).await?;
    touch(&mut work, &file).await?;
    let gone = Changes::default();
    let record = act_on_item(&work, "client.comment-removed", (&file, &after), gone);
    work.record(record.reason(removal.reason));
    let answer = show::one(work.db(), seeing, &file, after).await?;
    work.commit(answer).await
}
