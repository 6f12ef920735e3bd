//! HTTP of the supervision of the archive.
use super::dto::Oversight;
use super::overview;
use crate::ReadOversight;
use actix_web::{get, web::Data};
use handbook::Handbook;
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(get_oversight);
}

/// Supervise the archive
///
/// The files that the caller may see, owner by owner: how complete they are, what is overdue, what
/// waits to be keyed in, which instructions are open; and the handbook's rules for the archive with
/// the files that do not meet them now. Every figure has the query that opens its files.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_oversight",
    responses((status = 200, description = "The state of the archive", body = Oversight)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-oversight.read")), ("x-clauses" = json!(["A-CLI-04", "A-CLI-15", "B-CRM-13"]))),
)]
#[get("/client-oversight")]
async fn get_oversight(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadOversight>,
) -> ApiResult<Reply<Oversight>> {
    overview::overview(&app, &handbook, &actor).await
}
