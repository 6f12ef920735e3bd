//! What follows a decision: the next steps open, or the approval is complete.
use super::candidates;
use super::kinds::{ActKind, ApprovalState, TaskOrigin, TaskState};
use super::moving::{Moving, Said};
use super::refusal::Unfit;
use super::rules::{self, Next};
use super::store;
use super::task_entity::Model as Task;
use crate::flows::definition::{Mode, Step};
use crate::notices;
use chrono::{DateTime, Utc};
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::work::Work;

/// Open what is next. A step that nobody may decide any more waits, seen, until somebody may.
pub async fn advance(moving: &mut Moving<'_>, work: &mut Work<'_>) -> ApiResult<()> {
    match rules::next(&moving.steps, &moving.tasks) {
        Next::Wait => Ok(()),
        Next::Open(keys) => {
            for key in keys {
                open(moving, work, &key).await?;
            }
            Ok(())
        }
        Next::Done => {
            moving.happened(work, ActKind::Completed, None, Said::default()).await?;
            moving.end(work, ApprovalState::Approved, None).await?;
            moving.tell(work, &[moving.run.requested_by], notices::APPROVAL_APPROVED).await
        }
    }
}

async fn open(moving: &mut Moving<'_>, work: &Work<'_>, key: &str) -> ApiResult<()> {
    let step = moving.step(key)?.clone();
    if reopen(moving, work, &step).await? {
        return Ok(());
    }
    let found = candidates::resolve(work.db(), moving, &step, work.at()).await?;
    if found.missing {
        return stuck(moving, work, key).await;
    }
    for (person, origin, why) in found.asked {
        if origin == TaskOrigin::Escalated {
            escalated(moving, work, key, person, why).await?;
        }
        ask(moving, work, &step, person, origin).await?;
    }
    Ok(())
}

async fn escalated(
    moving: &Moving<'_>,
    work: &Work<'_>,
    key: &str,
    person: PersonId,
    why: Option<Unfit>,
) -> ApiResult<()> {
    let lang = work.actor().request.lang;
    let comment = why.map(|unfit| kernel::code::said(&unfit, lang));
    let said = Said { person: Some(person), comment, ..Said::default() };
    moving.happened(work, ActKind::Escalated, Some(key), said).await
}

/// Somebody who was asked may not decide any more. Where one of several does, their task is closed; where
/// all have to agree, their superior decides in their place, and without one nothing goes on without
/// them.
pub async fn replace(moving: &mut Moving<'_>, work: &Work<'_>, task: &Task) -> ApiResult<()> {
    let step = moving.step(&task.step)?.clone();
    if step.mode == Mode::Any {
        return moving.close(work, |other| other.id == task.id).await;
    }
    let of = [task.person_id];
    let above = candidates::stand_in(work.db(), moving, &step, (&of, &[]), work.at()).await?;
    let Some(above) = above else { return stuck(moving, work, &step.key).await };
    moving.close(work, |other| other.id == task.id).await?;
    escalated(moving, work, &step.key, above, None).await?;
    ask(moving, work, &step, above, TaskOrigin::Escalated).await
}

/// Those who waited for somebody added before them.
async fn reopen(moving: &mut Moving<'_>, work: &Work<'_>, step: &Step) -> ApiResult<bool> {
    let waits = |task: &&Task| task.step == step.key && task.state == TaskState::Waiting;
    let ids = moving.tasks.iter().filter(waits).map(|task| (task.id, task.person_id));
    let ids: Vec<_> = ids.collect();
    let due_at = due(moving, work, step).await?;
    for (id, _) in &ids {
        let at = work.at();
        let change = |task: &mut Task| {
            task.state = TaskState::Open;
            task.opened_at = at;
            task.due_at = due_at;
            task.overdue_told_at = None;
        };
        moving.change(work, *id, change).await?;
    }
    let people: Vec<_> = ids.iter().map(|(_, person)| *person).collect();
    moving.tell(work, &people, notices::APPROVAL_TASK_OPENED).await?;
    Ok(!ids.is_empty())
}

/// Give somebody something to decide.
pub async fn ask(
    moving: &mut Moving<'_>,
    work: &Work<'_>,
    step: &Step,
    person: PersonId,
    origin: TaskOrigin,
) -> ApiResult<()> {
    let task = Task { origin, ..task(moving, work, step, person).await? };
    add(moving, work, task).await
}

/// A task that is open from now.
pub async fn task(
    moving: &Moving<'_>,
    work: &Work<'_>,
    step: &Step,
    person: PersonId,
) -> ApiResult<Task> {
    Ok(Task {
        id: work.fresh(),
        run_id: moving.run.id,
        subject_id: moving.run.subject_id,
        step: step.key.clone(),
        person_id: person,
        state: TaskState::Open,
        origin: TaskOrigin::Flow,
        counts: true,
        given_by: None,
        opened_at: work.at(),
        due_at: due(moving, work, step).await?,
        overdue_told_at: None,
        decided_at: None,
        decided_by: None,
        comment: None,
        evidence: None,
        confirmed_by: None,
        confirmed_at: None,
        version: 1,
    })
}

pub async fn add(moving: &mut Moving<'_>, work: &Work<'_>, task: Task) -> ApiResult<()> {
    store::insert_task(work.db(), task.clone()).await?;
    moving.tell(work, &[task.person_id], notices::APPROVAL_TASK_OPENED).await?;
    moving.tasks.push(task);
    Ok(())
}

/// The end of the step's term in working time; none where the calendar has no working time.
async fn due(
    moving: &Moving<'_>,
    work: &Work<'_>,
    step: &Step,
) -> ApiResult<Option<DateTime<Utc>>> {
    let Some(minutes) = step.due_minutes else { return Ok(None) };
    let calendar = moving.approvals.handbook.calendar(work.db()).await?;
    Ok(calendar.add_working_minutes(work.at(), minutes).ok())
}

/// Nobody is left: seen on the approval, told to whoever requested it, tried again now and then.
async fn stuck(moving: &mut Moving<'_>, work: &Work<'_>, key: &str) -> ApiResult<()> {
    let acts = store::acts(work.db(), moving.run.id).await?;
    let last = acts.iter().rfind(|act| act.step.as_deref() == Some(key));
    if last.is_some_and(|act| act.kind == ActKind::Stuck) {
        return Ok(());
    }
    moving.happened(work, ActKind::Stuck, Some(key), Said::default()).await?;
    moving.tell(work, &[moving.run.requested_by], notices::APPROVAL_STUCK).await
}
