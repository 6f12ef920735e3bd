//! Take one's own submission back before anybody settled it.
use super::dto::Submission;
use super::entity::Model;
use super::kinds::SubmissionState;
use super::{rules, show, store, tell};
use crate::{SubmissionId, obligations};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn withdraw(
    app: &App,
    actor: &Actor,
    id: SubmissionId,
    seen: IfMatch,
) -> ApiResult<Reply<Submission>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::withdraw(actor, &row)?;
    let after = Model {
        state: SubmissionState::Withdrawn,
        decided_at: Some(work.at()),
        decided_by: Some(actor.id),
        version: row.version + 1,
        ..row
    };
    store::save(work.db(), &after).await?;
    work.record(tell::record("client-submission.withdrawn", &after));
    obligations::settled(&mut work, &after).await?;
    let answer = show::whole(work.db(), actor, after).await?;
    work.commit(answer).await
}
