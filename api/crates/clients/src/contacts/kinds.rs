//! The choices of a contact.
use kernel::choice;
use kernel::lang::Text;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

choice! {
    /// What part somebody plays in the client's decision to buy (A-CLI-06).
    Influence {
        Decider = "决策者", "決策者", "Decides";
        Influencer = "影响者", "影響者", "Influences";
        Buyer = "采购执行者", "採購執行者", "Buys";
        User = "使用者", "使用者", "Uses";
        Gatekeeper = "信息把关者", "資訊把關者", "Keeps the gate";
        Finance = "财务把关者", "財務把關者", "Pays";
    }
}
