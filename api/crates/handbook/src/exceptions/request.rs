//! Ask to be let off an obligation until a day.
use super::dto::{ExceptionDetail, RequestException};
use super::entity::Model;
use super::kinds::{ExceptionKind, ExceptionState};
use super::{rules, show, store, tell};
use crate::notices;
use crate::obligations::entity::Model as Obligation;
use crate::obligations::{self, Obligations};
use crate::{DecideExceptions, ObligationId};
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::code::{self, Coded};
use kernel::db::fault;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::notify::{self, Notice};
use kernel::work::Work;

pub async fn request(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
    id: ObligationId,
    input: RequestException,
) -> ApiResult<Reply<ExceptionDetail>> {
    let mut work = Work::begin(app, actor).await?;
    let visible = obligations::store::visible_to(obligations, actor, work.at());
    let row = obligations::store::lock(work.db(), visible, id).await?.ok_or(code::NOT_FOUND)?;
    let asked = store::asked(work.db(), id).await?;
    rules::request(&row, obligations::allowed::theirs(obligations, actor, &row), asked)?;
    rules::until(input.until, obligations.handbook.date(work.at()), row.due_on)
        .map_err(|refusal| ApiError::field("/until", refusal.code()))?;
    let asked = fresh(&work, obligations, &row, &input)?;
    store::insert(work.db(), asked.clone()).await.map_err(twice)?;
    work.record(tell::record("exception.requested", &asked).reason(asked.reason.clone()));
    let needed = obligations.kind(&row.kind).and_then(|(kind, _)| kind.needs);
    deciders(&work, &asked, needed).await?;
    let answer = show::one(app, work.db(), obligations, actor, asked).await?;
    work.commit_created(answer).await
}

/// Two who ask at once: the index lets one through.
fn twice(error: sea_orm::DbErr) -> ApiError {
    match fault::unique_violation(&error) {
        Some(_) => super::refusal::Refusal::Asked.into(),
        None => error.into(),
    }
}

fn fresh(
    work: &Work<'_>,
    obligations: &Obligations,
    row: &Obligation,
    input: &RequestException,
) -> ApiResult<Model> {
    let clauses = obligations.kind(&row.kind).map(|(kind, _)| kind.clauses).unwrap_or_default();
    Ok(Model {
        id: work.fresh(),
        kind: ExceptionKind::Obligation,
        clauses: serde_json::to_string(clauses)?,
        subject_kind: row.subject_kind.clone(),
        subject_id: row.subject_id,
        obligation_id: Some(row.id),
        about: Some(row.kind.clone()),
        person_id: row.person_id,
        department_id: row.department_id,
        site_id: row.site_id,
        level: row.level,
        reason: input.reason.trim().to_owned(),
        state: ExceptionState::Requested,
        requested_by: work.actor().id,
        requested_at: work.at(),
        decided_by: None,
        decided_at: None,
        decision_note: None,
        expires_on: Some(input.until),
        version: 1,
    })
}

/// Those who may grant it hear of it.
async fn deciders(work: &Work<'_>, row: &Model, needed: Option<&'static str>) -> ApiResult<()> {
    let right = DecideExceptions::NAME;
    let holders = identity::people::holders_of(work.db(), [right], work.at()).await?;
    let place = tell::place(row);
    let may = identity::people::who_may(work.db(), &holders, right, &place, work.at()).await?;
    let mut may: Vec<_> = may.into_iter().collect();
    // Whoever does not know the record is not asked about it.
    if let Some(needed) = needed {
        let known = identity::people::who_may(work.db(), &may, needed, &place, work.at()).await?;
        may.retain(|id| known.contains(id));
    }
    let concerned = [Some(row.requested_by), row.person_id];
    let people: Vec<_> = may.into_iter().filter(|id| !concerned.contains(&Some(*id))).collect();
    notify::send(work, &people, &Notice::new(notices::EXCEPTION_REQUESTED, tell::resource(row)))
        .await
}
