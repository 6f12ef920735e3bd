//! A flow as data: when it applies, and its steps.
use kernel::choice;
use kernel::ids::PersonId;
use kernel::lang::Text;
use kernel::money::Amount;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

choice! {
    /// Who a step names.
    ApproverKind {
        /// Holders of a role.
        Role = "角色", "角色", "holders of a role";
        /// The superior of whoever requests it, or theirs, `levels` up.
        Superior = "申请人的上级", "申請人的上級", "superior of the requester";
        /// Who leads the department of whoever requests it; their own requests go one department up.
        DepartmentHead = "申请人的部门负责人", "申請人的部門負責人", "head of the requester's department";
        /// These people.
        People = "指定人员", "指定人員", "named people";
    }
}

choice! {
    /// Holders of a role where.
    Within {
        Anywhere = "全公司", "全公司", "anywhere";
        /// In the department of whoever requests it, or in one above.
        Department = "申请人的部门及上级部门", "申請人的部門及上級部門", "the requester's department or one above";
        Site = "申请人的网点", "申請人的據點", "the requester's site";
    }
}

choice! {
    Mode {
        /// One of them decides.
        Any = "任一人", "任一人", "any one";
        /// Every one of them has to agree.
        All = "全部", "全部", "all of them";
    }
}

const fn anywhere() -> Within {
    Within::Anywhere
}

const fn one_level() -> u8 {
    1
}

/// Who decides in a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Approver {
    pub by: ApproverKind,
    /// Code of the role, for ROLE.
    #[serde(default)]
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    pub role: Option<String>,
    #[serde(default = "anywhere")]
    pub within: Within,
    /// How far up, for SUPERIOR.
    #[serde(default = "one_level")]
    #[validate(range(min = 1, max = 5))]
    #[schema(minimum = 1, maximum = 5)]
    pub levels: u8,
    /// For PEOPLE.
    #[serde(default)]
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub people: Vec<PersonId>,
}

impl Approver {
    #[must_use]
    pub fn role(code: &str) -> Self {
        Self { role: Some(code.to_owned()), ..Self::of(ApproverKind::Role) }
    }

    #[must_use]
    pub const fn of(by: ApproverKind) -> Self {
        Self { by, role: None, within: anywhere(), levels: one_level(), people: vec![] }
    }
}

/// What has to hold of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Name of the fact: see `GET /approval-subjects`.
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40, example = "kind")]
    pub fact: String,
    /// One of these, for a choice.
    #[serde(default)]
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub any_of: Vec<String>,
    /// At least, for an amount.
    #[serde(default)]
    pub min: Option<Amount>,
    /// Less than, for an amount.
    #[serde(default)]
    pub below: Option<Amount>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ApprovalStep)]
pub struct Step {
    /// `department-head`, unique in the flow.
    #[validate(custom(function = "key"))]
    #[schema(pattern = "^[a-z][a-z0-9-]{0,39}$", example = "department-head")]
    pub key: String,
    #[validate(length(min = 1, max = 60), custom(function = "kernel::checks::line"))]
    #[schema(min_length = 1, max_length = 60, example = "部门经理签字")]
    pub name: String,
    #[validate(nested)]
    pub approver: Approver,
    pub mode: Mode,
    /// Open together with the step before it, not after it.
    #[serde(default)]
    pub together: bool,
    /// Term in minutes of working time.
    #[serde(default)]
    #[validate(range(min = 1, max = 100_000))]
    #[schema(minimum = 1, maximum = 100_000, example = 480)]
    pub due_minutes: Option<u32>,
    /// Keys of steps: who decided there does not decide here.
    #[serde(default)]
    #[validate(length(max = 20))]
    #[schema(max_items = 20)]
    pub excludes: Vec<String>,
    /// Left out where one of these does not hold.
    #[serde(default)]
    #[validate(length(max = 10), nested)]
    #[schema(max_items = 10)]
    pub conditions: Vec<Condition>,
    /// Rules of the handbook that ask for it.
    #[serde(default)]
    #[validate(length(max = 20))]
    #[schema(max_items = 20)]
    pub clauses: Vec<String>,
}

impl Step {
    /// As most steps of the handbook are: any one of those whom it names decides, after the step before.
    #[must_use]
    pub fn of(key: &str, name: &str, approver: Approver, clauses: &[&str]) -> Self {
        Self {
            key: key.to_owned(),
            name: name.to_owned(),
            approver,
            mode: Mode::Any,
            together: false,
            due_minutes: None,
            excludes: vec![],
            conditions: vec![],
            clauses: clauses.iter().map(|id| (*id).to_owned()).collect(),
        }
    }
}

/// A flow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ApprovalFlowDefinition)]
pub struct Definition {
    #[validate(length(min = 1, max = 60), custom(function = "kernel::checks::line"))]
    #[schema(min_length = 1, max_length = 60, example = "客户档案借阅")]
    pub name: String,
    /// Out of use: records take the next flow that applies.
    pub enabled: bool,
    /// Of several flows that apply, the one with the lowest counts.
    #[validate(range(min = 0, max = 1000))]
    #[schema(minimum = 0, maximum = 1000, example = 50)]
    pub priority: i32,
    /// Applies where all of these hold.
    #[serde(default)]
    #[validate(length(max = 10), nested)]
    #[schema(max_items = 10)]
    pub conditions: Vec<Condition>,
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(min_items = 1, max_items = 20)]
    pub steps: Vec<Step>,
}

/// `^[a-z][a-z0-9-]{0,39}$`.
pub fn key(text: &str) -> Result<(), validator::ValidationError> {
    let begins = text.chars().next().is_some_and(|c| c.is_ascii_lowercase());
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if begins && text.len() <= 40 && text.chars().all(allowed) {
        Ok(())
    } else {
        Err(validator::ValidationError::new("FORMAT"))
    }
}
