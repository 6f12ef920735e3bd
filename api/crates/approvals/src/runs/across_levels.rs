//! 跨级审批: the approver is away and it is urgent; they agree by telephone, and the next superior who
//! may decides. Who agreed and when is recorded, and they hear of the result (A-SCR-10, A-SCR-11).
use super::advance::{add, task};
use super::candidates;
use super::decide::settle;
use super::kinds::{ActKind, TaskOrigin, TaskState};
use super::moving::{Moving, Said, place};
use super::refusal::Refusal;
use super::requests::AcrossLevels;
use super::rules;
use crate::CrossLevels;
use crate::ids::TaskId;
use crate::notices;
use chrono::{DurationRound, TimeDelta};
use handbook::exceptions::{self, Departure, ExceptionKind};
use kernel::access::Permission;
use kernel::code::{self, field};
use kernel::error::{ApiError, ApiResult};
use kernel::work::Work;

pub async fn across_levels(
    moving: &mut Moving<'_>,
    work: &mut Work<'_>,
    id: TaskId,
    input: &AcrossLevels,
) -> ApiResult<()> {
    let actor = work.actor();
    let absent = moving.tasks.iter().find(|task| task.id == id).ok_or(code::NOT_FOUND)?.clone();
    let holds = actor.holds(CrossLevels::NAME);
    rules::across_levels(actor.id, holds, &moving.involved, &moving.run, &absent, &moving.tasks)
        .map_err(|refusal| moving.refuse(&absent.step, refusal))?;
    // People tell the time in minutes.
    let from = absent.opened_at.duration_trunc(TimeDelta::minutes(1)).unwrap_or(absent.opened_at);
    if input.confirmed_at > work.at() || input.confirmed_at < from {
        return Err(ApiError::field("/confirmed_at", field::RANGE));
    }
    let step = moving.step(&absent.step)?.clone();
    let named = [absent.person_id];
    // Not whoever notes it: nobody decides on their own word.
    let but = [actor.id];
    let above = candidates::stand_in(work.db(), moving, &step, (&named, &but), work.at()).await?;
    let nobody = || moving.refuse(&step.key, Refusal::NobodyLeft { step: step.name.clone() });
    let above = above.ok_or_else(nobody)?;
    let said = Said {
        person: Some(absent.person_id),
        comment: Some(input.comment.trim().to_owned()),
        ..Said::default()
    };
    settle(moving, work, &absent, TaskState::HandedOver, &said).await?;
    moving.happened(work, ActKind::AcrossLevels, Some(&step.key), said).await?;
    let mut task = task(moving, work, &step, above).await?;
    task.origin = TaskOrigin::AcrossLevels;
    task.given_by = Some(actor.id);
    task.confirmed_by = Some(absent.person_id);
    task.confirmed_at = Some(input.confirmed_at);
    add(moving, work, task).await?;
    moving.tell(work, &[absent.person_id], notices::APPROVAL_TAKEN_ACROSS_LEVELS).await?;
    moving.keep(work).await?;
    moving.record(work, "approval.taken-across-levels", Some(&step.key));
    let departure = Departure {
        kind: ExceptionKind::AcrossLevels,
        clauses: &["A-SCR-10", "A-SCR-11"],
        subject: ("approval", moving.run.id.0),
        place: place(&moving.run),
        reason: input.comment.trim().to_owned(),
        approved_by: absent.person_id,
    };
    exceptions::note(work, departure).await
}
