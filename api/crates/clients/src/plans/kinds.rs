//! The choices of a plan.
use kernel::choice;
use kernel::lang::Text;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

choice! {
    PlanState {
        Draft = "草拟", "草擬", "draft";
        /// In force: it is no longer changed.
        Confirmed = "已确认", "已確認", "confirmed";
        Withdrawn = "已撤回", "已撤回", "withdrawn";
    }
}
