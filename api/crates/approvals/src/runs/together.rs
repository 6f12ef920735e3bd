//! Decide several tasks at once: each is judged on its own, and each has its own outcome.
use super::kinds::TaskState;
use super::requests::{Approve, Reject};
use super::task_entity::Model as Task;
use super::{act, decide, store};
use crate::ids::TaskId;
use crate::subject::Approvals;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::conditional::IfMatch;
use kernel::http::problem::Problem;
use kernel::http::reply::{Items, Reply};
use kernel::savepoint;
use kernel::text::trimmed;
use kernel::work::Work;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;
use validator::Validate;

/// One decision.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskDecision {
    pub task_id: TaskId,
    /// Version of the task that was looked at.
    #[validate(range(min = 1))]
    #[schema(minimum = 1, example = 1)]
    pub version: i64,
    /// `content_hash` of what was looked at.
    #[validate(length(min = 64, max = 64))]
    #[schema(
        min_length = 64,
        max_length = 64,
        example = "0000000000000000000000000000000000000000000000000000000000000000"
    )]
    pub content_hash: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DecisionKind {
    Approve,
    Reject,
}

/// Decide several tasks alike.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideTasks {
    pub decision: DecisionKind,
    /// Needed to reject.
    #[serde(default)]
    #[validate(length(max = 1000), custom(function = "kernel::checks::blank_lines"))]
    #[schema(max_length = 1000, example = "同意")]
    pub comment: Option<String>,
    #[validate(length(min = 1, max = 50), nested)]
    #[schema(min_items = 1, max_items = 50)]
    pub tasks: Vec<TaskDecision>,
}

/// What became of one.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecisionOutcome {
    pub task_id: TaskId,
    pub done: bool,
    /// Why not.
    pub problem: Option<Problem>,
}

pub async fn decide(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    input: DecideTasks,
) -> ApiResult<Reply<Items<DecisionOutcome>>> {
    let comment = trimmed(input.comment.as_deref());
    if input.decision == DecisionKind::Reject && comment.is_none() {
        return Err(ApiError::field("/comment", field::REQUIRED));
    }
    let mut work = Work::begin(app, actor).await?;
    let distinct: BTreeSet<_> = input.tasks.iter().map(|task| task.task_id).collect();
    if distinct.len() < input.tasks.len() {
        return Err(ApiError::field("/tasks", field::DUPLICATE));
    }
    // Held in the order of their records, so that two inboxes never wait for each other.
    let ids = input.tasks.iter().map(|task| task.task_id);
    let subjects = store::subjects_of(work.db(), ids).await?;
    let mut order: Vec<_> = input.tasks.iter().collect();
    order.sort_by_key(|task| subjects.get(&task.task_id).copied());
    let mut outcomes = vec![];
    for task in order {
        let row = savepoint::open(&work).await?;
        let acted = one(&mut work, approvals, input.decision, task, comment.clone()).await;
        let (lang, request) = (actor.request.lang, &actor.request.id);
        let problem = savepoint::close(&mut work, row, acted).await?.err();
        let problem = problem.map(|error| error.problem(lang, request));
        outcomes.push(DecisionOutcome { task_id: task.task_id, done: problem.is_none(), problem });
    }
    let place = |outcome: &DecisionOutcome| {
        input.tasks.iter().position(|task| task.task_id == outcome.task_id)
    };
    outcomes.sort_by_key(place);
    work.commit(Items { items: outcomes }).await
}

async fn one(
    work: &mut Work<'_>,
    approvals: &Approvals,
    decision: DecisionKind,
    on: &TaskDecision,
    comment: Option<String>,
) -> ApiResult<()> {
    let mut moving = act::hold(work, approvals, on.task_id).await?;
    // What is settled already says so, rather than that it has changed.
    let open = |task: &&Task| task.id == on.task_id && task.state == TaskState::Open;
    if let Some(task) = moving.tasks.iter().find(open) {
        IfMatch(on.version).check(task.version)?;
    }
    match decision {
        DecisionKind::Approve => {
            let content_hash = on.content_hash.clone();
            let input = Approve { content_hash, comment, evidence: None };
            decide::approve(&mut moving, work, on.task_id, &input).await
        }
        DecisionKind::Reject => {
            let input = Reject { comment: comment.unwrap_or_default(), evidence: None };
            decide::reject(&mut moving, work, on.task_id, &input).await
        }
    }
}
