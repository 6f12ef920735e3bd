//! HTTP of obligations.
use super::calendar_dto::{ObligationCalendarQuery, ObligationDay};
use super::dto::{ObligationDetail, ObligationKind, ObligationRow, ObligationSummary};
use super::filter::{ObligationFilter, ObligationOrder};
use super::source::Obligations;
use super::{calendar, get, list, summary};
use crate::{ObligationId, ReadObligations};
use actix_web::{get, web::Data};
use kernel::access::{Allowed, SignedIn};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::{Param, Query};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::{Items, Reply};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_obligations)
        .service(get_obligation_summary)
        .service(get_obligation_calendar)
        .service(list_obligation_kinds)
        .service(get_obligation);
}

/// List obligations
///
/// What the rules make due, by when; the open ones where no state is asked for.
#[utoipa::path(
    tag = "obligations", operation_id = "list_obligations",
    params(ObligationFilter, ObligationOrder, PageParams),
    responses((status = 200, description = "A page of obligations", body = Page<ObligationRow>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(
        ("x-permission" = json!("obligation.read")),
        ("x-clauses" = json!([
            "A-BOR-03", "A-CIR-01", "A-CLI-08", "A-CLI-09", "A-CLI-10", "A-CLI-11", "A-CLI-18", "A-SEC-08", "B-CRM-03",
            "B-CRM-07", "B-CRM-08", "B-CRM-09",
        ])),
    ),
)]
#[get("/obligations")]
async fn list_obligations(
    app: Data<App>,
    obligations: Data<Obligations>,
    actor: Allowed<ReadObligations>,
    filter: Query<ObligationFilter>,
    order: Query<ObligationOrder>,
    paging: Paging,
) -> ApiResult<Reply<Page<ObligationRow>>> {
    list::list(&app, &obligations, &actor, (&filter, *order), &paging).await
}

/// Get the obligations in figures
///
/// The caller's and their people's; each figure with the query that shows what it counts.
#[utoipa::path(
    tag = "obligations", operation_id = "get_obligation_summary",
    responses((status = 200, description = "The figures", body = ObligationSummary)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("obligation.read"))),
)]
#[get("/obligations/summary")]
async fn get_obligation_summary(
    app: Data<App>,
    obligations: Data<Obligations>,
    actor: Allowed<ReadObligations>,
) -> ApiResult<Reply<ObligationSummary>> {
    summary::summary(&app, &obligations, &actor).await
}

/// Get the calendar of obligations
///
/// How much is due on each day, and what became of it.
#[utoipa::path(
    tag = "obligations", operation_id = "get_obligation_calendar",
    params(ObligationCalendarQuery),
    responses((status = 200, description = "Each day", body = Items<ObligationDay>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("obligation.read"))),
)]
#[get("/obligations/calendar")]
async fn get_obligation_calendar(
    app: Data<App>,
    obligations: Data<Obligations>,
    actor: Allowed<ReadObligations>,
    query: Query<ObligationCalendarQuery>,
) -> ApiResult<Reply<Items<ObligationDay>>> {
    calendar::calendar(&app, &obligations, &actor, &query).await
}

/// List the kinds of obligations
///
/// From which rules each comes, of whom it is due, and what fulfils it.
#[utoipa::path(
    tag = "obligations", operation_id = "list_obligation_kinds",
    responses((status = 200, description = "The kinds", body = Items<ObligationKind>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/obligations/kinds")]
async fn list_obligation_kinds(
    obligations: Data<Obligations>,
    actor: SignedIn,
) -> ApiResult<Reply<Items<ObligationKind>>> {
    Ok(list::kinds(&obligations, &actor))
}

/// Get an obligation
///
/// With the superiors told, the exceptions asked for, and what fulfils it.
#[utoipa::path(
    tag = "obligations", operation_id = "get_obligation",
    params(("id" = ObligationId, Path, description = "The obligation")),
    responses((status = 200, description = "The obligation", body = ObligationDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("obligation.read"))),
)]
#[get("/obligations/{id}")]
async fn get_obligation(
    app: Data<App>,
    obligations: Data<Obligations>,
    actor: Allowed<ReadObligations>,
    id: Param<ObligationId>,
) -> ApiResult<Reply<ObligationDetail>> {
    get::get(&app, &obligations, &actor, *id).await
}
