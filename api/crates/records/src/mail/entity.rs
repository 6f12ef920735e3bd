//! Table `mail`: what was sent, to whom and with what success; never what stood in it.
use kernel::ids::PersonId;
use kernel::lang::Text;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

kernel::choice! {
    /// What became of a mail.
    MailState {
        Pending = "待发送", "待傳送", "Waiting";
        Sent = "已发送", "已傳送", "Sent";
        Dropped = "无需发送", "無需傳送", "Not needed any more";
        Failed = "发送失败", "傳送失敗", "Failed";
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: PersonId,
    pub state: MailState,
    /// Counts the attempts; also the fence of the one under way.
    pub attempts: i32,
    /// Null once it is settled.
    pub next_attempt_at: Option<DateTimeUtc>,
    /// `550`, `CONNECTION`; nothing that a server wrote.
    pub last_error: Option<String>,
    pub created_at: DateTimeUtc,
    pub settled_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
