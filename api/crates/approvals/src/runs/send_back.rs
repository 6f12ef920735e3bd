//! Send back: to an earlier step, whose decisions and those after it count no more, or to whoever
//! requested it.
use super::advance::advance;
use super::decide::{place_of, settle};
use super::kinds::{ActKind, ApprovalState, TaskState};
use super::moving::{Moving, Said};
use super::refusal::Refusal;
use super::requests::SendBack;
use super::rules::{stage_of, stages};
use super::task_entity::Model as Task;
use crate::ids::TaskId;
use crate::notices;
use kernel::error::ApiResult;
use kernel::work::Work;
use std::collections::BTreeSet;

pub async fn send_back(
    moving: &mut Moving<'_>,
    work: &mut Work<'_>,
    id: TaskId,
    input: &SendBack,
) -> ApiResult<()> {
    let actor = work.actor();
    let task = moving.deciding(work, actor, id).await?;
    let said = Said {
        on_behalf_of: place_of(actor, &task),
        comment: Some(input.comment.trim().to_owned()),
        ..Said::default()
    };
    settle(moving, work, &task, TaskState::SentBack, &said).await?;
    let reason = said.comment.clone();
    moving.happened(work, ActKind::SentBack, input.to_step.as_deref(), said).await?;
    match &input.to_step {
        None => {
            moving.end(work, ApprovalState::Returned, reason).await?;
            moving.tell(work, &[moving.run.requested_by], notices::APPROVAL_RETURNED).await?;
        }
        Some(step) => begin_again(moving, work, &task, step).await?,
    }
    moving.keep(work).await?;
    moving.record(work, "approval.sent-back", Some(&task.step));
    Ok(())
}

async fn begin_again(
    moving: &mut Moving<'_>,
    work: &mut Work<'_>,
    task: &Task,
    step: &str,
) -> ApiResult<()> {
    let (here, there) = (stage_of(&moving.steps, &task.step), stage_of(&moving.steps, step));
    let earlier = there.filter(|there| here.is_some_and(|here| *there < here));
    let earlier = earlier.ok_or_else(|| moving.refuse(&task.step, Refusal::EarlierStep))?;
    let again = stages(&moving.steps).into_iter().skip(earlier).flatten();
    let again: BTreeSet<_> = again.map(|step| step.key.clone()).collect();
    moving.close(work, |_| true).await?;
    let undone = moving.tasks.iter().filter(|task| task.counts && again.contains(&task.step));
    let undone: Vec<_> = undone.map(|task| task.id).collect();
    for id in undone {
        moving.change(work, id, |task| task.counts = false).await?;
    }
    advance(moving, work).await
}
