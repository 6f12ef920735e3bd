//! Put one's own words differently. The trail keeps what they were.
use super::dto::{Comment, CommentInput};
use super::entity::Model;
use super::tell::tell;
use super::{rules, show, store};
use crate::hanging::{changes, held, touch};
use crate::secret_items::act_on_item;
use crate::{ClientId, CommentId};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn update(
    app: &App,
    actor: &Actor,
    (client, id): (ClientId, CommentId),
    seen: IfMatch,
    patch: Patch<CommentInput>,
) -> ApiResult<Reply<Comment>> {
    let mut work = Work::begin(app, actor).await?;
    let file = held(&work, client).await?;
    let seeing = (actor, work.at());
    let before = store::find(work.db(), seeing, client, id).await?.ok_or(code::NOT_FOUND)?;
    rules::change(actor, &file, &before)?;
    seen.check(before.version)?;
    let was = CommentInput::of(&before)?;
    let is = patch.onto(&was)?.tidied()?;
    let mut after = before;
    if is != was {
        after = rewritten(&work, after, &is)?;
        store::save(work.db(), &after).await?;
        tell(&work, &file, &after, (&was.mentions, &is.mentions)).await?;
        touch(&mut work, &file).await?;
        let changes = changes("comment", id.0, Some(&was), Some(&is));
        work.record(act_on_item(&work, "client.comment-updated", (&file, &after), changes));
    }
    let answer = show::one(work.db(), seeing, &file, after).await?;
    work.commit(answer).await
}

fn rewritten(work: &Work<'_>, row: Model, input: &CommentInput) -> ApiResult<Model> {
    Ok(Model {
        body: input.body.clone(),
        mentions: serde_json::to_string(&input.mentions)?,
        updated_at: work.at(),
        version: row.version + 1,
        ..row
    })
}
