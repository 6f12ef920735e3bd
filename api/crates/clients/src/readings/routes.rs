//! HTTP of the log of readings.
use super::dto::{ClientReading, ReadingFilter};
use super::list;
use crate::ReadReadings;
use actix_web::{get, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::Query;
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(list_readings);
}

/// List readings of classified files
///
/// Latest first: who opened, took papers of, exported or extracted which file, or looked it up in the
/// trail, at which level, and through what. One line stands for a person's readings of a file in one way
/// within half an hour. Files within reach and clearance, and those destroyed whose certificates are.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_readings",
    params(ReadingFilter, PageParams),
    responses((status = 200, description = "A page of the log", body = Page<ClientReading>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-reading.read")), ("x-clauses" = json!(["A-SEC-10", "B-SEC-06"]))),
)]
#[get("/client-readings")]
async fn list_readings(
    app: Data<App>,
    actor: Allowed<ReadReadings>,
    filter: Query<ReadingFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<ClientReading>>> {
    list::list(&app, &actor, &filter, &paging).await
}
