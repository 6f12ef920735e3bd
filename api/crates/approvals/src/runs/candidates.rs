//! Whom a step names, and who stands in for them where they may not decide.
use super::kinds::{TaskOrigin, TaskState};
use super::moving::Moving;
use super::refusal::Unfit;
use super::rules::{self, Candidate};
use super::task_entity::Model as Task;
use crate::DecideApprovals;
use crate::flows::definition::{Approver, ApproverKind, Mode, Step, Within};
use crate::ids::TaskId;
use chrono::{DateTime, Utc};
use identity::people::{self, Known, PersonStatus};
use kernel::access::Permission;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::{BTreeSet, HashMap};

/// Somebody with everything that speaks against them.
#[derive(Clone, Debug)]
pub struct Judged {
    pub id: PersonId,
    pub unfit: Vec<Unfit>,
}

impl Judged {
    #[must_use]
    pub const fn may(&self) -> bool {
        self.unfit.is_empty()
    }
}

/// Whom the flow names for a step, as they stand.
pub async fn named(
    db: &impl ConnectionTrait,
    moving: &Moving<'_>,
    step: &Step,
    at: DateTime<Utc>,
) -> ApiResult<Vec<PersonId>> {
    let (approver, requester) = (&step.approver, moving.run.requested_by);
    Ok(match approver.by {
        ApproverKind::People => approver.people.clone(),
        ApproverKind::Role => holders(db, moving, approver, at).await?,
        ApproverKind::Superior => {
            let line = people::superiors(db, requester).await?;
            let nth = usize::from(approver.levels).saturating_sub(1);
            line.get(nth).copied().into_iter().collect()
        }
        ApproverKind::DepartmentHead => head(db, moving).await?.into_iter().collect(),
    })
}

async fn holders(
    db: &impl ConnectionTrait,
    moving: &Moving<'_>,
    approver: &Approver,
    at: DateTime<Utc>,
) -> Result<Vec<PersonId>, DbErr> {
    let role = approver.role.as_deref().unwrap_or_default();
    let holders = people::with_role(db, role, at).await?;
    let departments: BTreeSet<_> = match moving.run.department_id {
        Some(id) if approver.within == Within::Department => {
            people::departments_above(db, id).await?.into_iter().map(|(id, _)| id).collect()
        }
        _ => BTreeSet::new(),
    };
    let there = |person: &Known| match approver.within {
        Within::Anywhere => true,
        Within::Department => person.department_id.is_some_and(|id| departments.contains(&id)),
        Within::Site => person.site_id.is_some() && person.site_id == moving.run.site_id,
    };
    Ok(holders.into_iter().filter(there).map(|person| person.id).collect())
}

/// Who leads the requester's department; of their own request, the next department up.
async fn head(db: &impl ConnectionTrait, moving: &Moving<'_>) -> Result<Option<PersonId>, DbErr> {
    let Some(department) = moving.run.department_id else { return Ok(None) };
    let above = people::departments_above(db, department).await?;
    let mut heads = above.into_iter().filter_map(|(_, head)| head);
    Ok(heads.find(|head| *head != moving.run.requested_by))
}

/// These people, judged for a step.
pub async fn judged(
    db: &impl ConnectionTrait,
    moving: &Moving<'_>,
    step: &Step,
    people: &[PersonId],
    at: DateTime<Utc>,
) -> ApiResult<Vec<Judged>> {
    let known = candidates(db, moving, people, at).await?;
    let judge = |id: &PersonId| {
        let who =
            known.get(id).copied().unwrap_or(Candidate { id: *id, active: false, fit: false });
        let at = (step, own(moving, step, *id));
        let unfit = rules::unfit(who, &moving.involved, at, &moving.steps, &moving.tasks);
        Judged { id: *id, unfit }
    };
    Ok(people.iter().map(judge).collect())
}

/// The task that somebody has in a step.
fn own(moving: &Moving<'_>, step: &Step, who: PersonId) -> Option<TaskId> {
    let waits = |task: &&Task| {
        let open = matches!(task.state, TaskState::Open | TaskState::Waiting);
        task.person_id == who && task.step == step.key && task.counts && open
    };
    moving.tasks.iter().find(waits).map(|task| task.id)
}

/// Whom a step asks, each with how they came to it and, where they stand in, why.
#[derive(Debug, Default)]
pub struct Resolved {
    pub asked: Vec<(PersonId, TaskOrigin, Option<Unfit>)>,
    /// Somebody who would have to decide may not, and nobody stands in.
    pub missing: bool,
}

/// Whom a step asks as things stand: those named who may; where one of them suffices and none may, one
/// who stands in; where all have to agree, one for each who may not.
pub async fn resolve(
    db: &impl ConnectionTrait,
    moving: &Moving<'_>,
    step: &Step,
    at: DateTime<Utc>,
) -> ApiResult<Resolved> {
    let named = named(db, moving, step, at).await?;
    let (may, not): (Vec<_>, Vec<_>) =
        judged(db, moving, step, &named, at).await?.into_iter().partition(Judged::may);
    let mut found = Resolved::default();
    found.asked.extend(may.iter().map(|one| (one.id, TaskOrigin::Flow, None)));
    let replaced: Vec<Vec<PersonId>> = match step.mode {
        _ if named.is_empty() => vec![vec![]],
        Mode::Any if may.is_empty() => vec![named],
        Mode::Any => vec![],
        Mode::All => not.iter().map(|one| vec![one.id]).collect(),
    };
    for of in replaced {
        let taken: Vec<_> = found.asked.iter().map(|(id, ..)| *id).collect();
        let why = not.iter().find(|one| of.contains(&one.id));
        let why = why.and_then(|one| one.unfit.first().cloned());
        match stand_in(db, moving, step, (&of, &taken), at).await? {
            Some(person) => found.asked.push((person, TaskOrigin::Escalated, why)),
            None => found.missing = true,
        }
    }
    Ok(found)
}

async fn candidates(
    db: &impl ConnectionTrait,
    moving: &Moving<'_>,
    ids: &[PersonId],
    at: DateTime<Utc>,
) -> Result<HashMap<PersonId, Candidate>, DbErr> {
    let ids: BTreeSet<_> = ids.iter().copied().collect();
    let needed = [DecideApprovals::NAME, moving.subject.permission()];
    let fit = people::who_hold(db, &ids, &needed, moving.run.level, at).await?;
    let rows = people::some(db, ids).await?;
    let known = |row: Known| {
        let active = row.status == PersonStatus::Active;
        (row.id, Candidate { id: row.id, active, fit: fit.contains(&row.id) })
    };
    Ok(rows.into_iter().map(known).collect())
}

/// One person as a candidate.
pub async fn one(
    db: &impl ConnectionTrait,
    moving: &Moving<'_>,
    id: PersonId,
    at: DateTime<Utc>,
) -> ApiResult<Candidate> {
    let found = candidates(db, moving, &[id], at).await?;
    Ok(found.get(&id).copied().unwrap_or(Candidate { id, active: false, fit: false }))
}

/// Who stands in where nobody named may decide: the nearest superior of those named who may, of whoever
/// requested it where nobody is named at all; rather somebody who has not decided elsewhere already.
pub async fn stand_in(
    db: &impl ConnectionTrait,
    moving: &Moving<'_>,
    step: &Step,
    (named, taken): (&[PersonId], &[PersonId]),
    at: DateTime<Utc>,
) -> ApiResult<Option<PersonId>> {
    let requester = [moving.run.requested_by];
    let from = if named.is_empty() { &requester } else { named };
    let mut lines = vec![];
    for person in from {
        lines.push(people::superiors(db, *person).await?);
    }
    let deepest = lines.iter().map(Vec::len).max().unwrap_or_default();
    let mut above: Vec<PersonId> = vec![];
    for level in 0..deepest {
        let next: Vec<_> = lines.iter().filter_map(|line| line.get(level).copied()).collect();
        above.extend(next.into_iter().filter(|person| !above.contains(person)).collect::<Vec<_>>());
    }
    // Whoever is asked in the step already has their own say there.
    above.retain(|id| !taken.contains(id) && own(moving, step, *id).is_none());
    let judged = judged(db, moving, step, &above, at).await?;
    let may: Vec<_> = judged.into_iter().filter(Judged::may).map(|one| one.id).collect();
    let fresh = may.iter().find(|id| !rules::has_decided(**id, &moving.tasks));
    Ok(fresh.or_else(|| may.first()).copied())
}
