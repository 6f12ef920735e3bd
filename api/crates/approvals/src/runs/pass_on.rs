//! Ask somebody else: besides oneself, before or after (加签), or in one's place (转办).
use super::advance::{add, advance, task};
use super::candidates;
use super::decide::{place_of, settle};
use super::kinds::{ActKind, TaskOrigin, TaskState};
use super::moving::{Moving, Said};
use super::refusal::Refusal;
use super::requests::{AddApprover, HandOverTask, When};
use super::rules::{self, stage_of, stages};
use super::task_entity::Model as Task;
use crate::flows::definition::{Approver, ApproverKind, Mode, Step};
use crate::ids::TaskId;
use kernel::code::{Coded, field};
use kernel::error::{ApiError, ApiResult};
use kernel::http::problem::FieldProblem;
use kernel::ids::PersonId;
use kernel::work::Work;

/// Steps of one approval, those added included.
const MOST_STEPS: usize = 30;

/// Somebody whom the caller may name, who may decide in the step and has not been asked there already.
async fn addressee(
    moving: &Moving<'_>,
    work: &Work<'_>,
    step: &Step,
    person: PersonId,
) -> ApiResult<()> {
    let unknown = || ApiError::field("/person_id", field::UNKNOWN_REFERENCE);
    let known = identity::people::nameable(work.db(), work.actor(), person).await?;
    known.ok_or_else(unknown)?;
    let asked = |it: &Task| {
        let waits = matches!(it.state, TaskState::Open | TaskState::Waiting);
        it.person_id == person && it.step == step.key && waits
    };
    if moving.tasks.iter().any(asked) {
        return Err(ApiError::field("/person_id", field::DUPLICATE));
    }
    let judged = candidates::judged(work.db(), moving, step, &[person], work.at()).await?;
    match judged.into_iter().flat_map(|one| one.unfit).next() {
        None => Ok(()),
        Some(unfit) => {
            let problem = FieldProblem::new("/person_id", unfit.code());
            Err(ApiError::Invalid(vec![FieldProblem { params: unfit.params(), ..problem }]))
        }
    }
}

/// 加签: another step, before the one at hand or right after it.
pub async fn add_approver(
    moving: &mut Moving<'_>,
    work: &mut Work<'_>,
    id: TaskId,
    input: &AddApprover,
) -> ApiResult<()> {
    let actor = work.actor();
    let mine = moving.deciding(work, actor, id).await?;
    if [actor.id, mine.person_id].contains(&input.person_id) {
        return Err(ApiError::field("/person_id", field::DUPLICATE));
    }
    if moving.steps.len() >= MOST_STEPS {
        return Err(moving.refuse(&mine.step, Refusal::TooManyAdded).into());
    }
    let step = added(moving, &mine, input)?;
    addressee(moving, work, &step, input.person_id).await?;
    let said = Said {
        on_behalf_of: place_of(actor, &mine),
        person: Some(input.person_id),
        comment: Some(input.comment.trim().to_owned()),
        ..Said::default()
    };
    let kind = match input.when {
        When::Before => ActKind::AddedBefore,
        When::After => ActKind::AddedAfter,
    };
    moving.happened(work, kind, Some(&mine.step), said).await?;
    insert(moving, &mine, step.clone(), input.when);
    if input.when == When::Before {
        wait(moving, work, &mine).await?;
        let mut task = task(moving, work, &step, input.person_id).await?;
        task.origin = TaskOrigin::Added;
        task.given_by = Some(actor.id);
        add(moving, work, task).await?;
    }
    advance(moving, work).await?;
    moving.keep(work).await?;
    moving.record(work, "approval.approver-added", Some(&mine.step));
    Ok(())
}

/// The step of somebody who is asked besides.
fn added(moving: &Moving<'_>, mine: &Task, input: &AddApprover) -> ApiResult<Step> {
    let beside = moving.step(&mine.step)?;
    let taken = |key: &String| moving.steps.iter().any(|step| step.key == *key);
    let keys = (1..=moving.steps.len().saturating_add(1)).map(|nth| format!("added-{nth}"));
    Ok(Step {
        key: keys.into_iter().find(|key| !taken(key)).unwrap_or_else(|| "added".to_owned()),
        name: format!("{}（加签）", beside.name),
        approver: Approver { people: vec![input.person_id], ..Approver::of(ApproverKind::People) },
        mode: Mode::Any,
        together: false,
        due_minutes: beside.due_minutes,
        // Whoever may not decide beside it may not decide here either.
        excludes: rules::excluding(beside, &moving.steps).into_iter().collect(),
        conditions: vec![],
        clauses: beside.clauses.clone(),
    })
}

/// In a stage of its own beside that of the step at hand.
fn insert(moving: &mut Moving<'_>, mine: &Task, step: Step, when: When) {
    let stage = stage_of(&moving.steps, &mine.step).unwrap_or_default();
    let upto = if when == When::Before { stage } else { stage.saturating_add(1) };
    let at = stages(&moving.steps).into_iter().take(upto).map(|stage| stage.len()).sum();
    moving.steps.insert(at, step);
    // Whoever opened together with the step before it opens on their own now.
    if let Some(next) = moving.steps.get_mut(at.saturating_add(1)) {
        next.together = false;
    }
}

/// The stage waits for whoever was added before it.
async fn wait(moving: &mut Moving<'_>, work: &Work<'_>, mine: &Task) -> ApiResult<()> {
    let stage = stage_of(&moving.steps, &mine.step);
    let open = moving.tasks.iter().filter(|task| {
        task.state == TaskState::Open && stage_of(&moving.steps, &task.step) == stage
    });
    let open: Vec<_> = open.map(|task| task.id).collect();
    for id in open {
        moving.change(work, id, |task| task.state = TaskState::Waiting).await?;
    }
    Ok(())
}

/// 转办: somebody else decides instead.
pub async fn hand_over(
    moving: &mut Moving<'_>,
    work: &mut Work<'_>,
    id: TaskId,
    input: &HandOverTask,
) -> ApiResult<()> {
    let actor = work.actor();
    let mine = moving.deciding(work, actor, id).await?;
    let step = moving.step(&mine.step)?.clone();
    addressee(moving, work, &step, input.person_id).await?;
    let said = Said {
        on_behalf_of: place_of(actor, &mine),
        person: Some(input.person_id),
        comment: Some(input.comment.trim().to_owned()),
        ..Said::default()
    };
    settle(moving, work, &mine, TaskState::HandedOver, &said).await?;
    moving.happened(work, ActKind::HandedOver, Some(&mine.step), said).await?;
    let mut task = task(moving, work, &step, input.person_id).await?;
    task.origin = TaskOrigin::HandedOver;
    task.given_by = Some(actor.id);
    // Whoever agreed by telephone hears of the result, whoever decides (A-SCR-11).
    task.confirmed_by = mine.confirmed_by;
    task.confirmed_at = mine.confirmed_at;
    // The term is the step's, whoever decides.
    task.due_at = mine.due_at;
    add(moving, work, task).await?;
    moving.keep(work).await?;
    moving.record(work, "approval.handed-over", Some(&mine.step));
    Ok(())
}
