//! `/auth`: public routes; what they need they carry in body or cookie.
use super::cookie::{Keeping, Leaving, RefreshToken};
use super::dto::{AccessToken, Setup, SignIn};
use super::origin::OwnOrigin;
use super::{refresh, setup, sign_in, sign_out};
use crate::authenticator::Authenticator;
use actix_web::{post, web::Data};
use kernel::access::Anyone;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::Valid;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(sign_in_).service(refresh_).service(sign_out_).service(setup_);
}

/// Sign in
///
/// Answers an access token and sets the refresh token as a cookie. Unknown login, disabled person
/// and wrong password look alike. Repeated failures make further attempts wait (429).
#[utoipa::path(
    tag = "auth", operation_id = "sign_in",
    request_body = SignIn,
    responses((status = 200, description = "Signed in", body = AccessToken)),
    security(()),
    extensions(("x-permission" = json!("public"))),
)]
#[post("/auth/sign-in")]
async fn sign_in_(
    app: Data<App>,
    authenticator: Data<Authenticator>,
    anyone: Anyone,
    _own: OwnOrigin,
    device: RefreshToken,
    Valid(input): Valid<SignIn>,
) -> ApiResult<Keeping<AccessToken>> {
    sign_in::sign_in(&app, &authenticator, &anyone.0, device.0.as_deref(), input).await
}

/// Refresh the access token
///
/// Takes the refresh token from its cookie and replaces it. Presenting a token that was replaced
/// ends the session, unless its successor is unused and 30 seconds have not passed: then the answer
/// was lost, and the same successor is answered again.
#[utoipa::path(
    tag = "auth", operation_id = "refresh_session",
    responses((status = 200, description = "A new access token", body = AccessToken)),
    security(()),
    extensions(("x-permission" = json!("public"))),
)]
#[post("/auth/refresh")]
async fn refresh_(
    app: Data<App>,
    authenticator: Data<Authenticator>,
    anyone: Anyone,
    _own: OwnOrigin,
    token: RefreshToken,
) -> ApiResult<Keeping<AccessToken>> {
    refresh::refresh(&app, &authenticator, &anyone.0, token.0).await
}

/// Sign out
///
/// Ends the session of the refresh cookie and takes the cookie away; there may be none to end.
#[utoipa::path(
    tag = "auth", operation_id = "sign_out",
    responses((status = 204, description = "Signed out")),
    security(()),
    extensions(("x-permission" = json!("public"))),
)]
#[post("/auth/sign-out")]
async fn sign_out_(
    app: Data<App>,
    authenticator: Data<Authenticator>,
    anyone: Anyone,
    _own: OwnOrigin,
    token: RefreshToken,
) -> ApiResult<Leaving> {
    sign_out::sign_out(&app, &authenticator, &anyone.0, token.0).await
}

/// Create the first administrator
///
/// With the one-time token that the first start of an empty installation printed.
#[utoipa::path(
    tag = "auth", operation_id = "set_up",
    request_body = Setup,
    responses((status = 200, description = "Set up and signed in", body = AccessToken)),
    security(()),
    extensions(("x-permission" = json!("public"))),
)]
#[post("/auth/setup")]
async fn setup_(
    app: Data<App>,
    authenticator: Data<Authenticator>,
    anyone: Anyone,
    _own: OwnOrigin,
    Valid(input): Valid<Setup>,
) -> ApiResult<Keeping<AccessToken>> {
    setup::set_up(&app, &authenticator, &anyone.0, input).await
}
