//! HTTP of reports.
use super::dto::{
    NewReport, ReceiveReport, Report, ReportFilter, ReportInput, ReportRow, SendReportBack,
};
use super::{call_backs, create, get, list, receive, send_back, update};
use crate::{
    InformationReportId, ReadInformationReports, ReceiveInformationReports,
    SubmitInformationReports,
};
use actix_web::{get, patch, post, web::Data};
use handbook::Handbook;
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::idempotency::Keyed;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_reports)
        .service(create_report)
        .service(get_report)
        .service(update_report)
        .service(receive_report)
        .service(send_report_back);
    call_backs::configure(config);
}

/// List client information reports
///
/// Newest first: one's own, and those within reach. A report that names a file above the caller's
/// clearance is not among them.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_information_reports",
    params(ReportFilter, PageParams),
    responses((status = 200, description = "A page of reports", body = Page<ReportRow>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-report.read-information")), ("x-clauses" = json!(["A-CIR-01", "A-CIR-03"]))),
)]
#[get("/client-information-reports")]
async fn list_reports(
    app: Data<App>,
    actor: Allowed<ReadInformationReports>,
    filter: Query<ReportFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<ReportRow>>> {
    list::list(&app, &actor, &filter, &paging).await
}

/// Submit a client information report
///
/// Of a month, due at the close of the last working day of its first week: how clients were developed,
/// who was discovered, and for each client the competition that it is in. One of a person and month;
/// what comes late is taken and marked so.
#[utoipa::path(
    tag = "clients", operation_id = "create_client_information_report",
    request_body = NewReport,
    responses((status = 201, description = "The report", body = Report)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-report.submit")), ("x-keyed" = json!(true)), ("x-clauses" = json!(["A-CIR-01", "A-CIR-02"]))),
)]
#[post("/client-information-reports")]
async fn create_report(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<SubmitInformationReports>,
    _: Keyed,
    Valid(input): Valid<NewReport>,
) -> ApiResult<Reply<Report>> {
    create::create(&app, &handbook, &actor, input).await
}

/// Read a client information report
///
/// With what it says of each client, and what the caller may do to it.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_information_report",
    params(("id" = InformationReportId, Path, description = "The report")),
    responses((status = 200, description = "The report", body = Report)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-report.read-information")), ("x-clauses" = json!(["A-CIR-01", "A-CIR-02"]))),
)]
#[get("/client-information-reports/{id}")]
async fn get_report(
    app: Data<App>,
    actor: Allowed<ReadInformationReports>,
    id: Param<InformationReportId>,
) -> ApiResult<Reply<Report>> {
    get::get(&app, &actor, *id).await
}

/// Change a client information report
///
/// By its author, until it is received. One that was sent back is thereby submitted again; when it was
/// first submitted remains.
#[utoipa::path(
    tag = "clients", operation_id = "update_client_information_report",
    params(("id" = InformationReportId, Path, description = "The report")),
    request_body = inline(Patch<ReportInput>),
    responses((status = 200, description = "The report as changed", body = Report)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-report.submit")), ("x-clauses" = json!(["A-CIR-01", "A-CIR-02"]))),
)]
#[patch("/client-information-reports/{id}")]
async fn update_report(
    app: Data<App>,
    actor: Allowed<SubmitInformationReports>,
    id: Param<InformationReportId>,
    seen: IfMatch,
    patch: Patch<ReportInput>,
) -> ApiResult<Reply<Report>> {
    update::update(&app, &actor, (*id, seen), &patch).await
}

/// Receive a client information report
///
/// Customer service takes it in; never that of oneself.
#[utoipa::path(
    tag = "clients", operation_id = "receive_client_information_report",
    params(("id" = InformationReportId, Path, description = "The report")),
    request_body = ReceiveReport,
    responses((status = 200, description = "The report as changed", body = Report)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-report.receive")), ("x-clauses" = json!(["A-CIR-01", "A-CIR-03"]))),
)]
#[post("/client-information-reports/{id}/actions/receive")]
async fn receive_report(
    app: Data<App>,
    actor: Allowed<ReceiveInformationReports>,
    id: Param<InformationReportId>,
    seen: IfMatch,
    Valid(input): Valid<ReceiveReport>,
) -> ApiResult<Reply<Report>> {
    receive::receive(&app, &actor, (*id, seen), input).await
}

/// Send a client information report back
///
/// To its author, who hears of it with the reason.
#[utoipa::path(
    tag = "clients", operation_id = "send_client_information_report_back",
    params(("id" = InformationReportId, Path, description = "The report")),
    request_body = SendReportBack,
    responses((status = 200, description = "The report as changed", body = Report)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-report.receive")), ("x-clauses" = json!(["A-CIR-03"]))),
)]
#[post("/client-information-reports/{id}/actions/send-back")]
async fn send_report_back(
    app: Data<App>,
    actor: Allowed<ReceiveInformationReports>,
    id: Param<InformationReportId>,
    seen: IfMatch,
    Valid(input): Valid<SendReportBack>,
) -> ApiResult<Reply<Report>> {
    send_back::send_back(&app, &actor, (*id, seen), input).await
}
