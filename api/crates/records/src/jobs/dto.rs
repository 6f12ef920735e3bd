//! Requests and answers about jobs.
use super::rules::{self, Known};
use crate::Wiring;
use crate::names::Names;
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::http::reply::Answer;
use kernel::http::shown::{AllowedAction, Ref, allowed};
use kernel::ids::PersonId;
use kernel::jobs::{State, entity, row};
use kernel::sheet::FileFormat;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// Which jobs.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct JobFilter {
    /// In one of these states.
    #[serde(default)]
    pub state: Vec<State>,
    /// Of one of these kinds.
    #[param(max_length = 100, example = "client-import")]
    #[validate(length(max = 100), custom(function = "crate::plain::one_line"))]
    pub kind: Option<String>,
    /// Of this person; others' jobs only with `job.read-all`. Absent: one's own.
    pub owner_id: Option<PersonId>,
    /// Everybody's, with `job.read-all`.
    pub everybody: Option<bool>,
}

/// Work that outlives its request.
#[derive(Debug, Serialize, ToSchema)]
pub struct Job {
    pub id: Uuid,
    #[schema(example = "client-import")]
    pub kind: String,
    #[schema(value_type = State)]
    pub state: String,
    pub owner: Ref,
    pub progress_done: i32,
    /// 0 until the work has been measured.
    pub progress_total: i32,
    /// What came of it, as the operation that started the job says; for its owner only.
    #[schema(value_type = Option<Object>)]
    pub result: Option<Value>,
    /// Why it failed, as a problem; for others than its owner only the code.
    #[schema(value_type = Option<Object>)]
    pub problem: Option<Value>,
    pub created_at: DateTime<Utc>,
    pub started_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
    /// The job that takes back what this one did.
    pub undo_job_id: Option<Uuid>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Job {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/jobs/{}", self.id))
    }
}

impl Job {
    #[must_use]
    pub fn shown(known: Known, names: &Names, to: &Actor, wiring: &Wiring) -> Self {
        let mine = rules::reads_content(to, &known.job);
        let lang = to.request.lang;
        let allowed_actions = vec![
            allowed("cancel", rules::cancel(to, &known.job), lang),
            allowed("undo", rules::undo(to, &known, &wiring.undoable), lang),
        ];
        let Known { job, undo } = known;
        Self {
            id: job.id,
            kind: job.kind,
            state: job.state,
            owner: names.shown(job.owner_id),
            progress_done: job.progress_done,
            progress_total: job.progress_total,
            result: parsed(job.result.as_deref()).filter(|_| mine),
            problem: problem(job.problem.as_deref(), mine),
            created_at: job.created_at,
            started_at: job.started_at,
            finished_at: job.finished_at,
            undo_job_id: undo.map(|undo| undo.id),
            version: job.version,
            allowed_actions,
        }
    }
}

fn parsed(text: Option<&str>) -> Option<Value> {
    text.and_then(|text| serde_json::from_str(text).ok())
}

/// A problem's figures may name records that somebody who only watches jobs may not see.
fn problem(text: Option<&str>, mine: bool) -> Option<Value> {
    let problem = parsed(text)?;
    if mine {
        return Some(problem);
    }
    Some(json!({"code": problem.get("code"), "status": problem.get("status")}))
}

/// Which rows.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct JobRowFilter {
    /// With one of these outcomes.
    #[serde(default)]
    pub outcome: Vec<RowOutcome>,
}

/// In which form.
#[derive(Clone, Copy, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct JobRowsFormat {
    /// `xlsx` where none is named.
    #[param(inline)]
    pub format: Option<FileFormat>,
}

/// How one row ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum RowOutcome {
    Done,
    Refused,
    Skipped,
}

impl RowOutcome {
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "DONE",
            Self::Refused => "REFUSED",
            Self::Skipped => "SKIPPED",
        }
    }
}

/// The outcome of one row of a spreadsheet, or of one record of a selection.
#[derive(Debug, Serialize, ToSchema)]
pub struct JobRow {
    /// From 1.
    pub position: i32,
    #[schema(value_type = RowOutcome)]
    pub outcome: String,
    /// The record that it became or was about; for the job's owner only.
    pub resource_id: Option<String>,
    /// What the row is called; for the job's owner only.
    pub label: Option<String>,
    /// What was wrong with it, as in a problem's `errors`; for the job's owner only.
    #[schema(value_type = Option<Vec<Object>>)]
    pub errors: Option<Value>,
}

impl JobRow {
    #[must_use]
    pub fn shown(row: row::Model, mine: bool) -> Self {
        let errors = parsed(Some(&row.errors)).map(|errors| match errors {
            Value::Array(_) => errors,
            one => Value::Array(vec![one]),
        });
        Self {
            position: row.position,
            outcome: row.outcome,
            resource_id: row.resource_id.filter(|_| mine),
            label: Some(row.label).filter(|_| mine),
            errors: errors.filter(|_| mine),
        }
    }
}

impl From<entity::Model> for Known {
    /// Just made: nothing undoes it yet.
    fn from(job: entity::Model) -> Self {
        Self { job, undo: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::rules::tests::{job, person};

    fn failed() -> Known {
        let problem = r#"{"code":"CLIENT_DUPLICATE","status":409,"detail":"与 恒达机械 重复"}"#;
        Known::from(entity::Model { problem: Some(problem.to_owned()), ..job(State::Failed) })
    }

    fn nobody() -> Names {
        Names::of_caller(&person(3))
    }

    #[test]
    fn whoever_only_watches_learns_how_far_a_job_is_and_nothing_of_what_it_is_about() {
        let shown = Job::shown(failed(), &nobody(), &person(2), &Wiring::default());
        assert_eq!(shown.result, None);
        assert_eq!(shown.problem, Some(json!({"code": "CLIENT_DUPLICATE", "status": 409})));
        assert!(shown.allowed_actions.iter().all(|action| !action.enabled));
        let mine = Job::shown(failed(), &nobody(), &person(1), &Wiring::default());
        assert_eq!(mine.result, Some(json!({"created": 2})));
        assert_eq!(mine.problem.unwrap()["detail"], "与 恒达机械 重复");
    }

    #[test]
    fn rows_are_the_owners() {
        let row = row::Model {
            job_id: Uuid::nil(),
            position: 3,
            outcome: "REFUSED".to_owned(),
            resource_id: Some("x".to_owned()),
            label: "恒达机械".to_owned(),
            errors: r#"[{"pointer":"/name","code":"REQUIRED"}]"#.to_owned(),
        };
        let others = JobRow::shown(row.clone(), false);
        assert_eq!((others.resource_id, others.label, others.errors), (None, None, None));
        let mine = JobRow::shown(row, true);
        assert_eq!(mine.label.as_deref(), Some("恒达机械"));
        assert_eq!(mine.errors.unwrap()[0]["code"], "REQUIRED");
    }
}
