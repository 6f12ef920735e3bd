//! Keep a file after all: given up by a keeper of the archive, or by what the approval came to.
use super::dto::{Abandon, Destruction};
use super::entity::Model;
use super::kinds::DestructionState;
use super::store::Seen;
use super::{rules, show, store, tell};
use crate::archive::entity::Entity as Files;
use crate::archive::kinds::FileStatus;
use crate::archive::{act, step};
use crate::notices;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;
use sea_orm::{EntityTrait, QuerySelect};

pub async fn abandon(
    app: &App,
    actor: &Actor,
    on: Seen,
    input: Abandon,
) -> ApiResult<Reply<Destruction>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::seen(&work, on).await?;
    rules::abandon(actor, &row)?;
    let reason = input.reason.trim().to_owned();
    let after = Model {
        state: DestructionState::Abandoned,
        settled_by: Some(actor.id),
        settled_at: Some(work.at()),
        settled_note: Some(reason.clone()),
        version: row.version + 1,
        ..row
    };
    store::save(work.db(), &after).await?;
    restore(&mut work, &after).await?;
    work.record(tell::record("client-destruction.abandoned", &after).reason(reason));
    tell::proposer(&work, &after, notices::CLIENT_DESTRUCTION_ABANDONED).await?;
    let answer = show::whole(work.db(), actor, after).await?;
    work.commit(answer).await
}

/// The file is what it was. Whoever decided it need not see the file.
pub async fn restore(work: &mut Work<'_>, row: &Model) -> ApiResult<()> {
    let found = Files::find_by_id(row.client_id).lock_exclusive().one(work.db()).await?;
    let file = found.ok_or(code::INTERNAL)?;
    if file.status != FileStatus::Obsolete {
        return Ok(());
    }
    let mut after = step::next(work, &file);
    after.status = row.prior_status;
    let record = act::act("client.kept", &after)
        .changes(Changes::one("status", file.status, after.status))
        .data("destruction_id", row.id);
    step::keep(work, &file, after, record).await?;
    Ok(())
}
