//! HTTP of classifications and kept reports.
use super::dto::{KeepReport, PeriodParam, Report, ReportFilter, ReportFormat, ReportRow};
use super::figures::Classification;
use super::{count, get, keep, list};
use crate::{KeepClientReports, ReadClientReports, ReportId};
use actix_web::{HttpResponse, get, http::header, post, web::Data};
use handbook::Handbook;
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::Reply;
use kernel::sheet::FileFormat;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(get_classification)
        .service(get_classification_content)
        .service(list_reports)
        .service(keep_report)
        .service(get_report)
        .service(get_report_content);
}

/// Classify client files
///
/// The files that the caller sees in the list, sorted and counted now; what was new, changed,
/// verified and newly developed in the period. Each figure carries the query of `GET /clients` that
/// shows exactly its files. Of industries and regions the 200 most frequent are shown.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_classification",
    params(PeriodParam),
    responses((status = 200, description = "The figures", body = Classification)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-report.read")), ("x-clauses" = json!(["A-CLI-10", "A-CLI-12", "A-CLI-20", "A-CLI-29", "A-CLI-30", "B-CRM-12"]))),
)]
#[get("/client-classification")]
async fn get_classification(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClientReports>,
    period: Query<PeriodParam>,
) -> ApiResult<Reply<Classification>> {
    let period = period.read(handbook.date(app.clock.now()))?;
    Ok(Reply::ok(count::classification(&app, &handbook, &actor, &period).await?))
}

/// Download the classification
///
/// The figures of this moment as a spreadsheet, one line for each: the statistics of what was
/// found out about clients, by state, tier, kind, industry, region, scale and demand.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_classification_content",
    params(PeriodParam, ReportFormat),
    responses((status = 200, description = "The spreadsheet", content(
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (String = "text/csv"),
    ))),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-report.read")), ("x-clauses" = json!(["A-CLI-20"]))),
)]
#[get("/client-classification/content")]
async fn get_classification_content(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClientReports>,
    period: Query<PeriodParam>,
    format: Query<ReportFormat>,
) -> ApiResult<HttpResponse> {
    let format = format.format.unwrap_or_default();
    let period = period.read(handbook.date(app.clock.now()))?;
    let figures = count::classification(&app, &handbook, &actor, &period).await?;
    let bytes = get::live(&figures, format, actor.request.lang)?;
    Ok(spreadsheet(bytes, &period.name(), format))
}

/// List kept reports
///
/// Newest first.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_reports",
    params(ReportFilter, PageParams),
    responses((status = 200, description = "A page of reports", body = Page<ReportRow>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-report.read")), ("x-clauses" = json!(["A-CLI-12", "A-CLI-13"]))),
)]
#[get("/client-reports")]
async fn list_reports(
    app: Data<App>,
    actor: Allowed<ReadClientReports>,
    filter: Query<ReportFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<ReportRow>>> {
    list::list(&app, &actor, &filter, &paging).await
}

/// Keep a report
///
/// The figures of this moment for the files that the caller sees. A kept report is never changed;
/// the same period can be kept again.
#[utoipa::path(
    tag = "clients", operation_id = "keep_client_report",
    request_body = KeepReport,
    responses((status = 201, description = "The kept report", body = Report)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-report.keep")), ("x-clauses" = json!(["A-CLI-12", "A-CLI-13", "A-CLI-20"]))),
)]
#[post("/client-reports")]
async fn keep_report(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<KeepClientReports>,
    Valid(input): Valid<KeepReport>,
) -> ApiResult<Reply<Report>> {
    keep::keep(&app, &handbook, &actor, input).await
}

/// Read a kept report
///
/// The figures as they were, with whose view they are.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_report",
    params(("id" = ReportId, Path, description = "The report")),
    responses((status = 200, description = "The report", body = Report)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-report.read")), ("x-clauses" = json!(["A-CLI-13", "B-SEC-03"]))),
)]
#[get("/client-reports/{id}")]
async fn get_report(
    app: Data<App>,
    actor: Allowed<ReadClientReports>,
    id: Param<ReportId>,
) -> ApiResult<Reply<Report>> {
    get::get(&app, &actor, *id).await
}

/// Download a kept report
///
/// As a spreadsheet, one line for each figure.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_report_content",
    params(("id" = ReportId, Path, description = "The report"), ReportFormat),
    responses((status = 200, description = "The spreadsheet", content(
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (String = "text/csv"),
    ))),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-report.read")), ("x-clauses" = json!(["A-CLI-13"]))),
)]
#[get("/client-reports/{id}/content")]
async fn get_report_content(
    app: Data<App>,
    actor: Allowed<ReadClientReports>,
    id: Param<ReportId>,
    format: Query<ReportFormat>,
) -> ApiResult<HttpResponse> {
    let format = format.format.unwrap_or_default();
    let (bytes, period) = get::content(&app, &actor, *id, format).await?;
    Ok(spreadsheet(bytes, &period, format))
}

fn spreadsheet(bytes: Vec<u8>, period: &str, format: FileFormat) -> HttpResponse {
    let name = format!("client-report-{period}.{}", format.extension());
    HttpResponse::Ok()
        .content_type(format.media_type())
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(bytes)
}
