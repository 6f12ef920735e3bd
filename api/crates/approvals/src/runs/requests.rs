//! What can be asked of approvals and tasks.
use super::kinds::{ApprovalState, TaskState};
use chrono::{DateTime, Utc};
use kernel::checks;
use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

const HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Agree to what was submitted.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ApproveTask)]
pub struct Approve {
    /// `content_hash` of what was looked at.
    #[validate(length(min = 64, max = 64))]
    #[schema(min_length = 64, max_length = 64, example = json!(HASH))]
    pub content_hash: String,
    #[serde(default)]
    #[validate(length(max = 1000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 1000, example = "同意")]
    pub comment: Option<String>,
    /// On what it rests: a number of a letter, an e-mail, minutes of a meeting.
    #[serde(default)]
    #[validate(length(max = 500), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 500, example = "2026 年 11 月 27 日办公会纪要第 3 条")]
    pub evidence: Option<String>,
}

/// Say no; the approval ends.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RejectTask)]
pub struct Reject {
    #[validate(length(min = 1, max = 1000), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 1000, example = "借阅目的不明确")]
    pub comment: String,
    #[serde(default)]
    #[validate(length(max = 500), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 500)]
    pub evidence: Option<String>,
}

/// Send it back.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SendTaskBack)]
pub struct SendBack {
    /// Key of an earlier step; none: to whoever requested it.
    #[serde(default)]
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    pub to_step: Option<String>,
    #[validate(length(min = 1, max = 1000), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 1000, example = "请注明需要哪几份档案")]
    pub comment: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[schema(as = AddedWhen)]
pub enum When {
    /// One's own decision waits for theirs.
    Before,
    /// They decide after the step at hand.
    After,
}

/// Ask somebody besides (加签).
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddApprover {
    pub person_id: PersonId,
    pub when: When,
    #[validate(length(min = 1, max = 1000), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 1000, example = "请财务先核对统计口径")]
    pub comment: String,
}

/// Let somebody else decide (转办).
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOverTask {
    pub person_id: PersonId,
    #[validate(length(min = 1, max = 1000), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 1000, example = "该片区由刘经理主管")]
    pub comment: String,
}

/// The approver is away and agreed by telephone (A-SCR-10).
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcrossLevels {
    /// When they agreed.
    pub confirmed_at: DateTime<Utc>,
    #[validate(length(min = 1, max = 1000), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 1000, example = "本人在外地出差，电话同意由上级审批")]
    pub comment: String,
}

/// Take it back.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawApproval {
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "已从公开资料取得")]
    pub reason: String,
}

/// Which approvals.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ApprovalFilter {
    /// In one of these states.
    #[serde(default)]
    pub state: Vec<ApprovalState>,
    /// Of records of this kind.
    #[validate(length(max = 40))]
    #[param(max_length = 40, example = "client-loan")]
    pub subject_kind: Option<String>,
    /// Of this record.
    pub subject_id: Option<Uuid>,
    /// Requested by this person.
    pub requested_by: Option<PersonId>,
}

/// Which tasks.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TaskFilter {
    /// In one of these states; OPEN where none is given.
    #[serde(default)]
    pub state: Vec<TaskState>,
    /// About records of this kind.
    #[validate(length(max = 40))]
    #[param(max_length = 40, example = "client-loan")]
    pub subject_kind: Option<String>,
    /// Whose term has passed.
    pub overdue: Option<bool>,
}
