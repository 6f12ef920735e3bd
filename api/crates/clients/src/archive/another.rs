//! What the caller says where a changed file comes to look like another one (A-CLI-14).
use crate::checks;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AnotherClient {
    /// Similar files were looked at and this is another client.
    pub confirm_duplicates: Option<bool>,
    /// Why it is another client; needed with `confirm_duplicates`.
    #[validate(length(max = 500), custom(function = "checks::blank_lines"))]
    #[param(max_length = 500, example = "同一集团的另一家公司")]
    pub duplicate_reason: Option<String>,
}

impl AnotherClient {
    #[must_use]
    pub fn confirmed(&self) -> bool {
        self.confirm_duplicates.unwrap_or(false)
    }

    /// Nothing where it is blank.
    #[must_use]
    pub fn reason(&self) -> Option<String> {
        let reason = self.duplicate_reason.as_deref().map(str::trim);
        reason.filter(|reason| !reason.is_empty()).map(str::to_owned)
    }
}
