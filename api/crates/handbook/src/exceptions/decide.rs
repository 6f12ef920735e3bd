//! Grant an exception from an obligation, refuse it, or take the request back.
use super::dto::{DecideException, ExceptionDetail, RefuseException};
use super::entity::Model;
use super::kinds::ExceptionState;
use super::{allowed, rules, show, store, tell};
use crate::ExceptionId;
use crate::obligations::{self, ObligationState, Obligations};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::notify::{self, Notice};
use kernel::text::trimmed;
use kernel::work::Work;

type On = (ExceptionId, IfMatch);

/// The obligation is held before the exception, as the act that fulfils it holds them.
async fn held(work: &Work<'_>, obligations: &Obligations, (id, seen): On) -> ApiResult<Model> {
    let actor = work.actor();
    let visible = || store::visible_to(obligations, actor, work.at());
    let found = store::find(work.db(), visible(), id).await?.ok_or(code::NOT_FOUND)?;
    if let Some(of) = found.obligation_id {
        obligations::store::hold(work.db(), of).await?;
    }
    let row = store::lock(work.db(), visible(), id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    Ok(row)
}

pub async fn approve(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
    on: On,
    input: DecideException,
) -> ApiResult<Reply<ExceptionDetail>> {
    let mut work = Work::begin(app, actor).await?;
    let row = held(&work, obligations, on).await?;
    let decider = allowed::decider(work.db(), obligations, actor, &row, work.at()).await?;
    rules::decide(&row, actor.id, decider)?;
    let after = decided(&work, &row, ExceptionState::Approved, trimmed(input.note.as_deref()));
    excuse(&mut work, obligations, &after).await?;
    settle(&mut work, &after, "exception.approved").await?;
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
    let row = held(&work, obligations, on).await?;
    let decider = allowed::decider(work.db(), obligations, actor, &row, work.at()).await?;
    rules::decide(&row, actor.id, decider)?;
    let after = decided(&work, &row, ExceptionState::Refused, trimmed(Some(&input.note)));
    settle(&mut work, &after, "exception.refused").await?;
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
    let row = held(&work, obligations, on).await?;
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

/// What is excused is not asked for until the day; what stands until its act is due again then.
async fn excuse(work: &mut Work<'_>, obligations: &Obligations, row: &Model) -> ApiResult<()> {
    let (Some(of), Some(until)) = (row.obligation_id, row.expires_on) else {
        return Err(code::INTERNAL.into());
    };
    let found = obligations::store::hold(work.db(), of).await?.ok_or(code::INTERNAL)?;
    let (kind, _) = obligations.kind(&found.kind).ok_or(code::INTERNAL)?;
    let calendar = obligations.handbook.calendar(work.db()).await?;
    let mut after = found.clone();
    after.late = found.late || obligations::late(found.due_at, work.at());
    after.state = ObligationState::Excused;
    after.exception_id = Some(row.id);
    after.settled_at = Some(work.at());
    after.settled_by = Some(work.actor().id);
    after.next_at = None;
    after.version += 1;
    if kind.standing {
        after.due_at = calendar.close_of(until)?;
        after.due_on = calendar.local_date(after.due_at);
        after.next_at = Some(calendar.opening_before(after.due_on)?.max(work.at()));
    }
    obligations::store::save(work.db(), &after).await?;
    work.record(obligations::tell::record("obligation.excused", &after));
    Ok(())
}

async fn settle(work: &mut Work<'_>, after: &Model, act: &'static str) -> ApiResult<()> {
    store::save(work.db(), after).await?;
    work.record(tell::record(act, after).reason(after.decision_note.clone()));
    let people: Vec<_> =
        [Some(after.requested_by), after.person_id].into_iter().flatten().collect();
    notify::send(work, &people, &Notice::new(act, tell::resource(after))).await
}
