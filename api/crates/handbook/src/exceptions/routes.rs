//! HTTP of the exception register.
use super::dto::{
    DecideException, ExceptionDetail, ExceptionFilter, ExceptionRow, ExceptionTrendLine,
    RefuseException, RequestException, TrendQuery,
};
use super::{decide, list, request, trend};
use crate::obligations::Obligations;
use crate::{DecideExceptions, ExceptionId, ObligationId, ReadObligations};
use actix_web::{get, post, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::{Items, Reply};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(request_exception)
        .service(list_exceptions)
        .service(get_exception_trend)
        .service(get_exception)
        .service(approve_exception)
        .service(refuse_exception)
        .service(withdraw_exception);
}

/// Ask for an exception
///
/// Whoever has to do it asks to be let off until a day, with the reason. Somebody else decides.
#[utoipa::path(
    tag = "obligations", operation_id = "request_exception",
    params(("id" = ObligationId, Path, description = "The obligation")),
    request_body = RequestException,
    responses((status = 201, description = "The exception asked for", body = ExceptionDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("obligation.read"))),
)]
#[post("/obligations/{id}/exceptions")]
async fn request_exception(
    app: Data<App>,
    obligations: Data<Obligations>,
    actor: Allowed<ReadObligations>,
    id: Param<ObligationId>,
    Valid(input): Valid<RequestException>,
) -> ApiResult<Reply<ExceptionDetail>> {
    request::request(&app, &obligations, &actor, *id, input).await
}

/// List exceptions
///
/// The register of departures: those one asked for, those about one's own business, and those within the
/// reach of one's right; the latest first.
#[utoipa::path(
    tag = "obligations", operation_id = "list_exceptions",
    params(ExceptionFilter, PageParams),
    responses((status = 200, description = "A page of exceptions", body = Page<ExceptionRow>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("obligation.read")), ("x-also-needs" = json!(["exception.read"]))),
)]
#[get("/exceptions")]
async fn list_exceptions(
    app: Data<App>,
    obligations: Data<Obligations>,
    actor: Allowed<ReadObligations>,
    filter: Query<ExceptionFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<ExceptionRow>>> {
    list::list(&app, &obligations, &actor, &filter, &paging).await
}

/// Get the trend of exceptions
///
/// How many of each kind there were, month by month.
#[utoipa::path(
    tag = "obligations", operation_id = "get_exception_trend",
    params(TrendQuery),
    responses((status = 200, description = "The months, the latest first", body = Items<ExceptionTrendLine>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("obligation.read"))),
)]
#[get("/exceptions/trend")]
async fn get_exception_trend(
    app: Data<App>,
    obligations: Data<Obligations>,
    actor: Allowed<ReadObligations>,
    query: Query<TrendQuery>,
) -> ApiResult<Reply<Items<ExceptionTrendLine>>> {
    trend::trend(&app, &obligations, &actor, *query).await
}

/// Get an exception
///
/// With what the caller may do to it.
#[utoipa::path(
    tag = "obligations", operation_id = "get_exception",
    params(("id" = ExceptionId, Path, description = "The exception")),
    responses((status = 200, description = "The exception", body = ExceptionDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("obligation.read"))),
)]
#[get("/exceptions/{id}")]
async fn get_exception(
    app: Data<App>,
    obligations: Data<Obligations>,
    actor: Allowed<ReadObligations>,
    id: Param<ExceptionId>,
) -> ApiResult<Reply<ExceptionDetail>> {
    list::get(&app, &obligations, &actor, *id).await
}

/// Approve an exception
///
/// The obligation is not asked for until its last day. Nobody approves what they asked for, or would have
/// to do themselves.
#[utoipa::path(
    tag = "obligations", operation_id = "approve_exception",
    params(("id" = ExceptionId, Path, description = "The exception")),
    request_body = DecideException,
    responses((status = 200, description = "The exception as decided", body = ExceptionDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("exception.decide"))),
)]
#[post("/exceptions/{id}/actions/approve")]
async fn approve_exception(
    app: Data<App>,
    obligations: Data<Obligations>,
    actor: Allowed<DecideExceptions>,
    id: Param<ExceptionId>,
    seen: IfMatch,
    Valid(input): Valid<DecideException>,
) -> ApiResult<Reply<ExceptionDetail>> {
    decide::approve(&app, &obligations, &actor, (*id, seen), input).await
}

/// Refuse an exception
///
/// With the reason; the obligation is due as before.
#[utoipa::path(
    tag = "obligations", operation_id = "refuse_exception",
    params(("id" = ExceptionId, Path, description = "The exception")),
    request_body = RefuseException,
    responses((status = 200, description = "The exception as decided", body = ExceptionDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("exception.decide"))),
)]
#[post("/exceptions/{id}/actions/refuse")]
async fn refuse_exception(
    app: Data<App>,
    obligations: Data<Obligations>,
    actor: Allowed<DecideExceptions>,
    id: Param<ExceptionId>,
    seen: IfMatch,
    Valid(input): Valid<RefuseException>,
) -> ApiResult<Reply<ExceptionDetail>> {
    decide::refuse(&app, &obligations, &actor, (*id, seen), input).await
}

/// Take a request for an exception back
///
/// By whoever asked, while nobody has decided.
#[utoipa::path(
    tag = "obligations", operation_id = "withdraw_exception",
    params(("id" = ExceptionId, Path, description = "The exception")),
    responses((status = 200, description = "The exception as withdrawn", body = ExceptionDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("obligation.read"))),
)]
#[post("/exceptions/{id}/actions/withdraw")]
async fn withdraw_exception(
    app: Data<App>,
    obligations: Data<Obligations>,
    actor: Allowed<ReadObligations>,
    id: Param<ExceptionId>,
    seen: IfMatch,
) -> ApiResult<Reply<ExceptionDetail>> {
    decide::withdraw(&app, &obligations, &actor, (*id, seen)).await
}
