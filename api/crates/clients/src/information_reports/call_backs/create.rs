//! Note that a salesperson was called back (A-CIR-03). Whom the caller may not name looks like somebody
//! who is not there.
use super::dto::{CallBack, CallBackInput};
use super::entity::Model;
use super::{show, store, tell};
use crate::SubmitInformationReports;
use crate::information_reports::refusal::Refusal;
use crate::information_reports::{rules, store as reports};
use handbook::Handbook;
use kernel::access::{Actor, Permission, Place};
use kernel::app::App;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn call_back(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    input: CallBackInput,
) -> ApiResult<Reply<CallBack>> {
    let mut work = Work::begin(app, actor).await?;
    let month = rules::month(&input.period, handbook.date(work.at()))?;
    let day = handbook.date(input.called_at);
    rules::called_at(input.called_at, work.at(), day, &month)?;
    let at = called(&work, &input, &month.name()).await?;
    rules::call_back(actor, &at)?;
    let row = Model {
        id: work.fresh(),
        person_id: input.person_id,
        department_id: at.department_id,
        site_id: at.site_id,
        period: month.name(),
        note: input.note.trim().to_owned(),
        called_at: input.called_at,
        called_by: actor.id,
        recorded_at: work.at(),
        level: at.level,
    };
    store::insert(work.db(), row.clone()).await?;
    work.record(tell::called_back(&row));
    tell::whoever_was_called(&work, &row).await?;
    let answer = show::one(work.db(), actor, row).await?;
    work.commit_created(answer).await
}

/// Where the call stands: with somebody who submits reports, or submitted one of that month.
async fn called(work: &Work<'_>, input: &CallBackInput, period: &str) -> ApiResult<Place> {
    let unknown = || ApiError::field("/person_id", field::UNKNOWN_REFERENCE);
    let (db, at) = (work.db(), work.at());
    let person = identity::people::nameable(db, work.actor(), input.person_id).await?;
    let person = person.ok_or_else(unknown)?;
    let report = reports::of_month(db, person.id, period).await?;
    if report.is_none() {
        let right = SubmitInformationReports::NAME;
        if !identity::holds(db, person.id, right, at).await? {
            return Err(Refusal::NoReporter.into());
        }
    }
    // One above the caller's clearance is to them like one that is missing.
    let level = report.map_or(0, |report| report.level);
    let level = if level > work.actor().clearance { 0 } else { level };
    let home =
        Place { department_id: person.department_id, site_id: person.site_id, ..Place::default() };
    Ok(rules::called(person.id, &home, level))
}
