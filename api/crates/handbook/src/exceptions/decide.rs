//! Grant an exception from an obligation, refuse it, or take the request back.
use super::dto::{DecideException, ExceptionDetail, RefuseException};
use super::entity::Model;
use super::kinds::ExceptionState;
use super::{allowed, apply, rules, show, store, tell};
use crate::ExceptionId;
use crate::notices;
use crate::obligations::entity::Model as Obligation;
use crate::obligations::{self, Obligations};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::notify::{self, Notice, NoticeKind};
use kernel::text::trimmed;
use kernel::work::Work;

type On = (ExceptionId, IfMatch);
/// An exception, and the obligation that it is about.
type Held = (Model, Option<Obligation>);

/// The obligation is held before the exception, as the act that fulfils it holds them.
async fn held(work: &Work<'_>, obligations: &Obligations, (id, seen): On) -> ApiResult<Held> {
    let visible = || store::visible_to(obligations, work.actor(), work.at());
    let found = store::find(work.db(), visible(), id).await?.ok_or(code::NOT_FOUND)?;
    let due = match found.obligation_id {
        Some(of) => obligations::store::hold(work.db(), of).await?,
        None => None,
    };
    let row = store::lock(work.db(), visible(), id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    Ok((row, due))
}

/// The same, where the caller decides about it.
async fn deciding(work: &Work<'_>, obligations: &Obligations, on: On) -> ApiResult<Held> {
    let (row, due) = held(work, obligations, on).await?;
    let actor = work.actor();
    let about = (&row, due.as_ref());
    let decider = allowed::decider(work.db(), obligations, actor, about, work.at()).await?;
    rules::decide(&row, actor.id, decider)?;
    Ok((row, due))
}

pub async fn approve(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
    on: On,
    input: DecideException,
) -> ApiResult<Reply<ExceptionDetail>> {
    let mut work = Work::begin(app, actor).await?;
    let (row, due) = deciding(&work, obligations, on).await?;
    let after = decided(&work, &row, ExceptionState::Approved, trimmed(input.note.as_deref()));
    excuse(&mut work, obligations, &after, due.ok_or(code::INTERNAL)?).await?;
    settle(&mut work, &after, notices::EXCEPTION_APPROVED).await?;
    let answer = show::one(app, work.db(), obligations, actor, after).await?;
    work.commit(answer).await
}

/// With the reason; the obligation is due as before.
pub async fn refuse(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
    on: On,
    input: RefuseException,
) -> ApiResult<Reply<ExceptionDetail>> {
    let mut work = Work::begin(app, actor).await?;
    let (row, _) = deciding(&work, obligations, on).await?;
    let after = decided(&work, &row, ExceptionState::Refused, trimmed(Some(&input.note)));
    settle(&mut work, &after, notices::EXCEPTION_REFUSED).await?;
    let answer = show::one(app, work.db(), obligations, actor, after).await?;
    work.commit(answer).await
}

pub async fn withdraw(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
    on: On,
) -> ApiResult<Reply<ExceptionDetail>> {
    let mut work = Work::begin(app, actor).await?;
    let (row, _) = held(&work, obligations, on).await?;
    rules::withdraw(&row, actor.id)?;
    let after = decided(&work, &row, ExceptionState::Withdrawn, None);
    store::save(work.db(), &after).await?;
    work.record(tell::record("exception.withdrawn", &after));
    let answer = show::one(app, work.db(), obligations, actor, after).await?;
    work.commit(answer).await
}

fn decided(work: &Work<'_>, row: &Model, state: ExceptionState, note: Option<String>) -> Model {
    Model {
        state,
        decided_by: Some(work.actor().id),
        decided_at: Some(work.at()),
        decision_note: note,
        version: row.version + 1,
        ..row.clone()
    }
}

async fn excuse(
    work: &mut Work<'_>,
    obligations: &Obligations,
    exception: &Model,
    mut due: Obligation,
) -> ApiResult<()> {
    let (kind, _) = obligations.kind(&due.kind).ok_or(code::INTERNAL)?;
    let calendar = obligations.handbook.calendar(work.db()).await?;
    apply::excuse(&mut due, kind, exception, (&calendar, work.at()))?;
    due.version += 1;
    obligations::store::save(work.db(), &due).await?;
    work.record(obligations::tell::record("obligation.excused", &due));
    Ok(())
}

/// The act is called as the notice of it.
async fn settle(work: &mut Work<'_>, after: &Model, notice: &'static NoticeKind) -> ApiResult<()> {
    store::save(work.db(), after).await?;
    work.record(tell::record(notice.code, after).reason(after.decision_note.clone()));
    let people: Vec<_> =
        [Some(after.requested_by), after.person_id].into_iter().flatten().collect();
    notify::send(work, &people, &Notice::new(notice, tell::resource(after))).await
}
