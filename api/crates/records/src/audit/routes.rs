use super::anchor::Anchor;
use super::dto::{AuditEntry, AuditFilter, Chain, Verification, VerifyChain};
use super::{anchor, chain, get, list, verify};
use crate::ReadAudit;
use actix_web::{get, post, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_audit_entries)
        .service(get_audit_entry)
        .service(get_audit_chain)
        .service(get_audit_anchor)
        .service(verify_audit_chain);
}

/// List audit entries
///
/// Newest first. An entry about a record outside the reach of the caller's `audit.read`, or above
/// their clearance, does not exist for them. `q` finds labels and acts by their beginning.
#[utoipa::path(
    tag = "records", operation_id = "list_audit_entries",
    params(AuditFilter, PageParams),
    responses((status = 200, description = "A page of entries", body = Page<AuditEntry>)),
    extensions(
        ("x-permission" = json!("audit.read")),
        ("x-also-needs" = json!(["client-personal.read"])),
    ),
)]
#[get("/audit-entries")]
async fn list_audit_entries(
    app: Data<App>,
    actor: Allowed<ReadAudit>,
    filter: Query<AuditFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<AuditEntry>>> {
    list::list(&app, &actor, &filter, &paging).await
}

/// Get an audit entry
///
/// With the personal data that changed only for holders of `client-personal.read` within whose
/// reach the record stands; others see which fields they were.
#[utoipa::path(
    tag = "records", operation_id = "get_audit_entry",
    params(("id" = Uuid, Path, description = "Id of the entry")),
    responses((status = 200, description = "The entry", body = AuditEntry)),
    extensions(
        ("x-permission" = json!("audit.read")),
        ("x-also-needs" = json!(["client-personal.read"])),
    ),
)]
#[get("/audit-entries/{id}")]
async fn get_audit_entry(
    app: Data<App>,
    actor: Allowed<ReadAudit>,
    id: Param<Uuid>,
) -> ApiResult<Reply<AuditEntry>> {
    get::get(&app, &actor, *id).await
}

/// Get the head of the audit chain
///
/// How far the trail is numbered and hashed; entries are sealed right after their commit.
#[utoipa::path(
    tag = "records", operation_id = "get_audit_chain",
    responses((status = 200, description = "The head", body = Chain)),
    extensions(("x-permission" = json!("audit.read"))),
)]
#[get("/audit-chain")]
async fn get_audit_chain(app: Data<App>, _actor: Allowed<ReadAudit>) -> ApiResult<Reply<Chain>> {
    chain::read(&app).await
}

/// Export the head as an anchor
///
/// Plain text, to be printed or kept where the service's administrators cannot reach it: verifying
/// from this anchor later proves that nothing up to it was rewritten since.
#[utoipa::path(
    tag = "records", operation_id = "export_audit_anchor",
    responses((status = 200, description = "The anchor", body = String, content_type = "text/plain")),
    extensions(("x-permission" = json!("audit.read"))),
)]
#[get("/audit-chain/anchor")]
async fn get_audit_anchor(app: Data<App>, _actor: Allowed<ReadAudit>) -> ApiResult<Anchor> {
    anchor::export(&app).await
}

/// Verify the audit chain
///
/// Recomputes hashes from the beginning, or from an anchor kept earlier, for a few seconds at the
/// most. While the answer says `complete: false`, send its `sequence` and `hash` as `after` to go
/// on; `zhidu audit verify` checks the whole of a very long trail in one go.
#[utoipa::path(
    tag = "records", operation_id = "verify_audit_chain",
    request_body = VerifyChain,
    responses((status = 200, description = "What was found", body = Verification)),
    extensions(("x-permission" = json!("audit.read"))),
)]
#[post("/audit-chain/actions/verify")]
async fn verify_audit_chain(
    app: Data<App>,
    actor: Allowed<ReadAudit>,
    Valid(input): Valid<VerifyChain>,
) -> ApiResult<Reply<Verification>> {
    verify::verify(&app, &actor, input).await
}
