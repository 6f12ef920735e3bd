//! Those who supervise take it back; its addressee hears of it.
use super::dto::{InstructionRow, SettleInstruction};
use super::entity::Model;
use super::kinds::InstructionState;
use super::{rules, show, store, tell};
use crate::InstructionId;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn withdraw(
    app: &App,
    actor: &Actor,
    id: InstructionId,
    seen: IfMatch,
    input: SettleInstruction,
) -> ApiResult<Reply<InstructionRow>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::withdraw(actor, &row)?;
    let after = Model {
        state: InstructionState::Withdrawn,
        settled_by: Some(actor.id),
        settled_at: Some(work.at()),
        settlement: Some(input.note.trim().to_owned()),
        version: row.version + 1,
        ..row.clone()
    };
    store::save(work.db(), &after).await?;
    work.record(tell::record("client-instruction.withdrawn", &after));
    tell::notify(&work, &after, row.given_to, "client-instruction.withdrawn").await?;
    let answer = show::one(work.db(), actor, after).await?;
    work.commit(answer).await
}
