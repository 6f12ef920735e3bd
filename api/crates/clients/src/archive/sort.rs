//! In which order.
use super::entity::Column;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// The order of the list; `-` begins with the greatest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum ClientSort {
    #[serde(rename = "number")]
    Number,
    #[serde(rename = "-number")]
    NumberDown,
    #[serde(rename = "name")]
    Name,
    #[serde(rename = "-name")]
    NameDown,
    #[serde(rename = "updated_at")]
    UpdatedAt,
    #[default]
    #[serde(rename = "-updated_at")]
    UpdatedAtDown,
    #[serde(rename = "created_at")]
    CreatedAt,
    #[serde(rename = "-created_at")]
    CreatedAtDown,
    #[serde(rename = "completeness")]
    Completeness,
    #[serde(rename = "-completeness")]
    CompletenessDown,
    #[serde(rename = "verification_due_on")]
    VerificationDueOn,
    #[serde(rename = "-verification_due_on")]
    VerificationDueOnDown,
}

impl ClientSort {
    /// The column, and whether the greatest comes first.
    #[must_use]
    pub const fn column(self) -> (Column, bool) {
        match self {
            Self::Number => (Column::Number, false),
            Self::NumberDown => (Column::Number, true),
            Self::Name => (Column::SortKey, false),
            Self::NameDown => (Column::SortKey, true),
            Self::UpdatedAt => (Column::UpdatedAt, false),
            Self::UpdatedAtDown => (Column::UpdatedAt, true),
            Self::CreatedAt => (Column::CreatedAt, false),
            Self::CreatedAtDown => (Column::CreatedAt, true),
            Self::Completeness => (Column::Completeness, false),
            Self::CompletenessDown => (Column::Completeness, true),
            Self::VerificationDueOn => (Column::VerificationDueOn, false),
            Self::VerificationDueOnDown => (Column::VerificationDueOn, true),
        }
    }
}

/// `sort` of the list.
#[derive(Clone, Copy, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ClientOrder {
    /// Where none is named: `-updated_at`, and with `q` the files begun last first.
    #[param(inline)]
    pub sort: Option<ClientSort>,
}
