//! What every action on a file has in common: hold the file, store what became of it, answer.
//! Each action is two functions: one that serves a request, and `apply`, which acts on a held file
//! within a work and serves bulk actions too.
use super::entity::Model;
use super::{dto::Client, show, store};
use crate::obligations::saved;
use crate::{ClientId, readings};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Record;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::readings::ReadingWay;
use kernel::work::Work;

/// The file that an action is meant for.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    pub id: ClientId,
    pub seen: IfMatch,
}

/// The file as the caller saw it, held until the commit.
pub async fn hold(work: &Work<'_>, on: Target) -> ApiResult<Model> {
    let row = store::lock(work.db(), work.actor(), on.id).await?.ok_or(code::NOT_FOUND)?;
    on.seen.check(row.version)?;
    Ok(row)
}

/// The row to change: a new version, of now.
#[must_use]
pub fn next(work: &Work<'_>, before: &Model) -> Model {
    Model { updated_at: work.at(), version: before.version + 1, ..before.clone() }
}

/// Store what became of the file, with what the trail says.
pub async fn keep(
    work: &mut Work<'_>,
    before: &Model,
    after: Model,
    record: Record,
) -> ApiResult<Model> {
    saved(work, before, &after).await?;
    work.record(record);
    Ok(after)
}

/// Serve a request for an action: on the file as the caller saw it, all or nothing.
pub async fn serve(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: Target,
    apply: impl AsyncFnOnce(&mut Work<'_>, &Model) -> ApiResult<Model>,
) -> ApiResult<Reply<Client>> {
    let mut work = Work::begin(app, actor).await?;
    let before = hold(&work, on).await?;
    let after = apply(&mut work, &before).await?;
    answer(work, handbook, after).await
}

/// Commit and answer with the file. What leaves no act in the trail is a reading (A-SEC-10).
pub async fn answer(work: Work<'_>, handbook: &Handbook, after: Model) -> ApiResult<Reply<Client>> {
    let (app, actor) = (work.app(), work.actor());
    let read = work.is_silent().then(|| after.clone());
    let answer = show::client(&work, handbook, after).await?;
    let reply = work.commit(answer).await?;
    if let Some(file) = read {
        readings::one(app, actor, &file, ReadingWay::Opened).await?;
    }
    Ok(reply)
}
