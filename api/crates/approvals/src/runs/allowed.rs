//! What the caller may do to an approval and to a task: the rules that guard the acts, asked beforehand.
use super::entity::Model as Run;
use super::kinds::TaskState;
use super::moving::Moving;
use super::refusal::{Refusal, Refused};
use super::task_entity::Model as Task;
use super::{rules, store};
use crate::ids::TaskId;
use crate::subject::Approvals;
use crate::{CrossLevels, DecideApprovals};
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Permission};
use kernel::error::ApiResult;
use kernel::http::shown::{AllowedAction, allowed};
use sea_orm::ConnectionTrait;

#[must_use]
pub fn on_approval(actor: &Actor, run: &Run) -> Vec<AllowedAction> {
    let judge = || rules::requesters(actor.id, run).map_err(|refusal| refusal.by(&[]));
    let lang = actor.request.lang;
    vec![allowed("withdraw", judge(), lang), allowed("remind", judge(), lang)]
}

/// The open task that is the caller's to decide, their own before one lent to them.
pub async fn my_task(
    db: &impl ConnectionTrait,
    actor: &Actor,
    run: &Run,
    tasks: &[Task],
    at: DateTime<Utc>,
) -> ApiResult<Option<TaskId>> {
    if rules::running(run).is_err() {
        return Ok(None);
    }
    let open: Vec<_> = tasks.iter().filter(|task| task.state == TaskState::Open).collect();
    if let Some(own) = open.iter().find(|task| task.person_id == actor.id) {
        return Ok(Some(own.id));
    }
    for task in open {
        if store::is_lent(db, task.person_id, actor.id, at).await? {
            return Ok(Some(task.id));
        }
    }
    Ok(None)
}

pub async fn on_task(
    db: &impl ConnectionTrait,
    approvals: &Approvals,
    actor: &Actor,
    run: Run,
    task: &Task,
    at: DateTime<Utc>,
) -> ApiResult<Vec<AllowedAction>> {
    let moving = Moving::of(db, approvals, run).await?;
    let lang = actor.request.lang;
    let deciding = deciding(db, &moving, actor, task, at).await?;
    let acts = ["approve", "reject", "send-back", "add-approver", "hand-over"];
    let mut shown: Vec<_> =
        acts.into_iter().map(|act| allowed(act, refused(&moving, task, &deciding), lang)).collect();
    let holds = actor.holds(CrossLevels::NAME);
    let (run, tasks) = (&moving.run, &moving.tasks);
    let crossing = rules::across_levels(actor.id, holds, &moving.involved, run, task, tasks);
    shown.push(allowed("across-levels", refused(&moving, task, &crossing), lang));
    Ok(shown)
}

fn refused(moving: &Moving<'_>, task: &Task, verdict: &Result<(), Refusal>) -> Result<(), Refused> {
    verdict.clone().map_err(|refusal| moving.refuse(&task.step, refusal))
}

async fn deciding(
    db: &impl ConnectionTrait,
    moving: &Moving<'_>,
    actor: &Actor,
    task: &Task,
    at: DateTime<Utc>,
) -> ApiResult<Result<(), Refusal>> {
    if !actor.holds(DecideApprovals::NAME) {
        return Ok(Err(Refusal::MayNotDecide));
    }
    let lent = store::is_lent(db, task.person_id, actor.id, at).await?;
    if let Err(refusal) = rules::decide(actor.id, lent, &moving.run, task) {
        return Ok(Err(refusal));
    }
    let unfit = moving.unfit(db, actor.id, task, at).await?;
    Ok(unfit.map_or(Ok(()), |unfit| Err(Refusal::Unfit(unfit))))
}
