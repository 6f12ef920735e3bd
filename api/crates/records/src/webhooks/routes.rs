//! `/webhooks`: what happens, sent to addresses of integrators.
use super::dto::{Webhook, WebhookFilter, WebhookInput};
use super::manager::Manager;
use super::{
    WebhookId, create, delete, delivery_routes, list, pause, resume, rotate, test, update,
};
use actix_web::{delete, get, patch, post, web::Data};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::patch::Patch;
use kernel::http::reply::{Nothing, Reply};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_webhooks)
        .service(create_webhook)
        .service(get_webhook)
        .service(update_webhook)
        .service(delete_webhook)
        .service(pause_webhook)
        .service(resume_webhook)
        .service(rotate_webhook_secret)
        .service(test_webhook);
    delivery_routes::configure(config);
}

/// List webhooks
///
/// Of the people within the caller's reach, newest first. Where one of somebody else's leads and what it
/// asks for is its owner's alone.
#[utoipa::path(
    tag = "webhooks", operation_id = "list_webhooks",
    params(WebhookFilter, PageParams),
    responses((status = 200, description = "A page of webhooks", body = Page<Webhook>)),
    extensions(("x-permission" = json!("webhook.manage"))),
)]
#[get("/webhooks")]
async fn list_webhooks(
    app: Data<App>,
    actor: Manager,
    filter: Query<WebhookFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<Webhook>>> {
    list::list(&app, &actor, &filter, &paging).await
}

/// Make a webhook
///
/// From now on it is sent what the caller may receive (as in the list of events), as far as it asks for
/// it: signed by the Standard Webhooks scheme, each event at least once, in order for each record,
/// tried again for three days. The secret is shown this once. In person: a key makes no webhooks.
#[utoipa::path(
    tag = "webhooks", operation_id = "create_webhook",
    request_body = WebhookInput,
    responses((status = 201, description = "The new webhook with its secret", body = Webhook)),
    extensions(("x-permission" = json!("webhook.manage"))),
)]
#[post("/webhooks")]
async fn create_webhook(
    app: Data<App>,
    actor: Manager,
    Valid(input): Valid<WebhookInput>,
) -> ApiResult<Reply<Webhook>> {
    create::create(&app, &actor, input).await
}

/// Read a webhook
///
/// Without its secret.
#[utoipa::path(
    tag = "webhooks", operation_id = "get_webhook",
    params(("id" = WebhookId, Path, description = "The webhook")),
    responses((status = 200, description = "The webhook", body = Webhook)),
    extensions(("x-permission" = json!("webhook.manage"))),
)]
#[get("/webhooks/{id}")]
async fn get_webhook(
    app: Data<App>,
    actor: Manager,
    id: Param<WebhookId>,
) -> ApiResult<Reply<Webhook>> {
    list::get(&app, &actor, id.0).await
}

/// Change a webhook
///
/// Its name, where it leads, what it asks for; its owner alone. What waits is sent to the new address.
#[utoipa::path(
    tag = "webhooks", operation_id = "update_webhook",
    params(("id" = WebhookId, Path, description = "The webhook")),
    request_body = Patch<WebhookInput>,
    responses((status = 200, description = "The webhook", body = Webhook)),
    extensions(("x-permission" = json!("webhook.manage"))),
)]
#[patch("/webhooks/{id}")]
async fn update_webhook(
    app: Data<App>,
    actor: Manager,
    id: Param<WebhookId>,
    seen: IfMatch,
    patch: Patch<WebhookInput>,
) -> ApiResult<Reply<Webhook>> {
    update::update(&app, &actor, id.0, seen, patch).await
}

/// Delete a webhook
///
/// With everything that waits for it.
#[utoipa::path(
    tag = "webhooks", operation_id = "delete_webhook",
    params(("id" = WebhookId, Path, description = "The webhook")),
    responses((status = 204, description = "Gone")),
    extensions(("x-permission" = json!("webhook.manage"))),
)]
#[delete("/webhooks/{id}")]
async fn delete_webhook(
    app: Data<App>,
    actor: Manager,
    id: Param<WebhookId>,
    seen: IfMatch,
) -> ApiResult<Nothing> {
    delete::delete(&app, &actor, id.0, seen).await
}

/// Pause a webhook
///
/// What happens meanwhile is never sent to it; what waits goes on when it is resumed.
#[utoipa::path(
    tag = "webhooks", operation_id = "pause_webhook",
    params(("id" = WebhookId, Path, description = "The webhook")),
    responses((status = 200, description = "The paused webhook", body = Webhook)),
    extensions(("x-permission" = json!("webhook.manage"))),
)]
#[post("/webhooks/{id}/actions/pause")]
async fn pause_webhook(
    app: Data<App>,
    actor: Manager,
    id: Param<WebhookId>,
    seen: IfMatch,
) -> ApiResult<Reply<Webhook>> {
    pause::pause(&app, &actor, id.0, seen).await
}

/// Resume a webhook
///
/// Whether it was paused or disabled: from now on it is sent what happens, and what waited goes on. What
/// happened in between is read from the list of events.
#[utoipa::path(
    tag = "webhooks", operation_id = "resume_webhook",
    params(("id" = WebhookId, Path, description = "The webhook")),
    responses((status = 200, description = "The active webhook", body = Webhook)),
    extensions(("x-permission" = json!("webhook.manage"))),
)]
#[post("/webhooks/{id}/actions/resume")]
async fn resume_webhook(
    app: Data<App>,
    actor: Manager,
    id: Param<WebhookId>,
    seen: IfMatch,
) -> ApiResult<Reply<Webhook>> {
    resume::resume(&app, &actor, id.0, seen).await
}

/// Rotate a webhook's secret
///
/// The new one is shown this once. For 24 hours the one before signs beside it.
#[utoipa::path(
    tag = "webhooks", operation_id = "rotate_webhook_secret",
    params(("id" = WebhookId, Path, description = "The webhook")),
    responses((status = 200, description = "The webhook with its new secret", body = Webhook)),
    extensions(("x-permission" = json!("webhook.manage"))),
)]
#[post("/webhooks/{id}/actions/rotate-secret")]
async fn rotate_webhook_secret(
    app: Data<App>,
    actor: Manager,
    id: Param<WebhookId>,
    seen: IfMatch,
) -> ApiResult<Reply<Webhook>> {
    rotate::rotate(&app, &actor, id.0, seen).await
}

/// Test a webhook
///
/// Sends it an event `webhook.tested` of its own, whatever it asks for; its deliveries show what became
/// of it.
#[utoipa::path(
    tag = "webhooks", operation_id = "test_webhook",
    params(("id" = WebhookId, Path, description = "The webhook")),
    responses((status = 200, description = "The webhook", body = Webhook)),
    extensions(("x-permission" = json!("webhook.manage"))),
)]
#[post("/webhooks/{id}/actions/test")]
async fn test_webhook(
    app: Data<App>,
    actor: Manager,
    id: Param<WebhookId>,
    seen: IfMatch,
) -> ApiResult<Reply<Webhook>> {
    test::test(&app, &actor, id.0, seen).await
}
