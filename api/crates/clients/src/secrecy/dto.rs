//! Requests and answers about the undertaking.
use super::rules::Standing;
use crate::AcknowledgementId;
use crate::checks;
use crate::names::Ref;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::http::reply::Answer;
use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// What the caller is to sign, and where they stand with it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Undertaking {
    /// In the words of the handbook.
    pub text: String,
    /// How often the company has set the text; 0: the handbook's own.
    pub text_version: i64,
    /// For how many months a signature holds.
    pub valid_months: i64,
    pub standing: Standing,
    /// The caller holds rights that rest until it is signed.
    pub required: bool,
    /// What is typed in confirmation: the caller's name.
    #[schema(example = "林晓梅")]
    pub name: String,
    pub acknowledged_at: Option<DateTime<Utc>>,
    /// The last day on which the latest signature holds.
    pub valid_until: Option<NaiveDate>,
}

impl Answer for Undertaking {}

/// Sign the undertaking (A-CLI-18).
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcknowledgeSecrecy {
    /// The version of the text that was read.
    #[validate(range(min = 0))]
    #[schema(minimum = 0)]
    pub text_version: i64,
    /// One's own name, typed.
    #[validate(length(min = 1, max = 100), custom(function = "checks::line"))]
    #[schema(min_length = 1, max_length = 100, example = "林晓梅")]
    pub confirmation: String,
}

/// What somebody signed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SecrecyAcknowledgement)]
pub struct Acknowledgement {
    pub id: AcknowledgementId,
    pub person: Ref,
    pub text_version: i64,
    /// The text as it was then.
    pub text: String,
    /// SHA-256 of the text, in hex.
    pub text_sha256: String,
    /// What was typed.
    pub confirmation: String,
    pub acknowledged_at: DateTime<Utc>,
    /// The last day on which it holds.
    pub valid_until: NaiveDate,
}

impl Answer for Acknowledgement {
    fn location(&self) -> Option<String> {
        Some("/me/secrecy-acknowledgements".to_owned())
    }
}

/// Whose.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AcknowledgementFilter {
    /// Signed by this person.
    pub person_id: Option<PersonId>,
}

/// Who is asked about.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct StandingFilter {
    /// Standing so.
    #[serde(default)]
    pub standing: Vec<Standing>,
    /// Those who hold a right over client information, or those who hold none.
    pub bound: Option<bool>,
}

/// Where somebody stands with the undertaking.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SecrecyStandingOfPerson)]
pub struct PersonStanding {
    pub person: Ref,
    pub department: Option<Ref>,
    /// Holds a right over client information, which rests without it.
    pub bound: bool,
    pub standing: Standing,
    pub acknowledged_at: Option<DateTime<Utc>>,
    pub valid_until: Option<NaiveDate>,
}
