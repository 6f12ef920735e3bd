//! Put a proposal right, and submit it again where it was sent back.
use super::dto::{Destruction, Why};
use super::entity::Model;
use super::kinds::DestructionState;
use super::store::Seen;
use super::subject::Destructions;
use super::{rules, show, standing, store, tell};
use approvals::Approvals;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::work::Work;

/// A proposal under approval is approved as it was submitted: changed, it begins anew.
pub async fn change(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    on: Seen,
    patch: &Patch<Why>,
) -> ApiResult<Reply<Destruction>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::seen(&work, on).await?;
    rules::change(actor, &row)?;
    let now = Why { ground: row.ground, reason: row.reason.clone() };
    let input = patch.onto(&now)?;
    let input = Why { reason: input.reason.trim().to_owned(), ..input };
    let found = standing::hold(&work, row.client_id).await?;
    let (_, with) = found.ok_or(code::NOT_FOUND)?;
    rules::tells_nothing(&input.reason, &with)?;
    let after = Model {
        ground: input.ground,
        reason: input.reason.clone(),
        version: row.version + 1,
        ..row.clone()
    };
    store::save(work.db(), &after).await?;
    work.record(tell::changed("client-destruction.updated", &row, &after));
    if input != now && row.state == DestructionState::Requested {
        approvals::restart(&mut work, approvals, &Destructions, row.id.0, CHANGED).await?;
    }
    let answer = show::whole(work.db(), actor, after).await?;
    work.commit(answer).await
}

/// Why the approval began anew.
const CHANGED: &str = "申请人修改了销毁理由";

/// What was sent back goes through the flow again.
pub async fn submit(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    on: Seen,
) -> ApiResult<Reply<Destruction>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::seen(&work, on).await?;
    rules::submit(actor, &row)?;
    let after = Model { state: DestructionState::Requested, version: row.version + 1, ..row };
    store::save(work.db(), &after).await?;
    work.record(tell::record("client-destruction.resubmitted", &after));
    approvals::submit(&mut work, approvals, &Destructions, after.id.0).await?;
    let answer = show::whole(work.db(), actor, after).await?;
    work.commit(answer).await
}
