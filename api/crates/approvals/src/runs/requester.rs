//! What whoever requested an approval may do while it is under way: take it back, or remind.
use super::kinds::{ActKind, ApprovalState, TaskState};
use super::moving::{Moving, Said, resource};
use super::refusal::Refusal;
use super::requests::WithdrawApproval;
use super::rules;
use crate::notices;
use kernel::error::ApiResult;
use kernel::notify::{self, Notice};
use kernel::work::Work;
use std::collections::BTreeSet;

pub async fn withdraw(
    moving: &mut Moving<'_>,
    work: &mut Work<'_>,
    input: &WithdrawApproval,
) -> ApiResult<()> {
    let judged = rules::requesters(work.actor().id, &moving.run);
    judged.map_err(|refusal| moving.refuse_all(refusal))?;
    let reason = Some(input.reason.trim().to_owned());
    let open = moving.tasks.iter().filter(|task| task.state == TaskState::Open);
    let asked: Vec<_> = open.map(|task| task.person_id).collect();
    moving.end(work, ApprovalState::Withdrawn, reason.clone()).await?;
    let said = Said { comment: reason, ..Said::default() };
    moving.happened(work, ActKind::Withdrawn, None, said).await?;
    moving.keep(work).await?;
    moving.record(work, "approval.withdrawn", None);
    moving.tell(work, &asked, notices::APPROVAL_WITHDRAWN).await
}

/// Those who have something to decide and have read what they were told last; whoever has not is not
/// told twice.
pub async fn remind(moving: &mut Moving<'_>, work: &mut Work<'_>) -> ApiResult<()> {
    let judged = rules::requesters(work.actor().id, &moving.run);
    judged.map_err(|refusal| moving.refuse_all(refusal))?;
    let open = moving.tasks.iter().filter(|task| task.state == TaskState::Open);
    let asked: BTreeSet<_> = open.map(|task| task.person_id).collect();
    let notice = Notice::new(notices::APPROVAL_REMINDED, resource(&moving.run));
    let waiting = notify::unread(work.db(), &asked, &notice).await?;
    let told: Vec<_> = asked.difference(&waiting).copied().collect();
    if told.is_empty() {
        return Err(moving.refuse_all(Refusal::Reminded).into());
    }
    notify::send(work, &told, &notice).await?;
    moving.happened(work, ActKind::Reminded, None, Said::default()).await?;
    moving.keep(work).await?;
    moving.record(work, "approval.reminded", None);
    Ok(())
}
