//! Approvals as their readers see them.
use super::act_entity::Model as Act;
use super::dto::{
    Approval, ApprovalAct, ApprovalRow, ApprovalStepShown, ApprovalTask, ContentChange, InboxTask,
    RepeatedApprover, StepStanding,
};
use super::entity::Model as Run;
use super::kinds::TaskState;
use super::rules::{self, Standing};
use super::task_entity::Model as Task;
use crate::flows::definition::Step;
use crate::subject::Approvals;
use chrono::{DateTime, Utc};
use identity::names::{Names, Wanted};
use kernel::access::Actor;
use kernel::clauses::{self, Clause};
use kernel::error::ApiResult;
use kernel::lang::Lang;
use sea_orm::ConnectionTrait;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// What a page of approvals, tasks and acts names: one look-up.
pub struct Around<'a> {
    approvals: &'a Approvals,
    actor: &'a Actor,
    at: DateTime<Utc>,
    pub names: Names,
}

impl<'a> Around<'a> {
    pub async fn of(
        db: &impl ConnectionTrait,
        approvals: &'a Approvals,
        actor: &'a Actor,
        at: DateTime<Utc>,
        (runs, tasks, acts): (&[Run], &[Task], &[Act]),
    ) -> ApiResult<Self> {
        let mut wanted = Wanted::default();
        // The whole of one shows whom its steps name; a line of a list does not.
        if let ([run], false) = (runs, acts.is_empty()) {
            let steps: Vec<Step> = serde_json::from_str(&run.steps)?;
            wanted.people.extend(steps.iter().flat_map(|step| &step.approver.people));
        }
        runs.iter().for_each(|run| wanted.person(run.requested_by));
        for task in tasks {
            wanted.person(task.person_id);
            wanted.person(task.given_by);
            wanted.person(task.decided_by);
            wanted.person(task.confirmed_by);
        }
        for act in acts {
            wanted.person(act.by_id);
            wanted.person(act.on_behalf_of);
            wanted.person(act.person_id);
        }
        Ok(Self { approvals, actor, at, names: wanted.find(db).await? })
    }

    fn lang(&self) -> Lang {
        self.actor.request.lang
    }

    pub fn row(&self, run: &Run) -> ApprovalRow {
        let subject = self.approvals.subject(&run.subject_kind);
        let name = subject.map(|it| it.text().in_lang(self.lang())).unwrap_or_default();
        ApprovalRow {
            id: run.id,
            subject_kind: run.subject_kind.clone(),
            subject_name: name.to_owned(),
            subject_id: run.subject_id,
            label: run.label.clone(),
            flow_code: run.flow_code.clone(),
            flow_version: run.flow_version,
            flow_name: run.flow_name.clone(),
            state: run.state,
            reason: run.reason.clone(),
            requested_by: self.names.person(run.requested_by),
            started_at: run.started_at,
            ended_at: run.ended_at,
            level: run.level,
            version: run.version,
        }
    }

    pub fn task(&self, task: &Task, steps: &[Step]) -> ApprovalTask {
        let step = steps.iter().find(|step| step.key == task.step);
        let person = |id| self.names.person(id);
        let open = task.state == TaskState::Open;
        ApprovalTask {
            id: task.id,
            step: task.step.clone(),
            step_name: step.map(|step| step.name.clone()).unwrap_or_default(),
            person: person(task.person_id),
            state: task.state,
            origin: task.origin,
            counts: task.counts,
            given_by: task.given_by.map(person),
            opened_at: task.opened_at,
            due_at: task.due_at,
            overdue: open && task.due_at.is_some_and(|due| due < self.at),
            decided_at: task.decided_at,
            decided_by: task.decided_by.map(person),
            comment: task.comment.clone(),
            evidence: task.evidence.clone(),
            confirmed_by: task.confirmed_by.map(person),
            confirmed_at: task.confirmed_at,
            version: task.version,
        }
    }

    /// A line of the inbox.
    pub fn inbox(&self, task: &Task, run: &Run) -> ApiResult<InboxTask> {
        let steps: Vec<Step> = serde_json::from_str(&run.steps)?;
        Ok(InboxTask {
            task: self.task(task, &steps),
            approval: self.row(run),
            content: serde_json::from_str(&run.content)?,
            content_hash: run.content_hash.clone(),
            on_behalf: task.state == TaskState::Open && task.person_id != self.actor.id,
        })
    }

    fn act(&self, act: Act, steps: &[Step]) -> ApprovalAct {
        let step = act.step.and_then(|key| steps.iter().find(|step| step.key == key));
        let person = |id| self.names.person(id);
        ApprovalAct {
            id: act.id,
            kind: act.kind,
            step_name: step.map(|step| step.name.clone()),
            by: person(act.by_id),
            on_behalf_of: act.on_behalf_of.map(person),
            person: act.person_id.map(person),
            comment: act.comment,
            evidence: act.evidence,
            at: act.at,
        }
    }

    fn step(&self, step: &Step, steps: &[Step], tasks: &[Task]) -> ApprovalStepShown {
        let here = tasks.iter().filter(|task| task.step == step.key);
        let clause =
            |id: &String| Clause { id: id.clone(), title: clauses::title(id, self.lang()) };
        ApprovalStepShown {
            key: step.key.clone(),
            name: step.name.clone(),
            approver: step.approver.clone(),
            mode: step.mode,
            together: step.together,
            standing: standing(step, tasks),
            due_minutes: step.due_minutes,
            excludes: step.excludes.clone(),
            clauses: step.clauses.iter().map(clause).collect(),
            tasks: here.map(|task| self.task(task, steps)).collect(),
        }
    }

    /// The whole of one.
    pub fn whole(
        &self,
        run: &Run,
        tasks: &[Task],
        acts: Vec<Act>,
        previous: Option<&Run>,
    ) -> ApiResult<Approval> {
        let steps: Vec<Step> = serde_json::from_str(&run.steps)?;
        let content: Map<String, Value> = serde_json::from_str(&run.content)?;
        let before = previous.map(|run| serde_json::from_str(&run.content)).transpose()?;
        let people: BTreeSet<_> =
            steps.iter().flat_map(|step| step.approver.people.iter().copied()).collect();
        let repeated = rules::repeated(&steps, tasks).into_iter();
        let repeated =
            repeated.map(|(id, steps)| RepeatedApprover { person: self.names.person(id), steps });
        Ok(Approval {
            row: self.row(run),
            changes: before.map(|before| changes(&before, &content)).unwrap_or_default(),
            content,
            content_hash: run.content_hash.clone(),
            previous_id: run.previous_id,
            repeated: repeated.collect(),
            steps: steps.iter().map(|step| self.step(step, &steps, tasks)).collect(),
            people: people.into_iter().map(|id| self.names.person(id)).collect(),
            roles: vec![],
            history: acts.into_iter().map(|act| self.act(act, &steps)).collect(),
            my_task: None,
            allowed_actions: vec![],
        })
    }
}

#[must_use]
pub fn standing(step: &Step, tasks: &[Task]) -> StepStanding {
    match rules::standing(step, tasks) {
        Standing::Ahead => StepStanding::Ahead,
        Standing::Open => StepStanding::Open,
        Standing::Done => StepStanding::Done,
    }
}

fn changes(before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<ContentChange> {
    let fields: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let of = |content: &Map<String, Value>, field: &String| {
        content.get(field).cloned().unwrap_or_default()
    };
    let pairs = fields.into_iter().map(|field| ContentChange {
        field: field.clone(),
        before: of(before, field),
        after: of(after, field),
    });
    pairs.filter(|change| change.before != change.after).collect()
}
