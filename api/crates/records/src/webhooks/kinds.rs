//! States of webhooks and of what is on its way to them.
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whether a webhook receives.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum WebhookState {
    Active,
    /// Somebody stopped it.
    Paused,
    /// The service stopped it; the reason stands beside.
    Disabled,
}

/// Why the service stopped a webhook.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum WebhookReason {
    /// Its receiver took nothing for three days.
    Failing,
    /// Its receiver answered 410.
    Gone,
    /// Its owner's account is disabled.
    OwnerLeft,
    /// Its owner no longer holds `webhook.manage`.
    RightLost,
}

/// What became of an event on its way.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DeliveryState {
    Pending,
    /// Answered 2xx.
    Delivered,
    /// Given up.
    Failed,
    /// The owner may no longer see what it is about.
    Dropped,
}

/// Why an attempt got no answer. Of the answers themselves only the status is kept, so that nothing
/// of a network can be read by way of a webhook.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DeliveryError {
    Timeout,
    /// The address leads into a private network, or is none.
    RefusedAddress,
    /// The name is not known.
    UnknownHost,
    Tls,
    Connection,
}
