use super::dto::{Job, JobFilter, JobRow, JobRowFilter, JobRowsFormat};
use super::{cancel, export, get, list, rows, undo};
use crate::Wiring;
use actix_web::{HttpResponse, get, post, web::Data};
use identity::Member;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_jobs)
        .service(get_job)
        .service(list_job_rows)
        .service(export_job_rows)
        .service(cancel_job)
        .service(undo_job);
}

/// List jobs
///
/// One's own, newest first. Holders of `job.read-all` can ask for everybody's and see how far they
/// are, not what they are about.
#[utoipa::path(
    tag = "jobs", operation_id = "list_jobs",
    params(JobFilter, PageParams),
    responses((status = 200, description = "A page of jobs", body = Page<Job>)),
    extensions(("x-permission" = json!("signed-in")), ("x-also-needs" = json!(["job.read-all"]))),
)]
#[get("/jobs")]
async fn list_jobs(
    app: Data<App>,
    wiring: Data<Wiring>,
    actor: Member,
    filter: Query<JobFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<Job>>> {
    list::list(&app, &wiring, &actor, &filter, &paging).await
}

/// Get a job
///
/// Progress while it runs, result or problem once it has ended.
#[utoipa::path(
    tag = "jobs", operation_id = "get_job",
    params(("id" = Uuid, Path, description = "Id of the job")),
    responses((status = 200, description = "The job", body = Job)),
    extensions(("x-permission" = json!("signed-in")), ("x-also-needs" = json!(["job.read-all"]))),
)]
#[get("/jobs/{id}")]
async fn get_job(
    app: Data<App>,
    wiring: Data<Wiring>,
    actor: Member,
    id: Param<Uuid>,
) -> ApiResult<Reply<Job>> {
    get::get(&app, &wiring, &actor, *id).await
}

/// List the rows of a job
///
/// The outcome of each row of an import or of each record of a bulk action, in order.
#[utoipa::path(
    tag = "jobs", operation_id = "list_job_rows",
    params(("id" = Uuid, Path, description = "Id of the job"), JobRowFilter, PageParams),
    responses((status = 200, description = "A page of rows", body = Page<JobRow>)),
    extensions(("x-permission" = json!("signed-in")), ("x-also-needs" = json!(["job.read-all"]))),
)]
#[get("/jobs/{id}/rows")]
async fn list_job_rows(
    app: Data<App>,
    actor: Member,
    id: Param<Uuid>,
    filter: Query<JobRowFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<JobRow>>> {
    rows::list(&app, &actor, *id, &filter, &paging).await
}

/// Export the rows of a job
///
/// The rows that the list of rows shows, as a spreadsheet in the caller's language. Cells never hold
/// formulas. Each export is recorded.
#[utoipa::path(
    tag = "jobs", operation_id = "export_job_rows",
    params(("id" = Uuid, Path, description = "Id of the job"), JobRowFilter, JobRowsFormat),
    responses((status = 200, description = "The spreadsheet", content(
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (String = "text/csv"),
    ))),
    extensions(("x-permission" = json!("signed-in")), ("x-also-needs" = json!(["job.read-all"]))),
)]
#[get("/jobs/{id}/rows/export")]
async fn export_job_rows(
    app: Data<App>,
    actor: Member,
    id: Param<Uuid>,
    filter: Query<JobRowFilter>,
    form: Query<JobRowsFormat>,
) -> ApiResult<HttpResponse> {
    let format = form.format.unwrap_or_default();
    let bytes = export::export(&app, &actor, *id, &filter, format).await?;
    Ok(export::file(format, bytes))
}

/// Cancel a job
///
/// A waiting one does not start, a running one stops at its next row; what it did so far stays, and
/// can be undone where its kind allows that. Only by its owner.
#[utoipa::path(
    tag = "jobs", operation_id = "cancel_job",
    params(("id" = Uuid, Path, description = "Id of the job")),
    responses((status = 200, description = "The cancelled job", body = Job)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[post("/jobs/{id}/actions/cancel")]
async fn cancel_job(
    app: Data<App>,
    wiring: Data<Wiring>,
    actor: Member,
    id: Param<Uuid>,
    seen: IfMatch,
) -> ApiResult<Reply<Job>> {
    cancel::cancel(&app, &wiring, &actor, *id, seen).await
}

/// Undo a job
///
/// Starts another job that takes back what this one did, as far as nobody has touched it since;
/// its rows say what could not be taken back. Only by the owner, once the job has ended.
#[utoipa::path(
    tag = "jobs", operation_id = "undo_job",
    params(("id" = Uuid, Path, description = "Id of the job to undo")),
    responses((status = 202, description = "The job that undoes it", body = Job)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[post("/jobs/{id}/actions/undo")]
async fn undo_job(
    app: Data<App>,
    wiring: Data<Wiring>,
    actor: Member,
    id: Param<Uuid>,
    seen: IfMatch,
) -> ApiResult<Reply<Job>> {
    undo::undo(&app, &wiring, &actor, *id, seen).await
}
