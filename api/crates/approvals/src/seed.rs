//! For the demonstration: what an approver does, without a request.
use crate::runs::{Approve, Moving, approve, open_of};
use crate::subject::Approvals;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::work::Work;

/// Approve everything of a kind of record that waits for somebody.
pub async fn approve_all(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    (kind, comment): (&str, &str),
) -> ApiResult<()> {
    for (task, run) in open_of(app.db.reader(), actor.id).await? {
        let mut work = Work::begin(app, actor).await?;
        let mut moving = Moving::hold(&work, approvals, run).await?;
        if moving.run.subject_kind != kind {
            continue;
        }
        let content_hash = moving.run.content_hash.clone();
        let input = Approve { content_hash, comment: Some(comment.to_owned()), evidence: None };
        approve(&mut moving, &mut work, task, &input).await?;
        work.commit_nothing().await?;
    }
    Ok(())
}
