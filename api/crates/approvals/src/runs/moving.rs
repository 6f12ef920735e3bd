//! An approval in the hands of one work: its row held, its steps and tasks read, and what every act on
//! it shares.
use super::entity::Model as Run;
use super::kinds::{ActKind, ApprovalState, TaskState};
use super::refusal::{Refusal, Refused, Unfit};
use super::task_entity::Model as Task;
use super::{act_entity as act, rules, store};
use crate::flows::definition::Step;
use crate::ids::ApprovalId;
use crate::notices;
use crate::subject::{Approvals, Frozen, Involved, Outcome, Subject};
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Place};
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::notify::{self, Notice, NoticeKind};
use kernel::work::Work;
use sea_orm::ConnectionTrait;
use serde_json::Value;

pub struct Moving<'s> {
    pub approvals: &'s Approvals,
    pub subject: &'s dyn Subject,
    pub run: Run,
    pub steps: Vec<Step>,
    pub involved: Involved,
    pub tasks: Vec<Task>,
    /// The record as it is now, where it is held.
    pub now: Option<Frozen>,
}

/// What somebody says with an act.
#[derive(Clone, Debug, Default)]
pub struct Said {
    pub on_behalf_of: Option<PersonId>,
    pub person: Option<PersonId>,
    pub comment: Option<String>,
    pub evidence: Option<String>,
}

#[must_use]
pub fn resource(run: &Run) -> Resource {
    Resource::new("approval", run.id.0, &run.label)
}

#[must_use]
pub fn place(run: &Run) -> Place {
    Place {
        owner_id: Some(run.requested_by),
        department_id: run.department_id,
        site_id: run.site_id,
        level: run.level,
    }
}

impl<'s> Moving<'s> {
    /// Held until the commit: the record first and its approval after it, as its own area does when
    /// the record is changed, so that neither waits for the other for ever.
    pub async fn hold(
        work: &Work<'_>,
        approvals: &'s Approvals,
        id: ApprovalId,
    ) -> ApiResult<Self> {
        let seen = store::some(work.db(), [id]).await?.pop().ok_or(code::NOT_FOUND)?;
        let subject = approvals.subject(&seen.subject_kind).ok_or(code::INTERNAL)?;
        let now = subject.freeze(work.db(), seen.subject_id).await?;
        let run = store::lock(work.db(), id).await?.ok_or(code::NOT_FOUND)?;
        Ok(Self { now, ..Self::of(work.db(), approvals, run).await? })
    }

    /// As it stands, to be looked at or because it is held already.
    pub async fn of(
        db: &impl ConnectionTrait,
        approvals: &'s Approvals,
        run: Run,
    ) -> ApiResult<Self> {
        let subject = approvals.subject(&run.subject_kind).ok_or(code::INTERNAL)?;
        let steps = serde_json::from_str(&run.steps)?;
        let involved = serde_json::from_str(&run.involved)?;
        let tasks = store::tasks(db, run.id).await?;
        Ok(Self { approvals, subject, run, steps, involved, tasks, now: None })
    }

    pub fn step(&self, key: &str) -> ApiResult<&Step> {
        Ok(self.steps.iter().find(|step| step.key == key).ok_or(code::INTERNAL)?)
    }

    /// A refusal with the rules behind a step.
    pub fn refuse(&self, step: &str, refusal: Refusal) -> Refused {
        let clauses = self.steps.iter().find(|it| it.key == step).map(|it| it.clauses.iter());
        refusal.by(clauses.into_iter().flatten())
    }

    /// A refusal with the rules behind all of the flow.
    pub fn refuse_all(&self, refusal: Refusal) -> Refused {
        refusal.by(self.steps.iter().flat_map(|step| &step.clauses))
    }

    /// Write down what happened.
    pub async fn happened(
        &self,
        work: &Work<'_>,
        kind: ActKind,
        step: Option<&str>,
        said: Said,
    ) -> ApiResult<()> {
        let row = act::Model {
            id: work.fresh(),
            run_id: self.run.id,
            kind,
            step: step.map(str::to_owned),
            by_id: work.actor().id,
            on_behalf_of: said.on_behalf_of,
            person_id: said.person,
            comment: said.comment,
            evidence: said.evidence,
            at: work.at(),
        };
        Ok(store::insert_act(work.db(), row).await?)
    }

    /// Change a task and keep it.
    pub async fn change(
        &mut self,
        work: &Work<'_>,
        id: crate::ids::TaskId,
        change: impl FnOnce(&mut Task) + Send,
    ) -> ApiResult<()> {
        let task = self.tasks.iter_mut().find(|task| task.id == id).ok_or(code::INTERNAL)?;
        change(task);
        task.version += 1;
        Ok(store::save_task(work.db(), task).await?)
    }

    /// Nothing to decide any more in these tasks.
    pub async fn close(
        &mut self,
        work: &Work<'_>,
        which: impl Fn(&Task) -> bool + Send,
    ) -> ApiResult<()> {
        let waits = |task: &&Task| matches!(task.state, TaskState::Open | TaskState::Waiting);
        let ids = self.tasks.iter().filter(waits).filter(|task| which(task));
        let ids: Vec<_> = ids.map(|task| task.id).collect();
        for id in ids {
            self.change(work, id, |task| task.state = TaskState::Closed).await?;
        }
        Ok(())
    }

    /// The row, of now, with its steps.
    pub async fn keep(&mut self, work: &Work<'_>) -> ApiResult<()> {
        self.run.steps = serde_json::to_string(&self.steps)?;
        self.run.version += 1;
        Ok(store::save(work.db(), &self.run).await?)
    }

    /// It is over: nobody has anything to decide, and the record learns of it.
    pub async fn end(
        &mut self,
        work: &mut Work<'_>,
        state: ApprovalState,
        reason: Option<String>,
    ) -> ApiResult<()> {
        // Whoever agreed by telephone hears of every end (A-SCR-11).
        let open = self.tasks.iter().filter(|it| it.state == TaskState::Open);
        let agreed: Vec<_> = open.filter_map(|task| task.confirmed_by).collect();
        self.tell(work, &agreed, notices::APPROVAL_ACROSS_LEVELS_DECIDED).await?;
        self.close(work, |_| true).await?;
        self.run.state = state;
        self.run.reason = reason;
        self.run.ended_at = Some(work.at());
        let outcome = match state {
            ApprovalState::Approved => Outcome::Approved,
            ApprovalState::Rejected => Outcome::Rejected,
            ApprovalState::Returned => Outcome::Returned,
            ApprovalState::Withdrawn => Outcome::Withdrawn,
            // The record itself began another one, or goes on as it is.
            ApprovalState::Running | ApprovalState::Voided => return Ok(()),
        };
        let reason = self.run.reason.as_deref();
        self.subject.settle(work, self.run.subject_id, outcome, reason).await
    }

    /// What the trail says, told to those whom it concerns.
    pub fn record(&self, work: &mut Work<'_>, action: &'static str, step: Option<&str>) {
        // Also who has decided, or need not any more: what they look at is not what it was.
        let people = self.tasks.iter().flat_map(|task| [Some(task.person_id), task.decided_by]);
        let concerned: std::collections::BTreeSet<_> =
            people.flatten().filter(|person| *person != self.run.requested_by).collect();
        let mut record = Record::new(action, resource(&self.run))
            .at(place(&self.run))
            .reason(self.run.reason.clone())
            .changes(Changes::one("content_hash", Value::Null, &self.run.content_hash))
            .tell(self.subject.told_to())
            .concerned_under(self.subject.permission())
            .data("state", self.run.state)
            .data("subject", &self.run.subject_kind)
            .data("step", step);
        for person in concerned {
            record = record.tell_person(person);
        }
        work.record(record);
    }

    /// Tell somebody inside the application; nobody is told of their own act.
    pub async fn tell(
        &self,
        work: &Work<'_>,
        people: &[PersonId],
        kind: &'static NoticeKind,
    ) -> ApiResult<()> {
        let me = work.actor().id;
        let people: Vec<_> = people.iter().copied().filter(|id| *id != me).collect();
        notify::send(work, &people, &Notice::new(kind, resource(&self.run))).await
    }

    /// A task that the caller may decide: theirs, or lent to them; fit to decide it.
    pub async fn deciding(
        &self,
        work: &Work<'_>,
        actor: &Actor,
        id: crate::ids::TaskId,
    ) -> ApiResult<Task> {
        let task = self.tasks.iter().find(|task| task.id == id).ok_or(code::NOT_FOUND)?.clone();
        let lent = store::is_lent(work.db(), task.person_id, actor.id, work.at()).await?;
        let judged = rules::decide(actor.id, lent, &self.run, &task);
        judged.map_err(|refusal| self.refuse(&task.step, refusal))?;
        match self.unfit(work.db(), actor.id, &task, work.at()).await? {
            Some(unfit) => Err(self.refuse(&task.step, Refusal::Unfit(unfit)).into()),
            None => Ok(task),
        }
    }

    /// What speaks against somebody deciding a task: against themselves, and where it is another's
    /// against whoever lent it to them.
    pub async fn unfit(
        &self,
        db: &impl ConnectionTrait,
        who: PersonId,
        task: &Task,
        at: DateTime<Utc>,
    ) -> ApiResult<Option<Unfit>> {
        let step = (self.step(&task.step)?, Some(task.id));
        let both = std::collections::BTreeSet::from([who, task.person_id]);
        for one in both {
            let one = super::candidates::one(db, self, one, at).await?;
            let unfit = rules::unfit(one, &self.involved, step, &self.steps, &self.tasks);
            if let Some(unfit) = unfit.into_iter().next() {
                return Ok(Some(unfit));
            }
        }
        Ok(None)
    }
}
