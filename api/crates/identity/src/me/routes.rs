//! `/me`: everybody's own business, also of who must still choose a password.
use super::dto::{ChangePassword, Me, MeInput, MyPermissions, Session};
use super::{change_password, profile, sessions};
use crate::authenticator::Authenticator;
use crate::ids::SessionId;
use crate::member::InPerson;
use actix_web::{get, patch, post, web::Data};
use kernel::access::SignedIn;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Valid};
use kernel::http::patch::Patch;
use kernel::http::reply::{Items, Nothing, Reply};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(get_me)
        .service(update_me)
        .service(get_my_permissions)
        .service(change_my_password)
        .service(list_my_sessions)
        .service(end_my_other_sessions)
        .service(end_my_session);
}

/// Read the own profile
///
/// Who the caller is, where they work, and the roles they hold.
#[utoipa::path(
    tag = "me", operation_id = "get_me",
    responses((status = 200, description = "The caller", body = Me)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/me")]
async fn get_me(app: Data<App>, actor: SignedIn) -> ApiResult<Reply<Me>> {
    profile::get(&app, &actor).await
}

/// Change the own profile
///
/// Contact data, language and colours; the rest is the administration's. Not with an API key.
#[utoipa::path(
    tag = "me", operation_id = "update_me",
    request_body(content = Patch<MeInput>, content_type = "application/merge-patch+json"),
    responses((status = 200, description = "The caller as changed", body = Me)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[patch("/me")]
async fn update_me(
    app: Data<App>,
    actor: InPerson,
    seen: IfMatch,
    patch: Patch<MeInput>,
) -> ApiResult<Reply<Me>> {
    profile::update(&app, &actor, seen, &patch).await
}

/// List the own permissions
///
/// Each with the records it extends to, lent ones included.
#[utoipa::path(
    tag = "me", operation_id = "get_my_permissions",
    responses((status = 200, description = "What the caller may do", body = MyPermissions)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/me/permissions")]
async fn get_my_permissions(actor: SignedIn) -> ApiResult<Reply<MyPermissions>> {
    Ok(profile::permissions(&actor))
}

/// Change the own password
///
/// Ends all other sessions. Not with an API key; wrong current passwords make further ones wait.
#[utoipa::path(
    tag = "me", operation_id = "change_my_password",
    request_body = ChangePassword,
    responses((status = 204, description = "Changed")),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[post("/me/actions/change-password")]
async fn change_my_password(
    app: Data<App>,
    authenticator: Data<Authenticator>,
    actor: InPerson,
    Valid(input): Valid<ChangePassword>,
) -> ApiResult<Nothing> {
    change_password::change_password(&app, &authenticator, &actor, input).await
}

/// List the own sessions
///
/// The devices that are signed in, the latest first.
#[utoipa::path(
    tag = "me", operation_id = "list_my_sessions",
    responses((status = 200, description = "The sessions", body = Items<Session>)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/me/sessions")]
async fn list_my_sessions(app: Data<App>, actor: SignedIn) -> ApiResult<Reply<Items<Session>>> {
    sessions::list(&app, &actor).await
}

/// End all other sessions
///
/// All but the one the request comes from. Not with an API key.
#[utoipa::path(
    tag = "me", operation_id = "end_my_other_sessions",
    responses((status = 204, description = "No other session is left")),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[post("/me/sessions/actions/end-others")]
async fn end_my_other_sessions(app: Data<App>, actor: InPerson) -> ApiResult<Nothing> {
    sessions::end_others(&app, &actor).await
}

/// End a session
///
/// One of the caller's own, the present one included. Not with an API key.
#[utoipa::path(
    tag = "me", operation_id = "end_my_session",
    params(("id" = SessionId, Path, description = "The session")),
    responses((status = 204, description = "Ended")),
    extensions(("x-permission" = json!("signed-in")), ("x-unversioned" = json!(true))),
)]
#[post("/me/sessions/{id}/actions/end")]
async fn end_my_session(
    app: Data<App>,
    actor: InPerson,
    id: Param<SessionId>,
) -> ApiResult<Nothing> {
    sessions::end(&app, &actor, *id).await
}
