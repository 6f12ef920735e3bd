//! Qualifications as they travel.
use super::entity::Model;
use super::kinds::QualificationKind;
use super::rules::{self, Validity};
use crate::archive::input::tidied;
use crate::checks;
use crate::hanging::Removed;
use crate::names::Ref;
use crate::{ClientId, QualificationId};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::error::ApiResult;
use kernel::http::{input::check, reply::Answer, shown::AllowedAction};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// A licence or certificate of the client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QualificationInput {
    pub kind: QualificationKind,
    #[validate(length(min = 1, max = 100), custom(function = "checks::line"))]
    #[schema(min_length = 1, max_length = 100, example = "危险化学品经营许可证")]
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 60), custom(function = "checks::blank_line"))]
    #[schema(max_length = 60, example = "川蓉危化经字〔2024〕00127")]
    pub number: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 100), custom(function = "checks::blank_line"))]
    #[schema(max_length = 100, example = "成都市应急管理局")]
    pub issued_by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = "crate::hanging::plausible"))]
    pub valid_from: Option<NaiveDate>,
    /// The last day; absent where it has no term. Not before `valid_from`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = "crate::hanging::plausible"))]
    pub valid_until: Option<NaiveDate>,
}

impl QualificationInput {
    /// In the spelling that is kept: trimmed, blank as absent.
    pub fn tidied(&self) -> ApiResult<Self> {
        let tidy = tidied(self)?;
        check(&tidy)?;
        rules::term(tidy.valid_from, tidy.valid_until)?;
        Ok(tidy)
    }
}

impl From<&Model> for QualificationInput {
    fn from(row: &Model) -> Self {
        Self {
            kind: row.kind,
            name: row.name.clone(),
            number: row.number.clone(),
            issued_by: row.issued_by.clone(),
            valid_from: row.valid_from,
            valid_until: row.valid_until,
        }
    }
}

/// A licence or certificate of the client.
#[derive(Debug, Serialize, ToSchema)]
pub struct Qualification {
    pub id: QualificationId,
    pub client_id: ClientId,
    pub kind: QualificationKind,
    pub name: String,
    pub number: Option<String>,
    pub issued_by: Option<String>,
    pub valid_from: Option<NaiveDate>,
    pub valid_until: Option<NaiveDate>,
    /// As of today where the company is.
    pub validity: Validity,
    /// Until the last day, negative after it; null without a term.
    #[schema(example = 27)]
    pub days_left: Option<i64>,
    pub created_at: DateTime<Utc>,
    pub created_by: Ref,
    pub updated_at: DateTime<Utc>,
    /// Null while it is in place.
    pub removed: Option<Removed>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Qualification {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/clients/{}/qualifications/{}", self.client_id, self.id))
    }
}

#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct QualificationFilter {
    /// Repeat for several.
    #[serde(default)]
    pub kind: Vec<QualificationKind>,
    /// Those that end before this day.
    pub valid_until_before: Option<NaiveDate>,
    /// Also those that were taken out.
    pub include_removed: Option<bool>,
}
