//! The addressee says that it is done, and how; whoever gave it hears of it.
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

pub async fn confirm(
    app: &App,
    actor: &Actor,
    id: InstructionId,
    seen: IfMatch,
    input: SettleInstruction,
) -> ApiResult<Reply<InstructionRow>> {
    let how = Settling {
        notice: notices::CLIENT_INSTRUCTION_CONFIRMED,
        state: InstructionState::Confirmed,
        rule: rules::confirm,
        hears: |row| row.given_by,
    };
    settle(app, actor, (id, seen), input, &how).await
}
