//! Those who supervise take it back; its addressee hears of it.
use super::dto::{InstructionRow, SettleInstruction};
use super::kinds::InstructionState;
use super::rules;
use super::settle::{Settling, settle};
use crate::InstructionId;
use crate::notices;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;

pub async fn withdraw(
    app: &App,
    actor: &Actor,
    id: InstructionId,
    seen: IfMatch,
    input: SettleInstruction,
) -> ApiResult<Reply<InstructionRow>> {
    let how = Settling {
        notice: notices::CLIENT_INSTRUCTION_WITHDRAWN,
        state: InstructionState::Withdrawn,
        rule: rules::withdraw,
        hears: |row| row.given_to,
    };
    settle(app, actor, (id, seen), input, &how).await
}
