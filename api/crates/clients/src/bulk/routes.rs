//! HTTP of bulk actions.
use super::dto::BulkRequest;
use super::start;
use crate::BulkClients;
use crate::importing::dto::StartedJob;
use actix_web::{post, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::Valid;
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(act_on_clients);
}

/// Act on many client files
///
/// Each file is judged on its own, by the rules and rights that hold for the action on a single
/// file, as it is at that moment; what was refused and why stands at `/jobs/{id}/rows`. Up to 5,000
/// files, chosen when the action is asked for.
#[utoipa::path(
    tag = "clients", operation_id = "bulk_clients",
    request_body = BulkRequest,
    responses((status = 202, description = "The job that acts", body = StartedJob)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.bulk")), ("x-clauses" = json!(["A-CLI-10", "A-CLI-29", "B-CRM-05"]))),
)]
#[post("/clients/actions/bulk")]
async fn act_on_clients(
    app: Data<App>,
    actor: Allowed<BulkClients>,
    Valid(request): Valid<BulkRequest>,
) -> ApiResult<Reply<StartedJob>> {
    start::start(&app, &actor, request).await
}
