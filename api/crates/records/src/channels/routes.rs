//! `/me/notification-settings`.
use super::dto::{NotificationSettings, NotificationSettingsInput};
use super::{get, update};
use crate::Wiring;
use actix_web::{get, patch, web::Data};
use identity::{InPerson, Member};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(get_notification_settings).service(update_notification_settings);
}

/// Read how the caller is told
///
/// What is mailed and when, for every kind of notice. In the application everything is told.
#[utoipa::path(
    tag = "desk", operation_id = "get_notification_settings",
    responses((status = 200, description = "The channels", body = NotificationSettings)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/me/notification-settings")]
async fn get_notification_settings(
    app: Data<App>,
    wiring: Data<Wiring>,
    actor: Member,
) -> ApiResult<Reply<NotificationSettings>> {
    get::get(&app, &wiring, &actor).await
}

/// Choose how to be told
///
/// Escalations, and what concerns one's access, are mailed at once whatever is chosen. Not with an API
/// key.
#[utoipa::path(
    tag = "desk", operation_id = "update_notification_settings",
    request_body(content = Patch<NotificationSettingsInput>, content_type = "application/merge-patch+json"),
    responses((status = 200, description = "The channels as chosen", body = NotificationSettings)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[patch("/me/notification-settings")]
async fn update_notification_settings(
    app: Data<App>,
    wiring: Data<Wiring>,
    actor: InPerson,
    seen: IfMatch,
    patch: Patch<NotificationSettingsInput>,
) -> ApiResult<Reply<NotificationSettings>> {
    update::update(&app, &wiring, &actor, seen, &patch).await
}
