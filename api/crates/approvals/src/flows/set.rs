//! Set a flow from a date on. The history only grows: by which flow something was decided can always
//! be told.
use super::definition::Definition;
use super::dto::{ApprovalFlowDetail, FlowInput};
use super::entity::Model;
use super::{known, rules, show, store};
use crate::subject::Approvals;
use crate::{FLOW_TOO_FEW_STEPS, ReadApprovals};
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::problem::FieldProblem;
use kernel::http::reply::Reply;
use kernel::work::Work;
use serde_json::json;

pub async fn set(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    input: FlowInput,
) -> ApiResult<Reply<ApprovalFlowDetail>> {
    let mut work = Work::begin(app, actor).await?;
    let today = approvals.handbook.date(work.at());
    let mut rows = store::of(work.db(), &input.code).await?;
    let wrong = wrong(&work, approvals, &input, &rows, today).await?;
    if !wrong.is_empty() {
        return Err(ApiError::Invalid(wrong));
    }
    let before = known::counting(approvals, &input.code, &rows, input.effective_from)?;
    let row = Model {
        id: work.fresh(),
        code: input.code.clone(),
        version: rows.last().map_or(0, |row| row.version) + 1,
        subject: input.subject.clone(),
        definition: serde_json::to_string(&input.definition)?,
        effective_from: input.effective_from,
        reason: input.reason.trim().to_owned(),
        set_by: actor.id,
        set_at: work.at(),
    };
    store::append(work.db(), row.clone()).await?;
    let changes = Changes::between(
        &json!({"definition": before.map(|flow| flow.definition)}),
        &json!({"definition": input.definition, "effective_from": input.effective_from}),
    );
    let label = format!("{} {}", input.code, input.definition.name);
    work.record(
        Record::new("approval-flow.set", Resource::new("approval-flow", row.id.0, label))
            .changes(changes)
            .reason(row.reason.clone())
            .data("code", &input.code)
            .tell(ReadApprovals::NAME),
    );
    rows.push(row);
    let answer = show::detail(work.db(), approvals, actor, &input.code, rows, today).await?;
    work.commit_created(answer).await
}

async fn wrong(
    work: &Work<'_>,
    approvals: &Approvals,
    input: &FlowInput,
    rows: &[Model],
    today: chrono::NaiveDate,
) -> ApiResult<Vec<FieldProblem>> {
    let Some(subject) = approvals.subject(&input.subject) else {
        return Ok(vec![FieldProblem::new("/subject", field::UNKNOWN_REFERENCE)]);
    };
    let own = approvals.flows.iter().find(|spec| spec.code == input.code);
    let held = rows.first().map(|row| row.subject.as_str()).or(own.map(|spec| spec.subject));
    let mut wrong = vec![];
    if held.is_some_and(|held| held != input.subject) {
        wrong.push(FieldProblem::new("/code", field::DUPLICATE));
    }
    wrong.extend(handbook::parameters::effective_from(input.effective_from, today).err());
    let mut inner = rules::check(&input.definition, subject.facts());
    if input.definition.steps.len() < subject.persons() {
        inner.push(FieldProblem::new("/steps", FLOW_TOO_FEW_STEPS));
    }
    inner.extend(unknown(work, &input.definition).await?);
    wrong.extend(
        inner
            .into_iter()
            .map(|it| FieldProblem { pointer: format!("/definition{}", it.pointer), ..it }),
    );
    Ok(wrong)
}

/// Roles that are not there, people who are not at work, rules that the handbook does not have.
async fn unknown(work: &Work<'_>, flow: &Definition) -> ApiResult<Vec<FieldProblem>> {
    let roles = identity::roles::names(work.db()).await?;
    let named = flow.steps.iter().flat_map(|step| step.approver.people.iter().copied());
    let named = named.collect();
    let at_work = identity::people::nameable_among(work.db(), work.actor(), named).await?;
    let mut wrong = vec![];
    let mut refuse = |pointer: String| {
        wrong.push(FieldProblem::new(&pointer, field::UNKNOWN_REFERENCE));
    };
    for (place, step) in flow.steps.iter().enumerate() {
        let at = format!("/steps/{place}");
        if step.approver.role.as_ref().is_some_and(|code| !roles.contains_key(code)) {
            refuse(format!("{at}/approver/role"));
        }
        for (nth, person) in step.approver.people.iter().enumerate() {
            if !at_work.contains(person) {
                refuse(format!("{at}/approver/people/{nth}"));
            }
        }
        for (nth, rule) in step.clauses.iter().enumerate() {
            if handbook::rules::find(rule).is_none() {
                refuse(format!("{at}/clauses/{nth}"));
            }
        }
    }
    Ok(wrong)
}
