//! The choices of a person's file.
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whether somebody may sign in at all.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PersonStatus {
    Active,
    Disabled,
}

/// Language of the application.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    EnumIter,
    DeriveActiveEnum,
    Serialize,
    Deserialize,
    ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Locale {
    #[default]
    #[serde(rename = "zh-CN")]
    #[sea_orm(string_value = "zh-CN")]
    ZhCn,
    #[serde(rename = "zh-TW")]
    #[sea_orm(string_value = "zh-TW")]
    ZhTw,
    #[serde(rename = "en")]
    #[sea_orm(string_value = "en")]
    En,
}

/// Colours of the application.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    EnumIter,
    DeriveActiveEnum,
    Serialize,
    Deserialize,
    ToSchema,
)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Theme {
    /// As the device says.
    #[default]
    System,
    Light,
    Dark,
}
