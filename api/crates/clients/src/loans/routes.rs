//! HTTP of loans.
use super::dto::{GiveBack, HandOut, Loan, LoanFilter, LoanInput, LoanRow, ReportLost};
use super::{keep, read, request};
use crate::{LoanId, ManageLoans, ReadLoans, RequestLoans};
use actix_web::{get, patch, post, web::Data};
use approvals::Approvals;
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
        .service(list_loans)
        .service(request_loan)
        .service(get_loan)
        .service(change_loan)
        .service(submit_loan)
        .service(hand_out_client_loan)
        .service(give_client_loan_back)
        .service(report_client_loan_lost);
}

/// List requests for archives
///
/// Newest first: one's own, those that one has to approve, and those within reach of whoever keeps or
/// audits loans.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_loans",
    params(LoanFilter, PageParams),
    responses((status = 200, description = "A page of requests", body = Page<LoanRow>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-loan.read")), ("x-clauses" = json!(["A-BOR-01", "A-BOR-03"]))),
)]
#[get("/client-loans")]
async fn list_loans(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadLoans>,
    filter: Query<LoanFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<LoanRow>>> {
    read::list(&app, &handbook, &actor, &filter, &paging).await
}

/// Ask for client archives
///
/// Figures, a look into files, or a loan; the manager of the department signs, then customer service
/// decides. Loans are for managers and above (`client-loan.borrow`).
#[utoipa::path(
    tag = "clients", operation_id = "request_client_loan",
    request_body = LoanInput,
    responses((status = 201, description = "The request, under approval", body = Loan)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-loan.request")), ("x-keyed" = json!(true)), ("x-also-needs" = json!(["client-loan.borrow"])), ("x-clauses" = json!(["A-BOR-01", "A-BOR-02", "A-BOR-04"]))),
)]
#[post("/client-loans")]
async fn request_loan(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<RequestLoans>,
    _: Keyed,
    Valid(input): Valid<LoanInput>,
) -> ApiResult<Reply<Loan>> {
    request::request(&app, &approvals, &actor, input).await
}

/// Read a request for archives
///
/// With its loan card, and what the caller may do to it.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_loan",
    params(("id" = LoanId, Path, description = "The request")),
    responses((status = 200, description = "The request", body = Loan)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-loan.read")), ("x-clauses" = json!(["A-BOR-01", "A-BOR-03"]))),
)]
#[get("/client-loans/{id}")]
async fn get_loan(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadLoans>,
    id: Param<LoanId>,
) -> ApiResult<Reply<Loan>> {
    read::get(&app, &handbook, &actor, *id).await
}

/// Change a request for archives
///
/// By whoever made it. Under approval, it begins anew: what was approved so far was of something else.
#[utoipa::path(
    tag = "clients", operation_id = "update_client_loan",
    params(("id" = LoanId, Path, description = "The request")),
    request_body = inline(Patch<LoanInput>),
    responses((status = 200, description = "The request as changed", body = Loan)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-loan.request")), ("x-also-needs" = json!(["client-loan.borrow"])), ("x-clauses" = json!(["A-BOR-01", "A-BOR-02"]))),
)]
#[patch("/client-loans/{id}")]
async fn change_loan(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<RequestLoans>,
    id: Param<LoanId>,
    seen: IfMatch,
    patch: Patch<LoanInput>,
) -> ApiResult<Reply<Loan>> {
    request::change(&app, &approvals, &actor, (*id, seen), &patch).await
}

/// Submit a request again
///
/// After it was sent back.
#[utoipa::path(
    tag = "clients", operation_id = "submit_client_loan",
    params(("id" = LoanId, Path, description = "The request")),
    responses((status = 200, description = "The request, under approval", body = Loan)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-loan.request")), ("x-clauses" = json!(["A-BOR-01"]))),
)]
#[post("/client-loans/{id}/actions/submit")]
async fn submit_loan(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<RequestLoans>,
    id: Param<LoanId>,
    seen: IfMatch,
) -> ApiResult<Reply<Loan>> {
    request::submit(&app, &approvals, &actor, (*id, seen)).await
}

/// Hand a loan out
///
/// What was approved is handed out by customer service, and the loan card filled in: which files, to whom,
/// until when. The borrower has to be cleared for each of them.
#[utoipa::path(
    tag = "clients", operation_id = "hand_out_client_loan",
    params(("id" = LoanId, Path, description = "The request")),
    request_body = HandOut,
    responses((status = 200, description = "The request as changed", body = Loan)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-loan.manage")), ("x-clauses" = json!(["A-BOR-01", "A-BOR-03", "A-CLI-18"]))),
)]
#[post("/client-loans/{id}/actions/hand-out")]
async fn hand_out_client_loan(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ManageLoans>,
    id: Param<LoanId>,
    seen: IfMatch,
    Valid(input): Valid<HandOut>,
) -> ApiResult<Reply<Loan>> {
    keep::hand_out(&app, &handbook, &actor, (*id, seen), input).await
}

/// Take a loan back
///
/// Whoever keeps the archive checks what comes back.
#[utoipa::path(
    tag = "clients", operation_id = "give_client_loan_back",
    params(("id" = LoanId, Path, description = "The request")),
    request_body = GiveBack,
    responses((status = 200, description = "The request as changed", body = Loan)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-loan.manage")), ("x-clauses" = json!(["A-BOR-03"]))),
)]
#[post("/client-loans/{id}/actions/give-back")]
async fn give_client_loan_back(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ManageLoans>,
    id: Param<LoanId>,
    seen: IfMatch,
    Valid(input): Valid<GiveBack>,
) -> ApiResult<Reply<Loan>> {
    keep::give_back(&app, &handbook, &actor, (*id, seen), input).await
}

/// Record a loss
///
/// Breach, loss or leak: the record names the borrower and their direct superior.
#[utoipa::path(
    tag = "clients", operation_id = "report_client_loan_lost",
    params(("id" = LoanId, Path, description = "The request")),
    request_body = ReportLost,
    responses((status = 200, description = "The request as changed", body = Loan)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-loan.manage")), ("x-clauses" = json!(["A-BOR-05"]))),
)]
#[post("/client-loans/{id}/actions/report-lost")]
async fn report_client_loan_lost(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ManageLoans>,
    id: Param<LoanId>,
    seen: IfMatch,
    Valid(input): Valid<ReportLost>,
) -> ApiResult<Reply<Loan>> {
    keep::report_lost(&app, &handbook, &actor, (*id, seen), input).await
}
