//! What is asked and found.
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// What somebody typed.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SearchFilter {
    /// Characters, pinyin or its initials, a number; blank finds nothing.
    #[param(max_length = 100, example = "hdjx")]
    #[validate(length(max = 100), custom(function = "crate::plain::one_line"))]
    pub q: String,
    /// Hits of all kinds together, 1 to 50.
    #[param(minimum = 1, maximum = 50, default = 20)]
    #[validate(range(min = 1, max = 50))]
    pub limit: Option<u64>,
}

/// A record that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Hit {
    #[schema(example = "client")]
    pub r#type: &'static str,
    /// Of the record; a rule's is its number.
    pub id: String,
    #[schema(example = "KH-20261122-0007")]
    pub number: Option<String>,
    #[schema(example = "恒达机械有限公司")]
    pub title: String,
    /// What tells it from its namesakes.
    #[schema(example = "江苏 苏州 · 通用设备制造业")]
    pub subtitle: Option<String>,
}
