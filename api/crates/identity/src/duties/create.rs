//! Use case: register that two permissions exclude each other.
use super::dto::{self, DutyConflict, DutyConflictInput};
use super::rules::{self, Exclusion};
use super::{entity, guard as duties, store};
use crate::codes;
use crate::ids::DutyConflictId;
use crate::permissions::Inventory;
use crate::rights::guard;
use crate::stored;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::clauses::title;
use kernel::code::field;
use kernel::db::fault::unique_violation;
use kernel::error::{ApiError, ApiResult};
use kernel::http::problem::FieldProblem;
use kernel::http::reply::Reply;
use kernel::lang::Lang;
use kernel::work::Work;
use sea_orm::DbErr;

pub async fn create(
    app: &App,
    actor: &Actor,
    inventory: &Inventory,
    input: DutyConflictInput,
) -> ApiResult<Reply<DutyConflict>> {
    check(&input, inventory)?;
    let mut work = Work::begin(app, actor).await?;
    let row = apply(&mut work, input).await?;
    work.commit_created(DutyConflict::shown(row, actor)).await
}

/// Within a work that may do more. Refused while somebody holds both: the matrix never says what
/// is not so.
pub async fn apply(work: &mut Work<'_>, input: DutyConflictInput) -> ApiResult<entity::Model> {
    guard::lock(work.db()).await?;
    dto::manage(work.actor())?;
    let (a, b) = rules::ordered(input.permission_a.clone(), input.permission_b.clone());
    let row = entity::Model {
        id: work.fresh::<DutyConflictId>(),
        permission_a: a,
        permission_b: b,
        reason: input.reason.clone(),
        clauses: stored::text(&input.clauses),
        valid_from: work.at(),
        ended_at: None,
        end_reason: None,
        version: 1,
    };
    duties::check_everybody(work.db(), Exclusion::from(row.clone()), work.at()).await?;
    store::insert(work.db(), row.clone()).await.map_err(known)?;
    let label = format!("{} ✕ {}", row.permission_a, row.permission_b);
    let record =
        Record::new("duty-conflict.created", Resource::new("duty-conflict", row.id.0, label));
    let record = record.changes(Changes::created(&input)).tell("role.read");
    work.record(record.reason(Some(input.reason)));
    Ok(row)
}

fn known(error: DbErr) -> ApiError {
    match unique_violation(&error) {
        Some(_) => codes::DUTY_CONFLICT_EXISTS.into(),
        None => error.into(),
    }
}

/// Permissions that exist, two of them, and rules that exist.
fn check(input: &DutyConflictInput, inventory: &Inventory) -> ApiResult<()> {
    let mut wrong = vec![];
    for (pointer, code) in
        [("/permission_a", &input.permission_a), ("/permission_b", &input.permission_b)]
    {
        if inventory.find(code).is_none() {
            wrong.push(FieldProblem::new(pointer, field::UNKNOWN_REFERENCE));
        }
    }
    if input.permission_a == input.permission_b {
        wrong.push(FieldProblem::new("/permission_b", field::DUPLICATE));
    }
    for (place, clause) in input.clauses.iter().enumerate() {
        // A rule without a title is none.
        if title(clause, Lang::default()) == *clause {
            let pointer = format!("/clauses/{place}");
            wrong.push(FieldProblem::new(&pointer, field::UNKNOWN_REFERENCE));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(ApiError::Invalid(wrong)) }
}
