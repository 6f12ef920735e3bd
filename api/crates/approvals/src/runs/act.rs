//! Serve a request for an act: on the task or approval as the caller saw it, all or nothing.
use super::dto::{Approval, ApprovalTaskDetail};
use super::moving::Moving;
use super::{read, store};
use crate::ids::{ApprovalId, TaskId};
use crate::subject::Approvals;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;

/// The approval of a task that exists for the caller, held until the commit.
pub async fn hold<'s>(
    work: &Work<'_>,
    approvals: &'s Approvals,
    id: TaskId,
) -> ApiResult<Moving<'s>> {
    let visible = store::visible_to(approvals, work.actor(), work.at());
    let task = store::task(work.db(), visible, id).await?.ok_or(code::NOT_FOUND)?;
    Moving::hold(work, approvals, task.run_id).await
}

pub async fn on_task(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    (id, seen): (TaskId, IfMatch),
    act: impl AsyncFnOnce(&mut Moving<'_>, &mut Work<'_>, TaskId) -> ApiResult<()>,
) -> ApiResult<Reply<ApprovalTaskDetail>> {
    let mut work = Work::begin(app, actor).await?;
    let mut moving = hold(&work, approvals, id).await?;
    let task = moving.tasks.iter().find(|task| task.id == id).ok_or(code::NOT_FOUND)?;
    seen.check(task.version)?;
    act(&mut moving, &mut work, id).await?;
    let task = moving.tasks.iter().find(|task| task.id == id).ok_or(code::NOT_FOUND)?.clone();
    let answer = read::task_detail(work.db(), approvals, actor, task, work.at()).await?;
    work.commit(answer).await
}

pub async fn on_approval(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    (id, seen): (ApprovalId, IfMatch),
    act: impl AsyncFnOnce(&mut Moving<'_>, &mut Work<'_>) -> ApiResult<()>,
) -> ApiResult<Reply<Approval>> {
    let mut work = Work::begin(app, actor).await?;
    let visible = store::visible_to(approvals, actor, work.at());
    let run = store::find(work.db(), visible, id).await?.ok_or(code::NOT_FOUND)?;
    let mut moving = Moving::hold(&work, approvals, run.id).await?;
    seen.check(moving.run.version)?;
    act(&mut moving, &mut work).await?;
    let run = moving.run.clone();
    let answer = read::whole(work.db(), approvals, actor, run, work.at()).await?;
    work.commit(answer).await
}
