//! What makes an item secret.
use kernel::choice;
use kernel::lang::Text;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

choice! {
    /// A-SEC-06: what is secret about a client.
    SecretContent {
        /// Details of important business with a client.
        BusinessDetails = "重要业务往来细节", "重要業務往來細節", "details of important business";
        /// Special marketing tactics toward an important client.
        MarketingTactics = "对重要客户的特殊营销策略", "對重要客戶的特殊行銷策略", "special marketing tactics";
        /// Important information on a main client.
        ImportantInformation = "主要客户的重要信息", "主要客戶的重要資訊", "important information";
    }
}
