//! Table `webhook_delivery`: one event on its way to one webhook. What the event says is read again
//! whenever it is sent.
use super::kinds::{DeliveryError, DeliveryState};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook_delivery")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub webhook_id: Uuid,
    /// Of the event.
    pub sequence: i64,
    pub event_id: Uuid,
    pub event_type: String,
    pub resource_type: String,
    pub resource_id: Uuid,
    pub state: DeliveryState,
    /// Times it was sent, ever. Also the fence: whoever holds an earlier number has lost the attempt.
    pub attempts: i32,
    /// Of them, those that failed since it was last put on its way: the place in the schedule.
    pub failures: i32,
    /// Null once it is settled. While it is being sent: when another process may take it over.
    pub next_attempt_at: Option<DateTimeUtc>,
    pub last_attempt_at: Option<DateTimeUtc>,
    /// Status of the last answer.
    pub last_status: Option<i16>,
    /// Why there was no answer.
    pub last_error: Option<DeliveryError>,
    pub created_at: DateTimeUtc,
    pub settled_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
