//! The choices of an instruction.
use kernel::choice;
use kernel::lang::Text;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

choice! {
    InstructionState {
        Open = "待办", "待辦", "open";
        /// Its addressee says that it is done, and how.
        Confirmed = "已完成", "已完成", "confirmed";
        /// Taken back by those who supervise.
        Withdrawn = "已撤回", "已撤回", "withdrawn";
    }
}
