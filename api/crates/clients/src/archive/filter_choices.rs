//! Choices of the filters that no column holds as such.
use super::entity::Column;
use sea_orm::{ColumnTrait, sea_query::SimpleExpr};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A field that may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Blank {
    Industry,
    Region,
    Department,
    Employees,
    /// Nothing of investment, plans and preferences.
    Demand,
}

impl Blank {
    #[must_use]
    pub(super) fn condition(self) -> SimpleExpr {
        match self {
            Self::Industry => Column::Industry.is_null(),
            Self::Region => Column::Region.is_null(),
            Self::Department => Column::DepartmentId.is_null(),
            Self::Employees => Column::Employees.is_null(),
            Self::Demand => Column::Demand.not_like(Surveyed::ANYTHING),
        }
    }
}

/// What a survey of a client finds out about its demand (A-CLI-24, A-CLI-26).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Surveyed {
    InvestmentScale,
    PlanMedium,
    PlanLong,
    Preferences,
}

impl Surveyed {
    /// Some field of the section holds a text: quotes within a text are escaped, so that only a
    /// field's own look so.
    const ANYTHING: &str = r#"%":"%"#;

    /// The section as it is stored when this is written.
    #[must_use]
    pub const fn stored(self) -> &'static str {
        match self {
            Self::InvestmentScale => r#"%"investment_scale":"%"#,
            Self::PlanMedium => r#"%"plan_medium":"%"#,
            Self::PlanLong => r#"%"plan_long":"%"#,
            Self::Preferences => r#"%"preferences":"%"#,
        }
    }
}

/// A step between two states (A-CLI-29, A-CLI-30).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Move {
    /// A potential client is in the making.
    Advanced,
    /// A client in the making has become one.
    Won,
    /// A client is only in the making again.
    Lost,
    /// A client in the making is only a potential one again.
    Dropped,
}

impl Move {
    /// As the trail tells it.
    pub(super) const fn told(self) -> &'static str {
        match self {
            Self::Advanced => r#"%"state":["POTENTIAL","IN_THE_MAKING"]%"#,
            Self::Won => r#"%"state":["IN_THE_MAKING","EXISTING"]%"#,
            Self::Lost => r#"%"state":["EXISTING","IN_THE_MAKING"]%"#,
            Self::Dropped => r#"%"state":["IN_THE_MAKING","POTENTIAL"]%"#,
        }
    }
}
