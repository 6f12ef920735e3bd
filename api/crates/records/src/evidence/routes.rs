//! `/compliance/evidence`.
use super::dto::EvidenceQuery;
use super::pack::{self, Pack};
use crate::{ExportEvidence, Wiring};
use actix_web::{get, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::Query;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(export_evidence);
}

/// Take a pack of evidence away
///
/// A ZIP archive for an auditor: how each rule was kept, what was due and what became of it, escalations,
/// exceptions, decisions of approvals, refused attempts, working hours and figures of the handbook over the
/// days, the head of the audit trail, and a signed list of all of it. Tables that the caller may not read
/// are left out, and the list says so. That it was taken stands in the trail.
#[utoipa::path(
    tag = "records", operation_id = "export_evidence",
    params(EvidenceQuery),
    responses((status = 200, description = "The archive", body = String, content_type = "application/zip")),
    extensions(("x-permission" = json!("compliance.export"))),
)]
#[get("/compliance/evidence")]
async fn export_evidence(
    app: Data<App>,
    wiring: Data<Wiring>,
    actor: Allowed<ExportEvidence>,
    query: Query<EvidenceQuery>,
) -> ApiResult<Pack> {
    pack::pack(&app, &wiring, &actor, &query).await
}
