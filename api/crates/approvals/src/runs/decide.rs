//! Approve or reject: of what was submitted, and of nothing else.
use super::advance::{advance, replace};
use super::kinds::{ActKind, ApprovalState, TaskState};
use super::moving::{Moving, Said};
use super::refusal::Refusal;
use super::requests::{Approve, Reject};
use super::rules;
use super::submit::unchanged;
use super::task_entity::Model as Task;
use crate::flows::definition::Mode;
use crate::ids::TaskId;
use crate::notices;
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::text::trimmed;
use kernel::work::Work;

/// In whose place, where it is not one's own.
pub fn place_of(actor: &Actor, task: &Task) -> Option<PersonId> {
    (task.person_id != actor.id).then_some(task.person_id)
}

pub async fn approve(
    moving: &mut Moving<'_>,
    work: &mut Work<'_>,
    id: TaskId,
    input: &Approve,
) -> ApiResult<()> {
    let actor = work.actor();
    let task = moving.deciding(work, actor, id).await?;
    if input.content_hash != moving.run.content_hash {
        return Err(moving.refuse(&task.step, Refusal::ContentChanged).into());
    }
    unchanged(moving)?;
    let said = Said {
        on_behalf_of: place_of(actor, &task),
        comment: trimmed(input.comment.as_deref()),
        evidence: trimmed(input.evidence.as_deref()),
        ..Said::default()
    };
    settle(moving, work, &task, TaskState::Approved, &said).await?;
    moving.happened(work, ActKind::Approved, Some(&task.step), said).await?;
    let step = moving.step(&task.step)?.clone();
    if step.mode == Mode::Any {
        moving.close(work, |other| other.step == step.key).await?;
    }
    // What they were asked in a step that excludes this one is another's to decide now.
    let excluding = rules::excluding(&step, &moving.steps);
    let theirs = [task.person_id, actor.id];
    let passed = moving.tasks.iter().filter(|other| {
        other.state == TaskState::Open
            && excluding.contains(&other.step)
            && theirs.contains(&other.person_id)
    });
    for other in passed.cloned().collect::<Vec<_>>() {
        replace(moving, work, &other).await?;
    }
    advance(moving, work).await?;
    moving.keep(work).await?;
    moving.record(work, "approval.step-approved", Some(&task.step));
    Ok(())
}

pub async fn reject(
    moving: &mut Moving<'_>,
    work: &mut Work<'_>,
    id: TaskId,
    input: &Reject,
) -> ApiResult<()> {
    let actor = work.actor();
    let task = moving.deciding(work, actor, id).await?;
    let said = Said {
        on_behalf_of: place_of(actor, &task),
        comment: Some(input.comment.trim().to_owned()),
        evidence: trimmed(input.evidence.as_deref()),
        ..Said::default()
    };
    settle(moving, work, &task, TaskState::Rejected, &said).await?;
    let reason = said.comment.clone();
    moving.happened(work, ActKind::Rejected, Some(&task.step), said).await?;
    moving.end(work, ApprovalState::Rejected, reason).await?;
    moving.keep(work).await?;
    moving.record(work, "approval.rejected", Some(&task.step));
    moving.tell(work, &[moving.run.requested_by], notices::APPROVAL_REJECTED).await
}

/// The decision on the task; whoever agreed by telephone hears what became of it (A-SCR-11).
pub async fn settle(
    moving: &mut Moving<'_>,
    work: &Work<'_>,
    task: &Task,
    state: TaskState,
    said: &Said,
) -> ApiResult<()> {
    let (at, by) = (work.at(), work.actor().id);
    let change = |task: &mut Task| {
        task.state = state;
        task.decided_at = Some(at);
        task.decided_by = Some(by);
        task.comment.clone_from(&said.comment);
        task.evidence.clone_from(&said.evidence);
    };
    moving.change(work, task.id, change).await?;
    if state != TaskState::HandedOver
        && let Some(confirmed_by) = task.confirmed_by
    {
        moving.tell(work, &[confirmed_by], notices::APPROVAL_ACROSS_LEVELS_DECIDED).await?;
    }
    Ok(())
}
