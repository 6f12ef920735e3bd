//! Table `webhook`.
use super::kinds::{WebhookReason, WebhookState};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// With whose rights it receives.
    pub owner_id: Uuid,
    pub name: String,
    pub url: String,
    /// Names of events and `area.*`, as a JSON list; an empty one: all.
    #[sea_orm(column_type = "Text")]
    pub types: String,
    pub state: WebhookState,
    /// Why it is disabled.
    pub state_reason: Option<WebhookReason>,
    /// Which secret signs; the secret itself is derived and stands nowhere.
    pub generation: i32,
    /// When the secret before it was replaced.
    pub rotated_at: Option<DateTimeUtc>,
    /// Every event up to here has been looked at.
    pub position: i64,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
