//! What became of each row, as the job's rows keep it.
use super::dto::ImportResult;
use kernel::clauses::Clause;
use kernel::error::{ApiError, ApiResult};
use kernel::http::problem::{FieldAnswer, FieldProblem};
use kernel::jobs::row;
use kernel::lang::Lang;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
};
use serde::Serialize;
use std::collections::HashMap;
use uuid::Uuid;

/// Rows of one statement.
const CHUNK: usize = 500;

pub const DONE: &str = "DONE";
pub const REFUSED: &str = "REFUSED";
pub const SKIPPED: &str = "SKIPPED";

/// One row's outcome.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub number: i32,
    pub label: String,
    pub outcome: &'static str,
    pub resource_id: Option<String>,
    /// A JSON list.
    pub errors: String,
}

/// A refusal that is about the whole row.
#[derive(Serialize)]
struct RowProblem {
    #[serde(flatten)]
    said: FieldAnswer,
    clauses: Vec<Clause>,
}

impl Outcome {
    /// Nothing was wrong; `resource_id` is what came of it.
    pub fn done(number: i32, label: &str, resource_id: Option<String>) -> Self {
        let (label, errors) = (label.to_owned(), "[]".to_owned());
        Self { number, label, outcome: DONE, resource_id, errors }
    }

    pub fn refused(number: i32, label: &str, errors: String) -> Self {
        let label = label.to_owned();
        Self { number, label, outcome: REFUSED, resource_id: None, errors }
    }

    /// Good, and left out because another row was not.
    #[must_use]
    pub fn left_out(mut self) -> Self {
        if self.outcome == DONE {
            self.outcome = SKIPPED;
            self.resource_id = None;
        }
        self
    }
}

/// What was wrong with the cells, as JSON.
pub fn fields(problems: &[FieldProblem], lang: Lang) -> ApiResult<String> {
    let said: Vec<_> = problems.iter().map(|problem| problem.in_lang(lang)).collect();
    Ok(serde_json::to_string(&said)?)
}

/// Why a rule refused the row, as JSON; `place` says where in the input wrong fields are.
pub fn refusal(
    error: ApiError,
    lang: Lang,
    place: impl FnOnce(Vec<FieldProblem>) -> Vec<FieldProblem>,
) -> ApiResult<String> {
    if let ApiError::Invalid(problems) = error {
        return fields(&place(problems), lang);
    }
    let problem = error.problem(lang, "");
    let said = FieldAnswer {
        pointer: String::new(),
        code: problem.code,
        detail: problem.detail,
        params: problem.params,
    };
    Ok(serde_json::to_string(&[RowProblem { said, clauses: problem.clauses }])?)
}

pub async fn keep(db: &impl ConnectionTrait, job: Uuid, outcomes: &[Outcome]) -> ApiResult<()> {
    for some in outcomes.chunks(CHUNK) {
        let rows = some.iter().cloned().map(|it| row::ActiveModel {
            job_id: Set(job),
            position: Set(it.number),
            outcome: Set(it.outcome.to_owned()),
            resource_id: Set(it.resource_id),
            label: Set(it.label),
            errors: Set(it.errors),
        });
        row::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Rows whose outcome is kept, with it.
pub async fn kept(db: &impl ConnectionTrait, job: Uuid) -> ApiResult<HashMap<i32, String>> {
    let rows: Vec<(i32, String)> = row::Entity::find()
        .select_only()
        .columns([row::Column::Position, row::Column::Outcome])
        .filter(row::Column::JobId.eq(job))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

#[must_use]
pub fn result(dry_run: bool, kept: &HashMap<i32, String>) -> ImportResult {
    let count = |outcome: &str| kept.values().filter(|kept| *kept == outcome).count();
    ImportResult {
        dry_run,
        rows: kept.len(),
        good: count(DONE),
        refused: count(REFUSED),
        skipped: count(SKIPPED),
    }
}
