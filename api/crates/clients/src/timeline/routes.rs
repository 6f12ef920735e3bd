//! `/clients/{id}/timeline`.
use super::dto::{TimelineFilter, TimelineItem};
use super::list;
use crate::{ClientId, ReadClients};
use actix_web::{get, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::{Param, Query};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

/// Read the timeline of a client
///
/// Changes, interactions, comments and attachments of a file and of those merged into it, latest
/// first. Personal data are masked for those without `client-personal.read` over the file.
#[utoipa::path(
    tag = "clients", operation_id = "list_timeline",
    params(("id" = ClientId, Path, description = "The file"), TimelineFilter, PageParams),
    responses((status = 200, description = "A page of what happened", body = Page<TimelineItem>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(
        ("x-permission" = json!("client.read")), ("x-also-needs" = json!(["client-personal.read"])),
        ("x-clauses" = json!(["A-CLI-22", "A-CLI-28"])),
    ),
)]
#[get("/clients/{id}/timeline")]
async fn list_timeline(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    filter: Query<TimelineFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<TimelineItem>>> {
    list::list(&app, &actor, *id, &filter, &paging).await
}

pub fn configure(config: &mut ServiceConfig) {
    config.service(list_timeline);
}
