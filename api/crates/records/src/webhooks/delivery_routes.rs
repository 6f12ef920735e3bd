//! `/webhooks/{id}/deliveries`: what went to a webhook.
use super::dto::{DeliveryFilter, WebhookDelivery};
use super::manager::Manager;
use super::{WebhookDeliveryId, WebhookId, deliveries, redeliver};
use actix_web::{get, post, web::Data};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::{Param, Query};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(list_webhook_deliveries).service(redeliver_webhook_delivery);
}

/// List deliveries of a webhook
///
/// Newest first, to its owner alone; settled ones are kept for 30 days. Of an answer its status is kept,
/// and nothing else.
#[utoipa::path(
    tag = "webhooks", operation_id = "list_webhook_deliveries",
    params(
        ("id" = WebhookId, Path, description = "The webhook"),
        DeliveryFilter,
        PageParams,
    ),
    responses((status = 200, description = "A page of deliveries", body = Page<WebhookDelivery>)),
    extensions(("x-permission" = json!("webhook.manage"))),
)]
#[get("/webhooks/{id}/deliveries")]
async fn list_webhook_deliveries(
    app: Data<App>,
    actor: Manager,
    id: Param<WebhookId>,
    filter: Query<DeliveryFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<WebhookDelivery>>> {
    deliveries::list(&app, &actor, id.0, &filter, &paging).await
}

/// Send a delivery once more
///
/// Whatever became of it, with the same `webhook-id`; later ones about the same record wait for it. It is
/// sent as its event reads now, if the owner may still see what it is about.
#[utoipa::path(
    tag = "webhooks", operation_id = "redeliver_webhook_delivery",
    params(
        ("id" = WebhookId, Path, description = "The webhook"),
        ("delivery_id" = WebhookDeliveryId, Path, description = "The delivery"),
    ),
    responses((status = 200, description = "The delivery, on its way again", body = WebhookDelivery)),
    extensions(("x-permission" = json!("webhook.manage")), ("x-unversioned" = json!(true))),
)]
#[post("/webhooks/{id}/deliveries/{delivery_id}/actions/redeliver")]
async fn redeliver_webhook_delivery(
    app: Data<App>,
    actor: Manager,
    ids: Param<(WebhookId, WebhookDeliveryId)>,
) -> ApiResult<Reply<WebhookDelivery>> {
    redeliver::redeliver(&app, &actor, ids.0.0, ids.1.0).await
}
