//! What confirming an instruction and taking it back share.
use super::dto::{InstructionRow, SettleInstruction};
use super::entity::Model;
use super::kinds::InstructionState;
use super::rules::Refused;
use super::{show, store, tell};
use crate::InstructionId;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::ids::PersonId;
use kernel::notify::NoticeKind;
use kernel::work::Work;

/// How one of them ends an instruction.
pub struct Settling {
    /// Called as the act is.
    pub notice: &'static NoticeKind,
    pub state: InstructionState,
    pub rule: fn(&Actor, &Model) -> Result<(), Refused>,
    /// Who hears of it.
    pub hears: fn(&Model) -> PersonId,
}

pub async fn settle(
    app: &App,
    actor: &Actor,
    (id, seen): (InstructionId, IfMatch),
    input: SettleInstruction,
    how: &Settling,
) -> ApiResult<Reply<InstructionRow>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    (how.rule)(actor, &row)?;
    let after = Model {
        state: how.state,
        settled_by: Some(actor.id),
        settled_at: Some(work.at()),
        settlement: Some(input.note.trim().to_owned()),
        level: store::level(work.db(), &row).await?,
        version: row.version + 1,
        ..row.clone()
    };
    store::save(work.db(), &after).await?;
    work.record(tell::settled(how.notice.code, &row, &after));
    tell::notify(&work, &after, (how.hears)(&after), how.notice).await?;
    let answer = show::one(work.db(), actor, after).await?;
    work.commit(answer).await
}
