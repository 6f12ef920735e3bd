//! Whether the process lives, and whether it should get requests.
use actix_web::{HttpResponse, web::Data};
use kernel::app::App;
use sea_orm::ConnectionTrait;

/// The process answers.
pub async fn livez() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("ok")
}

/// The database and the file store answer, and the process is not stopping.
pub async fn readyz(app: Data<App>) -> HttpResponse {
    if *app.stopping.borrow() {
        return not_ready("stopping");
    }
    if let Err(error) = app.db.reader().execute_unprepared("SELECT 1").await {
        tracing::warn!(%error, "not ready: database");
        return not_ready("database");
    }
    if let Err(error) = app.files.check().await {
        tracing::warn!(%error, "not ready: files");
        return not_ready("files");
    }
    HttpResponse::Ok().content_type("text/plain").body("ok")
}

fn not_ready(what: &'static str) -> HttpResponse {
    HttpResponse::ServiceUnavailable()
        .insert_header(("Retry-After", "2"))
        .content_type("text/plain")
        .body(what)
}
