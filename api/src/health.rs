//! Whether the process lives, and whether it should get requests.
use actix_web::{HttpResponse, web::Data};
use kernel::app::App;
use kernel::code;
use kernel::error::{ApiError, ApiResult};
use sea_orm::ConnectionTrait;

/// The process answers.
pub async fn livez() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("ok")
}

/// The database and the file store answer, and the process is not stopping; otherwise a problem
/// whose `params.waiting_for` says which of the three it is.
pub async fn readyz(app: Data<App>) -> ApiResult<HttpResponse> {
    if *app.stopping.borrow() {
        return Err(not_ready("stopping"));
    }
    let database = app.db.reader().execute_unprepared("SELECT 1").await;
    answers("database", database.map(drop))?;
    answers("files", app.files.check().await)?;
    Ok(HttpResponse::Ok().content_type("text/plain").body("ok"))
}

fn answers(what: &str, outcome: Result<(), impl std::fmt::Display>) -> ApiResult<()> {
    outcome.map_err(|error| {
        tracing::warn!(%error, "not ready: {what}");
        not_ready(what)
    })
}

fn not_ready(waiting_for: &str) -> ApiError {
    code::UNAVAILABLE.with(vec![("waiting_for", waiting_for.to_owned())]).into()
}
