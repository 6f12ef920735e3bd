//! Put a record on its way: called by its own area, in the transaction of the act that submits it.
use super::advance::advance;
use super::entity::Model as Run;
use super::kinds::{ActKind, ApprovalState, Involvement};
use super::moving::{Moving, Said};
use super::refusal::Refusal;
use super::store;
use crate::flows::known::{self, Flow};
use crate::flows::rules as flow_rules;
use crate::ids::ApprovalId;
use crate::notices;
use crate::subject::{Approvals, Frozen, Subject};
use kernel::code;
use kernel::error::ApiResult;
use kernel::notify::NoticeKind;
use kernel::work::Work;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Submit a record: it is frozen as it is now, and the flow that applies to it begins.
pub async fn submit(
    work: &mut Work<'_>,
    approvals: &Approvals,
    subject: &dyn Subject,
    id: Uuid,
) -> ApiResult<ApprovalId> {
    if store::lock_running(work.db(), subject.kind(), id).await?.is_some() {
        return Err(Refusal::Running.by(&[]).into());
    }
    let previous = store::latest(work.db(), subject.kind(), id).await?;
    begin(work, approvals, subject, id, previous.map(|run| run.id)).await
}

/// The record was changed while it was under approval: what was approved so far was of something else.
/// Another approval begins, of what it is now, and says why.
pub async fn restart(
    work: &mut Work<'_>,
    approvals: &Approvals,
    subject: &dyn Subject,
    id: Uuid,
    reason: &str,
) -> ApiResult<ApprovalId> {
    let running = (approvals, subject, id);
    let previous = end(work, running, reason, notices::APPROVAL_VOIDED).await?;
    begin(work, approvals, subject, id, Some(previous)).await
}

/// What was to be approved cannot be any more, and its area knows what becomes of the record: the approval
/// under way ends, and says why.
pub async fn void(
    work: &mut Work<'_>,
    approvals: &Approvals,
    subject: &dyn Subject,
    id: Uuid,
    reason: &str,
) -> ApiResult<ApprovalId> {
    end(work, (approvals, subject, id), reason, notices::APPROVAL_LAPSED).await
}

async fn end(
    work: &mut Work<'_>,
    (approvals, subject, id): (&Approvals, &dyn Subject, Uuid),
    reason: &str,
    notice: &'static NoticeKind,
) -> ApiResult<ApprovalId> {
    let running = store::lock_running(work.db(), subject.kind(), id).await?;
    let run = running.ok_or(code::NOT_FOUND)?;
    let mut moving = Moving::of(work.db(), approvals, run).await?;
    let asked: Vec<_> = moving.tasks.iter().map(|task| task.person_id).collect();
    moving.end(work, ApprovalState::Voided, Some(reason.to_owned())).await?;
    let said = Said { comment: Some(reason.to_owned()), ..Said::default() };
    moving.happened(work, ActKind::Voided, None, said).await?;
    moving.keep(work).await?;
    moving.record(work, "approval.voided", None);
    moving.tell(work, &asked, notice).await?;
    Ok(moving.run.id)
}

async fn begin(
    work: &mut Work<'_>,
    approvals: &Approvals,
    subject: &dyn Subject,
    id: Uuid,
    previous_id: Option<ApprovalId>,
) -> ApiResult<ApprovalId> {
    let frozen = subject.freeze(work.db(), id).await?.ok_or(code::NOT_FOUND)?;
    let today = approvals.handbook.date(work.at());
    let flow = known::applying(work.db(), approvals, subject.kind(), &frozen.facts, today).await?;
    let flow = flow.ok_or_else(|| Refusal::NoFlow.by(&[]))?;
    let run = run(work, subject, id, &frozen, &flow, previous_id)?;
    let id = run.id;
    store::insert(work.db(), run.clone()).await?;
    let mut moving = Moving::of(work.db(), approvals, run).await?;
    moving.happened(work, ActKind::Submitted, None, Said::default()).await?;
    everybody_is_there(&moving, work).await?;
    advance(&mut moving, work).await?;
    moving.keep(work).await?;
    moving.record(work, "approval.submitted", None);
    Ok(id)
}

/// A later step that nobody may decide is told now, not when everybody before it has done their part.
async fn everybody_is_there(moving: &Moving<'_>, work: &Work<'_>) -> ApiResult<()> {
    for step in &moving.steps {
        if super::candidates::resolve(work.db(), moving, step, work.at()).await?.missing {
            let left = Refusal::NobodyLeft { step: step.name.clone() };
            return Err(moving.refuse(&step.key, left).into());
        }
    }
    Ok(())
}

fn run(
    work: &Work<'_>,
    subject: &dyn Subject,
    id: Uuid,
    frozen: &Frozen,
    flow: &Flow,
    previous_id: Option<ApprovalId>,
) -> ApiResult<Run> {
    let applies =
        |step: &&crate::flows::definition::Step| flow_rules::hold(&step.conditions, &frozen.facts);
    let steps: Vec<_> = flow.definition.steps.iter().filter(applies).collect();
    let persons = subject.persons();
    if steps.len() < persons {
        return Err(Refusal::TooFewSteps { persons }.by(&[]).into());
    }
    let mut involved = frozen.involved.clone();
    involved.push((frozen.requested_by, Involvement::Requested));
    let content = serde_json::to_string(&frozen.content)?;
    Ok(Run {
        id: work.fresh(),
        subject_kind: subject.kind().to_owned(),
        subject_id: id,
        label: frozen.label.clone(),
        flow_code: flow.code.clone(),
        flow_version: flow.version,
        flow_name: flow.definition.name.clone(),
        steps: serde_json::to_string(&steps)?,
        facts: serde_json::to_string(&frozen.facts)?,
        involved: serde_json::to_string(&involved)?,
        content_hash: hash(&content),
        content,
        state: ApprovalState::Running,
        requested_by: frozen.requested_by,
        department_id: frozen.place.department_id,
        site_id: frozen.place.site_id,
        level: frozen.place.level,
        previous_id,
        reason: None,
        started_at: work.at(),
        ended_at: None,
        version: 0,
    })
}

/// SHA-256 in hex. JSON objects are written in the order of their keys, so one content has one hash.
#[must_use]
pub fn hash(content: &str) -> String {
    hex::encode(Sha256::digest(content.as_bytes()))
}

/// Refuses where the record is no more what was submitted: nothing changes it without [`restart`], and
/// nothing is approved on the strength of that alone.
pub fn unchanged(moving: &Moving<'_>) -> ApiResult<()> {
    let content = moving.now.as_ref().map(|now| serde_json::to_string(&now.content)).transpose()?;
    if content.is_some_and(|content| hash(&content) == moving.run.content_hash) {
        return Ok(());
    }
    Err(moving.refuse_all(Refusal::ContentChanged).into())
}
