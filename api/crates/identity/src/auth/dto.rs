//! What goes through the door.
use crate::checks;
use crate::ids::SessionId;
use kernel::http::reply::Answer;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// A login and its password.
#[derive(Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Case makes no difference.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100, example = "zhang.wei")]
    pub login: String,
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, format = Password)]
    pub password: String,
}

/// The first administrator of an empty installation.
#[derive(Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// From the link that the first start printed.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    pub token: String,
    #[validate(custom(function = "checks::login"))]
    #[schema(
        min_length = 2,
        max_length = 64,
        pattern = "^[A-Za-z0-9][A-Za-z0-9._@-]*$",
        example = "zhang.wei"
    )]
    pub login: String,
    #[validate(length(min = 1, max = 100), custom(function = "checks::line"))]
    #[schema(min_length = 1, max_length = 100, example = "张伟")]
    pub name: String,
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, format = Password)]
    pub password: String,
}

/// An access token; the refresh token travels in its cookie.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccessToken {
    /// For the `Authorization` header.
    pub access_token: String,
    #[schema(example = "Bearer")]
    pub token_type: &'static str,
    #[schema(example = 900)]
    pub expires_in_seconds: u32,
    pub session_id: SessionId,
    /// Everything but the own profile and password is refused until it has been changed.
    pub password_change_required: bool,
}

impl Answer for AccessToken {}
