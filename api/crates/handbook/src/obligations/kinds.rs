//! What obligations can be.
use kernel::lang::Text;
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

kernel::choice! {
    /// How an obligation stands.
    ObligationState {
        Open = "待完成", "待完成", "Open";
        /// By the act that fulfils it.
        Fulfilled = "已完成", "已完成", "Fulfilled";
        /// By an exception with reason and approver.
        Excused = "已豁免", "已豁免", "Excused";
        /// What it was about is no longer there, or came to an end by itself.
        Void = "已失效", "已失效", "Void";
    }
}

kernel::choice! {
    /// How far reminding has come.
    Stage {
        Opened = "已生成", "已產生", "Opened";
        /// A working day before it is due.
        Reminded = "已提醒", "已提醒", "Reminded";
        Overdue = "已逾期", "已逾期", "Overdue";
        /// To the superiors, one after another.
        Escalated = "已上报", "已上報", "Escalated";
    }
}

/// From what an obligation comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[schema(as = ObligationSource)]
pub enum SourceKind {
    /// The calendar: each month in its first week.
    Calendar,
    /// So long after something happened.
    Event,
    /// A date that stands on a record.
    RecordDate,
}

/// Whose obligations are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[schema(as = ObligationWhose)]
pub enum Whose {
    /// The caller's, and those of whoever may do what fulfils them, as the caller may.
    Mine,
    /// Those of the people below the caller, and what was escalated to them.
    Team,
    /// All that the caller may see.
    #[default]
    All,
}
