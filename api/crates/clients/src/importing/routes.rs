//! HTTP of importing.
use super::dto::{FormatParam, ImportForm, StartedJob};
use super::upload::Upload;
use super::{start, template};
use crate::ImportClients;
use actix_web::{HttpResponse, get, http::header, post, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::Query;
use kernel::http::reply::Reply;
use kernel::idempotency::Keyed;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(import_clients).service(get_import_template);
}

/// Import client files from a spreadsheet
///
/// What cannot be read as a spreadsheet, or has a heading that nobody knows, is refused at once.
/// The rows become a job: each goes through the same field rules, rights and search for duplicates
/// as a single new file, and against the rows before it; its outcome, with row and column of what is
/// wrong, stands at `/jobs/{id}/rows`. ALL_OR_NOTHING keeps its rows in one transaction and
/// therefore takes 2,000 at the most; GOOD_ROWS keeps the good ones 200 at a time. An import can
/// be undone while nobody has touched the files: they are withdrawn, not deleted.
#[utoipa::path(
    tag = "clients", operation_id = "import_clients",
    request_body(content = ImportForm, content_type = "multipart/form-data"),
    responses((status = 202, description = "The job that imports", body = StartedJob)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.import")), ("x-clauses" = json!(["A-CLI-09", "A-CLI-14", "A-CLI-16"])), ("x-keyed" = json!(true))),
)]
#[post("/clients/actions/import")]
async fn import_clients(
    app: Data<App>,
    actor: Allowed<ImportClients>,
    _: Keyed,
    upload: Upload,
) -> ApiResult<Reply<StartedJob>> {
    start::start(&app, &actor, upload).await
}

/// Download the template of the import
///
/// Headings in the language of `Accept-Language`, `*` at those that are required, and one example
/// row that itself can be imported.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_import_template",
    params(FormatParam),
    responses((status = 200, description = "The template", content(
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (String = "text/csv"),
    ))),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.import"))),
)]
#[get("/clients/import-template")]
async fn get_import_template(
    actor: Allowed<ImportClients>,
    format: Query<FormatParam>,
) -> ApiResult<HttpResponse> {
    let format = format.format.unwrap_or_default();
    let bytes = template::template(format, actor.request.lang)?;
    let name = format!("attachment; filename=\"client-import.{}\"", format.extension());
    Ok(HttpResponse::Ok()
        .content_type(format.media_type())
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(bytes))
}
