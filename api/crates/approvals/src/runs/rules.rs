//! Which step is next, who may not decide in it, and what may be done to a task: pure functions. The
//! same one guards an act and tells `allowed_actions`, eligible approvers and the next step.
use super::entity::Model as Run;
use super::kinds::{ApprovalState, Involvement, TaskOrigin, TaskState};
use super::refusal::{Refusal, Unfit};
use super::task_entity::Model as Task;
use crate::flows::definition::{Mode, Step};
use crate::ids::TaskId;
use crate::subject::Involved;
use kernel::ids::PersonId;
use std::collections::BTreeSet;

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has been asked, or those asked wait for somebody added before them.
    Ahead,
    Open,
    Done,
}

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// These steps are to be opened, together.
    Open(Vec<String>),
    /// Somebody has to decide first.
    Wait,
    /// Everything is approved.
    Done,
}

fn of_step<'a>(step: &'a Step, tasks: &'a [Task]) -> impl Iterator<Item = &'a Task> {
    tasks.iter().filter(move |task| task.counts && task.step == step.key)
}

#[must_use]
pub fn standing(step: &Step, tasks: &[Task]) -> Standing {
    let has = |state| of_step(step, tasks).any(|task| task.state == state);
    let (open, approved) = (has(TaskState::Open), has(TaskState::Approved));
    match step.mode {
        Mode::Any if approved => Standing::Done,
        Mode::All if approved && !open && !has(TaskState::Waiting) => Standing::Done,
        _ if open => Standing::Open,
        _ => Standing::Ahead,
    }
}

/// Steps that are open together, in their order.
#[must_use]
pub fn stages(steps: &[Step]) -> Vec<Vec<&Step>> {
    let mut stages: Vec<Vec<&Step>> = vec![];
    for step in steps {
        match stages.last_mut().filter(|_| step.together) {
            Some(stage) => stage.push(step),
            None => stages.push(vec![step]),
        }
    }
    stages
}

#[must_use]
pub fn next(steps: &[Step], tasks: &[Task]) -> Next {
    for stage in stages(steps) {
        let standings = || stage.iter().map(|step| (step, standing(step, tasks)));
        let ahead = standings().filter(|(_, at)| *at == Standing::Ahead);
        let ahead: Vec<_> = ahead.map(|(step, _)| step.key.clone()).collect();
        if !ahead.is_empty() {
            return Next::Open(ahead);
        }
        if standings().any(|(_, at)| at == Standing::Open) {
            return Next::Wait;
        }
    }
    Next::Done
}

/// The place of the stage that a step belongs to.
#[must_use]
pub fn stage_of(steps: &[Step], key: &str) -> Option<usize> {
    stages(steps).iter().position(|stage| stage.iter().any(|step| step.key == key))
}

/// What is known of somebody who might decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub id: PersonId,
    pub active: bool,
    /// Holds what it takes and is cleared for the level.
    pub fit: bool,
}

/// Everything that speaks against somebody deciding in a step; administrators are no exception. `own` is
/// the task that they would decide.
#[must_use]
pub fn unfit(
    who: Candidate,
    involved: &Involved,
    (step, own): (&Step, Option<TaskId>),
    steps: &[Step],
    tasks: &[Task],
) -> Vec<Unfit> {
    let mut reasons = vec![];
    if !who.active {
        reasons.push(Unfit::NotAtWork);
    } else if !who.fit {
        reasons.push(Unfit::CannotSee);
    }
    let had = |how| involved.iter().any(|(person, had)| *person == who.id && *had == how);
    if had(Involvement::Requested) {
        reasons.push(Unfit::Requested);
    } else if had(Involvement::Created) {
        reasons.push(Unfit::Created);
    } else if had(Involvement::Edited) {
        reasons.push(Unfit::Edited);
    }
    let mut excluding = steps.iter().filter(|other| exclude(step, other));
    if let Some(other) = excluding.find(|other| decided(who.id, other, tasks)) {
        reasons.push(Unfit::DecidedIn { step: other.name.clone() });
    }
    if step.mode == Mode::All && has_a_say(who.id, step, own, tasks) {
        reasons.push(Unfit::HasASay);
    }
    let crossed =
        |task: &Task| task.origin == TaskOrigin::AcrossLevels && task.given_by == Some(who.id);
    if tasks.iter().any(crossed) {
        reasons.push(Unfit::Crossed);
    }
    reasons
}

/// Where all have to agree, each has one say: no second one by a task of another's.
fn has_a_say(who: PersonId, step: &Step, own: Option<TaskId>, tasks: &[Task]) -> bool {
    let live = |task: &Task| {
        matches!(task.state, TaskState::Open | TaskState::Waiting | TaskState::Approved)
    };
    of_step(step, tasks).any(|task| Some(task.id) != own && live(task) && is_of(who, task))
}

/// Either names the other.
fn exclude(one: &Step, other: &Step) -> bool {
    one.key != other.key && (one.excludes.contains(&other.key) || other.excludes.contains(&one.key))
}

/// Keys of the steps that exclude a step.
#[must_use]
pub fn excluding(step: &Step, steps: &[Step]) -> BTreeSet<String> {
    steps.iter().filter(|other| exclude(step, other)).map(|other| other.key.clone()).collect()
}

fn decided(who: PersonId, step: &Step, tasks: &[Task]) -> bool {
    of_step(step, tasks).any(|task| task.state == TaskState::Approved && is_of(who, task))
}

/// Whether somebody had their say in any step that counts.
#[must_use]
pub fn has_decided(who: PersonId, tasks: &[Task]) -> bool {
    let mut approved = tasks.iter().filter(|task| task.counts && task.state == TaskState::Approved);
    approved.any(|task| is_of(who, task))
}

/// Whoever decided, in whose place, and who agreed by telephone: all have had their say.
fn is_of(who: PersonId, task: &Task) -> bool {
    task.person_id == who || [task.decided_by, task.confirmed_by].contains(&Some(who))
}

/// People who decided in more than one step, with the steps: shown, since the handbook means several
/// pairs of eyes.
#[must_use]
pub fn repeated(steps: &[Step], tasks: &[Task]) -> Vec<(PersonId, Vec<String>)> {
    let approved = tasks.iter().filter(|task| task.counts && task.state == TaskState::Approved);
    let people: BTreeSet<_> =
        approved.flat_map(|task| [Some(task.person_id), task.decided_by]).flatten().collect();
    let of = |person: PersonId| {
        let steps = steps.iter().filter(|step| decided(person, step, tasks));
        (person, steps.map(|step| step.name.clone()).collect::<Vec<_>>())
    };
    people.into_iter().map(of).filter(|(_, steps)| steps.len() > 1).collect()
}

/// The approval is under way.
pub const fn running(run: &Run) -> Result<(), Refusal> {
    match run.state {
        ApprovalState::Running => Ok(()),
        state => Err(Refusal::Ended { state }),
    }
}

/// Somebody may decide a task that is theirs, or that of somebody who lent them the right.
pub fn decide(who: PersonId, lent: bool, run: &Run, task: &Task) -> Result<(), Refusal> {
    running(run)?;
    if task.state != TaskState::Open {
        return Err(Refusal::Settled { state: task.state });
    }
    if task.person_id == who || lent { Ok(()) } else { Err(Refusal::OfAnother) }
}

/// What whoever requested it may do while it is under way.
pub fn requesters(who: PersonId, run: &Run) -> Result<(), Refusal> {
    if run.requested_by != who {
        return Err(Refusal::NotRequester);
    }
    running(run)
}

/// Whoever notes that an absent approver agreed by telephone has no part in it themselves (A-SCR-10).
pub fn across_levels(
    who: PersonId,
    holds: bool,
    involved: &Involved,
    run: &Run,
    task: &Task,
    tasks: &[Task],
) -> Result<(), Refusal> {
    running(run)?;
    if task.state != TaskState::Open {
        return Err(Refusal::Settled { state: task.state });
    }
    if !holds {
        return Err(Refusal::MayNotCross);
    }
    let asked = tasks.iter().any(|task| is_of(who, task));
    if asked || involved.iter().any(|(person, _)| *person == who) {
        return Err(Refusal::OwnPart);
    }
    Ok(())
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
