//! Say something about a client.
use super::dto::{Comment, CommentInput, NewComment};
use super::entity::Model;
use super::tell::tell;
use super::{rules, show, store};
use crate::ClientId;
use crate::hanging::{held, touch};
use crate::secret_items::{Marked, act_on_item, given};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn create(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    client: ClientId,
    input: NewComment,
) -> ApiResult<Reply<Comment>> {
    let mut work = Work::begin(app, actor).await?;
    let file = held(&work, client).await?;
    rules::comment(&file)?;
    let NewComment { body, mentions, secrecy } = input;
    let written = CommentInput { body, mentions }.tidied()?;
    let mark = given(&work, handbook, &file, secrecy.as_ref()).await?;
    let row = fresh(&work, client, &written)?.marked(mark);
    store::insert(work.db(), &row).await?;
    tell(&work, &file, &row, (&[], &written.mentions)).await?;
    touch(&mut work, &file).await?;
    // The comment itself is what was said; the trail only says that it was made.
    work.record(act_on_item(&work, "client.commented", (&file, &row), Changes::default()));
    let answer = show::one(work.db(), (actor, work.at()), &file, row).await?;
    work.commit_created(answer).await
}

fn fresh(work: &Work<'_>, client: ClientId, input: &CommentInput) -> ApiResult<Model> {
    Ok(Model {
        id: work.fresh(),
        client_id: client,
        body: input.body.clone(),
        mentions: serde_json::to_string(&input.mentions)?,
        created_at: work.at(),
        created_by: work.actor().id,
        updated_at: work.at(),
        removed_at: None,
        removed_by: None,
        remove_reason: None,
        level: 0,
        level_until: None,
        level_ends_at: None,
        secret_content: None,
        version: 1,
    })
}
