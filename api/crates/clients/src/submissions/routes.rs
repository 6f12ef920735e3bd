//! HTTP of submissions.
use super::dto::{
    AcceptSubmission, ReturnSubmission, Submission, SubmissionFilter, SubmissionInput,
    SubmissionRow,
};
use super::{accept, create, get, hand_back, list, withdraw};
use crate::{ReadClients, SubmissionId};
use actix_web::{get, post, web::Data};
use handbook::Handbook;
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::Reply;
use kernel::idempotency::Keyed;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_submissions)
        .service(create_submission)
        .service(get_submission)
        .service(accept_submission)
        .service(return_submission)
        .service(withdraw_submission);
}

/// List submissions
///
/// Newest first: one's own, and those about clients whom the caller collects for, or whose files the
/// caller keeps or supervises.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_submissions",
    params(SubmissionFilter, PageParams),
    responses((status = 200, description = "A page of submissions", body = Page<SubmissionRow>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-04", "A-CLI-08", "A-CLI-09"]))),
)]
#[get("/client-submissions")]
async fn list_submissions(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    filter: Query<SubmissionFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<SubmissionRow>>> {
    list::list(&app, &actor, &filter, &paging).await
}

/// Submit what was collected at a client
///
/// A change to a file, or a client that has no file yet, with the people, papers and purchases that
/// belong to it. Needs `client.collect` for the client. The information administrators who keep the
/// file are notified.
#[utoipa::path(
    tag = "clients", operation_id = "create_client_submission",
    request_body = SubmissionInput,
    responses((status = 201, description = "The submission", body = Submission)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-06", "A-CLI-08", "A-CLI-17", "A-CLI-27", "A-CLI-28", "B-CRM-10"]))),
)]
#[post("/client-submissions")]
async fn create_submission(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    Valid(input): Valid<SubmissionInput>,
) -> ApiResult<Reply<Submission>> {
    create::create(&app, &handbook, &actor, input).await
}

/// Read a submission
///
/// With what would differ from the file and its records as they are now, and whether they have changed
/// since.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_submission",
    params(("id" = SubmissionId, Path, description = "The submission")),
    responses((status = 200, description = "The submission", body = Submission)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-09"]))),
)]
#[get("/client-submissions/{id}")]
async fn get_submission(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    id: Param<SubmissionId>,
) -> ApiResult<Reply<Submission>> {
    get::get(&app, &actor, *id).await
}

/// Accept a submission
///
/// The file is begun or changed under the caller's name, with the collector recorded. Needs the
/// right to keep the file; nobody accepts what they submitted themselves. Where the file or a record
/// has changed since, the version that was compared with is named. All of it is kept or nothing.
#[utoipa::path(
    tag = "clients", operation_id = "accept_client_submission",
    params(("id" = SubmissionId, Path, description = "The submission")),
    request_body = AcceptSubmission,
    responses((status = 200, description = "The accepted submission", body = Submission)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-06", "A-CLI-09", "A-CLI-14", "A-CLI-16", "A-CLI-17", "A-CLI-27", "A-CLI-28", "B-CRM-10", "B-CRM-11"])), ("x-keyed" = json!(true))),
)]
#[post("/client-submissions/{id}/actions/accept")]
async fn accept_submission(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    id: Param<SubmissionId>,
    _: Keyed,
    seen: IfMatch,
    Valid(input): Valid<AcceptSubmission>,
) -> ApiResult<Reply<Submission>> {
    accept::accept(&app, &handbook, &actor, *id, seen, input).await
}

/// Return a submission
///
/// With the reason; the submitter is notified.
#[utoipa::path(
    tag = "clients", operation_id = "return_client_submission",
    params(("id" = SubmissionId, Path, description = "The submission")),
    request_body = ReturnSubmission,
    responses((status = 200, description = "The returned submission", body = Submission)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-16", "A-CLI-17"]))),
)]
#[post("/client-submissions/{id}/actions/return")]
async fn return_submission(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    id: Param<SubmissionId>,
    seen: IfMatch,
    Valid(input): Valid<ReturnSubmission>,
) -> ApiResult<Reply<Submission>> {
    hand_back::hand_back(&app, &actor, *id, seen, input).await
}

/// Withdraw a submission
///
/// One's own, while nobody has settled it.
#[utoipa::path(
    tag = "clients", operation_id = "withdraw_client_submission",
    params(("id" = SubmissionId, Path, description = "The submission")),
    responses((status = 200, description = "The withdrawn submission", body = Submission)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read"))),
)]
#[post("/client-submissions/{id}/actions/withdraw")]
async fn withdraw_submission(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    id: Param<SubmissionId>,
    seen: IfMatch,
) -> ApiResult<Reply<Submission>> {
    withdraw::withdraw(&app, &actor, *id, seen).await
}
