//! Say something about a client.
use super::dto::{Comment, CommentInput};
use super::entity::Model;
use super::tell::tell;
use super::{rules, show, store};
use crate::ClientId;
use crate::archive::act::act;
use crate::hanging::{held, touch};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn create(
    app: &App,
    actor: &Actor,
    client: ClientId,
    input: CommentInput,
) -> ApiResult<Reply<Comment>> {
    let mut work = Work::begin(app, actor).await?;
    let file = held(&work, client).await?;
    rules::comment(&file)?;
    let written = input.tidied()?;
    let row = fresh(&work, client, &written)?;
    store::insert(work.db(), &row).await?;
    tell(&work, &file, row.id, &[], &written.mentions).await?;
    touch(&mut work, &file).await?;
    // The comment itself is what was said; the trail only says that it was made.
    work.record(act("client.commented", &file).data("comment_id", row.id));
    let answer = show::one(work.db(), actor, &file, row).await?;
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
        version: 1,
    })
}
