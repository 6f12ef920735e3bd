//! HTTP of extracts for market analysis.
use super::dto::{Extract, TakeExtract};
use super::{get, list, take};
use crate::{ExtractId, TakeMarketExtracts};
use actix_web::{HttpResponse, get, http::header, post, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::{Param, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_extracts)
        .service(take_extract)
        .service(get_extract)
        .service(get_extract_content);
}

/// List extracts for market analysis
///
/// The register, newest first: who took how many files when, and what for.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_market_extracts",
    params(PageParams),
    responses((status = 200, description = "A page of the register", body = Page<Extract>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-market.extract")), ("x-clauses" = json!(["A-CLI-03"]))),
)]
#[get("/client-market-extracts")]
async fn list_extracts(
    app: Data<App>,
    actor: Allowed<TakeMarketExtracts>,
    paging: Paging,
) -> ApiResult<Reply<Page<Extract>>> {
    list::list(&app, &actor, &paging).await
}

/// Take an extract for market analysis
///
/// The second copy of the basic archive: structured fields of the institutions within reach and
/// clearance, without personal data and free texts. It is kept as it was taken and never changes.
///
/// An extract is for the company's own use: what goes to anybody outside goes through a disclosure
/// (`POST /client-disclosures`, B-SEC-07).
#[utoipa::path(
    tag = "clients", operation_id = "take_client_market_extract",
    request_body = TakeExtract,
    responses((status = 201, description = "The extract in the register", body = Extract)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-market.extract")), ("x-clauses" = json!(["A-CLI-03", "A-CLI-28"]))),
)]
#[post("/client-market-extracts")]
async fn take_extract(
    app: Data<App>,
    actor: Allowed<TakeMarketExtracts>,
    Valid(input): Valid<TakeExtract>,
) -> ApiResult<Reply<Extract>> {
    take::take(&app, &actor, input).await
}

/// Read an extract of the register
///
/// What is in it, and the hash of its bytes.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_market_extract",
    params(("id" = ExtractId, Path, description = "The extract")),
    responses((status = 200, description = "The extract", body = Extract)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-market.extract")), ("x-clauses" = json!(["A-CLI-03"]))),
)]
#[get("/client-market-extracts/{id}")]
async fn get_extract(
    app: Data<App>,
    actor: Allowed<TakeMarketExtracts>,
    id: Param<ExtractId>,
) -> ApiResult<Reply<Extract>> {
    get::get(&app, &actor, *id).await
}

/// Download an extract
///
/// The bytes as they were taken, checked against their hash. Each download is recorded.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_market_extract_content",
    params(("id" = ExtractId, Path, description = "The extract")),
    responses(
        (status = 200, description = "The table", content((String = "text/csv"))),
        (status = 410, description = "A file in it was destroyed, and its contents with it (`EXTRACT_DESTROYED`)",
            content((kernel::http::problem::Problem = "application/problem+json"))),
    ),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-market.extract")), ("x-clauses" = json!(["A-CLI-03", "A-BOR-06"]))),
)]
#[get("/client-market-extracts/{id}/content")]
async fn get_extract_content(
    app: Data<App>,
    actor: Allowed<TakeMarketExtracts>,
    id: Param<ExtractId>,
) -> ApiResult<HttpResponse> {
    let bytes = get::content(&app, &actor, *id).await?;
    let name = format!("attachment; filename=\"market-{}.csv\"", *id);
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(bytes))
}
