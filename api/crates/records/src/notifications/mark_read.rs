//! Use case: note what has been read. A reader's own business, so it leaves no audit entry. Ids of
//! others' notifications are passed over without a word.
use super::dto::{MarkRead, Marked};
use super::store;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn mark_read(app: &App, actor: &Actor, input: MarkRead) -> ApiResult<Reply<Marked>> {
    let ids = input.which()?;
    let work = Work::begin(app, actor).await?;
    let marked = store::mark_read(work.db(), actor, ids, work.at()).await?;
    work.commit(Marked { marked }).await
}
