//! HTTP of exporting.
use super::dto::ExportParams;
use super::export::{self, Export};
use crate::ExportClients;
use crate::archive::filter::ClientFilter;
use actix_web::{HttpResponse, get, http::header, web::Data};
use bytes::Bytes;
use futures_util::stream::{Stream, try_unfold};
use handbook::Handbook;
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::Query;
use std::io;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(export_clients);
}

/// Export client files
///
/// The files that the list shows with the same filters and that `client.export` extends to, in the
/// order of their numbers; personal data masked as in the list. Cells never hold formulas. Each
/// export is recorded with its filters and the number of files. Where a file of 机密 or above is in
/// it, the name of the spreadsheet says so, and a line above each printed page of an XLSX with who
/// took it and when.
///
/// An export is for the company's own use: what goes to anybody outside goes through a disclosure
/// (`POST /client-disclosures`, B-SEC-07).
#[utoipa::path(
    tag = "clients", operation_id = "export_clients",
    params(ClientFilter, ExportParams),
    responses((status = 200, description = "The spreadsheet, streamed", content(
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (String = "text/csv"),
    ))),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.export")), ("x-clauses" = json!(["A-CLI-14", "A-CLI-28", "A-SEC-07", "B-CRM-11", "B-SEC-09"]))),
)]
#[get("/clients/export")]
async fn export_clients(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ExportClients>,
    filter: Query<ClientFilter>,
    params: Query<ExportParams>,
) -> ApiResult<HttpResponse> {
    let format = params.format.unwrap_or_default();
    let export = export::begin(&app, &handbook, &actor, &filter, &params).await?;
    let name = format!("attachment; filename=\"{}\"", export.file_name);
    Ok(HttpResponse::Ok()
        .content_type(format.media_type())
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .streaming(streamed(export)))
}

/// An error after the first byte can only break the answer off, which no reader takes for its end.
fn streamed(export: Export) -> impl Stream<Item = io::Result<Bytes>> {
    try_unfold(export, |mut export| async move {
        let next = export.next().await.map_err(|error| {
            tracing::error!(%error, "an export broke off");
            io::Error::other("an export broke off")
        })?;
        Ok(next.map(|bytes| (bytes, export)))
    })
}
