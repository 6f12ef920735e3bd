//! Requests of the actions on a file.
use super::kinds::{ClientState, Level, Tier, VerificationResult};
use crate::ClientId;
use crate::checks;
use chrono::NaiveDate;
use kernel::http::reply::Answer;
use kernel::http::shown::Ref;
use kernel::ids::PersonId;
use sea_orm::EnumIter;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// The outcome of a quarterly verification (A-CLI-10, A-CLI-11).
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyClient {
    pub result: VerificationResult,
    /// What was adjusted or what differs; needed unless the file was found in order.
    #[serde(default)]
    #[validate(length(max = 1000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 1000)]
    pub note: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOverClient {
    /// Whose client it becomes; department and site follow.
    pub owner_id: PersonId,
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "原负责人调岗")]
    pub reason: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeState {
    /// One step up or down: POTENTIAL, IN_THE_MAKING, EXISTING (A-CLI-29).
    pub state: ClientState,
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "已签订首份合同")]
    pub reason: String,
}

/// A tier and on what it rests (B-CRM-04).
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeTier {
    pub tier: Tier,
    /// 采购规模
    #[validate(length(min = 1, max = 200), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 200, example = "年采购约 120 万元")]
    pub purchase_scale: String,
    /// 合作频次
    #[validate(length(min = 1, max = 200), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 200, example = "每月 2 至 3 单")]
    pub cooperation_frequency: String,
    /// 潜在价值
    #[validate(length(min = 1, max = 200), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 200, example = "二期厂房明年投产")]
    pub potential_value: String,
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "年度分级评审")]
    pub reason: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassifyClient {
    /// One of the three (A-SEC-02): a file is declassified by the end of its term alone (A-SEC-08).
    pub level: Level,
    /// The last day of the term (A-SEC-07), after today and within fifty years; without it a
    /// new level has its usual term from today (`clients.term_years_…`).
    #[serde(default)]
    pub level_until: Option<NaiveDate>,
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "涉及重要业务往来")]
    pub reason: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportInferior {
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "多次无理由拒收定制货物")]
    pub reason: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmInferior {
    #[serde(default)]
    #[validate(length(max = 500), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 500)]
    pub note: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClearInferior {
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "欠款已结清")]
    pub reason: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeClients {
    /// The file that goes into this one.
    pub from_id: ClientId,
    /// The version of that file that the caller looked at.
    pub from_version: i64,
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "同一公司重复建档")]
    pub reason: String,
}

/// An action on a file as `allowed_actions` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClientAction {
    Update,
    Verify,
    HandOver,
    ChangeState,
    ChangeTier,
    Classify,
    ReportInferior,
    ConfirmInferior,
    ClearInferior,
    Merge,
}

impl ClientAction {
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::Verify => "verify",
            Self::HandOver => "hand-over",
            Self::ChangeState => "change-state",
            Self::ChangeTier => "change-tier",
            Self::Classify => "classify",
            Self::ReportInferior => "report-inferior",
            Self::ConfirmInferior => "confirm-inferior",
            Self::ClearInferior => "clear-inferior",
            Self::Merge => "merge",
        }
    }
}

/// Ask somebody else for an action that is not open to the caller.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskForAction {
    #[schema(example = "hand-over")]
    pub action: ClientAction,
}

/// Who may do it. They are told of it, but for those who have not read the same request yet.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Asked {
    pub action: ClientAction,
    /// What they hold and the caller does not.
    #[schema(example = "client.hand-over")]
    pub permission: &'static str,
    /// By name, those whom the caller may name.
    pub people: Vec<Ref>,
    /// How many were told just now.
    #[schema(minimum = 0, example = 2)]
    pub told: u32,
}

impl Answer for Asked {}

/// What is being typed.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FindDuplicates {
    #[serde(default)]
    #[validate(length(max = 200), custom(function = "checks::blank_line"))]
    #[schema(max_length = 200)]
    pub name: Option<String>,
    /// Need not be valid: what is no credit code matches nothing.
    #[serde(default)]
    #[validate(length(max = 40), custom(function = "checks::blank_line"))]
    #[schema(max_length = 40)]
    pub credit_code: Option<String>,
    #[serde(default)]
    #[validate(length(max = 40), custom(function = "checks::blank_line"))]
    #[schema(max_length = 40)]
    pub telephone: Option<String>,
    /// The file that is being changed.
    #[serde(default)]
    pub exclude_id: Option<ClientId>,
}
