//! Table `notification_channel`: what somebody chose for a kind of notice.
use kernel::ids::PersonId;
use kernel::lang::Text;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

kernel::choice! {
    /// How a kind of notice is mailed.
    MailChoice {
        AtOnce = "立即发送", "立即傳送", "At once";
        Digest = "每日摘要", "每日摘要", "In the daily digest";
        Never = "不发邮件", "不寄郵件", "Not at all";
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification_channel")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// `client.mentioned`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    pub mail: MailChoice,
    /// Whether it goes to their webhooks.
    pub webhook: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
