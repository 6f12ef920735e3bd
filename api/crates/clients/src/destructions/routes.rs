//! HTTP of destructions.
use super::dto::{
    Abandon, CarryOut, Destruction, DestructionFilter, DestructionRow, Proposal, Why,
};
use super::{abandon, amend, carry_out, propose, read};
use crate::{CarryOutDestructions, DestructionId, ProposeDestructions, ReadDestructions};
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
        .service(list_destructions)
        .service(propose_destruction)
        .service(get_destruction)
        .service(change_destruction)
        .service(submit_destruction)
        .service(abandon_destruction)
        .service(carry_out_destruction);
}

/// List destructions of client files
///
/// Newest first: proposals and certificates within reach, and those that one has to approve.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_destructions",
    params(DestructionFilter, PageParams),
    responses((status = 200, description = "A page of the register", body = Page<DestructionRow>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-destruction.read")), ("x-clauses" = json!(["A-BOR-06"]))),
)]
#[get("/client-destructions")]
async fn list_destructions(
    app: Data<App>,
    actor: Allowed<ReadDestructions>,
    filter: Query<DestructionFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<DestructionRow>>> {
    read::list(&app, &actor, &filter, &paging).await
}

/// Propose a file for destruction
///
/// Only one that is out of date (nothing came into it for `clients.destruction_months`) and of no keeping
/// value (no key, core, existing or inferior client, not on loan, nothing handed in). From now on it is
/// read and not touched; the information supervisor, the service manager and the general manager decide,
/// each after the other.
#[utoipa::path(
    tag = "clients", operation_id = "propose_client_destruction",
    request_body = Proposal,
    responses((status = 201, description = "The proposal, under approval", body = Destruction)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-destruction.propose")), ("x-keyed" = json!(true)), ("x-clauses" = json!(["A-BOR-06", "A-BOR-07"]))),
)]
#[post("/client-destructions")]
async fn propose_destruction(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<ProposeDestructions>,
    _: Keyed,
    Valid(input): Valid<Proposal>,
) -> ApiResult<Reply<Destruction>> {
    propose::propose(&app, &approvals, &actor, input).await
}

/// Read a destruction
///
/// The proposal; once it is carried out, the certificate.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_destruction",
    params(("id" = DestructionId, Path, description = "The destruction")),
    responses((status = 200, description = "The destruction", body = Destruction)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-destruction.read")), ("x-clauses" = json!(["A-BOR-06", "A-BOR-07"]))),
)]
#[get("/client-destructions/{id}")]
async fn get_destruction(
    app: Data<App>,
    actor: Allowed<ReadDestructions>,
    id: Param<DestructionId>,
) -> ApiResult<Reply<Destruction>> {
    read::get(&app, &actor, *id).await
}

/// Change a proposal
///
/// By whoever made it. Under approval, it begins anew: what was approved so far was of something else.
#[utoipa::path(
    tag = "clients", operation_id = "update_client_destruction",
    params(("id" = DestructionId, Path, description = "The destruction")),
    request_body = inline(Patch<Why>),
    responses((status = 200, description = "The proposal as changed", body = Destruction)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-destruction.propose")), ("x-clauses" = json!(["A-BOR-06", "A-BOR-07"]))),
)]
#[patch("/client-destructions/{id}")]
async fn change_destruction(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<ProposeDestructions>,
    id: Param<DestructionId>,
    seen: IfMatch,
    patch: Patch<Why>,
) -> ApiResult<Reply<Destruction>> {
    amend::change(&app, &approvals, &actor, (*id, seen), &patch).await
}

/// Submit a proposal again
///
/// After it was sent back.
#[utoipa::path(
    tag = "clients", operation_id = "submit_client_destruction",
    params(("id" = DestructionId, Path, description = "The destruction")),
    responses((status = 200, description = "The proposal, under approval", body = Destruction)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-destruction.propose")), ("x-clauses" = json!(["A-BOR-06"]))),
)]
#[post("/client-destructions/{id}/actions/submit")]
async fn submit_destruction(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<ProposeDestructions>,
    id: Param<DestructionId>,
    seen: IfMatch,
) -> ApiResult<Reply<Destruction>> {
    amend::submit(&app, &approvals, &actor, (*id, seen)).await
}

/// Keep the file after all
///
/// By whoever may propose or carry out; the file is what it was before the proposal. While it is under approval, whoever proposed it withdraws
/// the approval instead.
#[utoipa::path(
    tag = "clients", operation_id = "abandon_client_destruction",
    params(("id" = DestructionId, Path, description = "The destruction")),
    request_body = Abandon,
    responses((status = 200, description = "The proposal, given up", body = Destruction)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-destruction.read")), ("x-also-needs" = json!(["client-destruction.propose", "client-destruction.carry-out"])), ("x-clauses" = json!(["A-BOR-07"]))),
)]
#[post("/client-destructions/{id}/actions/abandon")]
async fn abandon_destruction(
    app: Data<App>,
    actor: Allowed<ReadDestructions>,
    id: Param<DestructionId>,
    seen: IfMatch,
    Valid(input): Valid<Abandon>,
) -> ApiResult<Reply<Destruction>> {
    abandon::abandon(&app, &actor, (*id, seen), input).await
}

/// Destroy a file
///
/// By another person than whoever proposed it, after all three have approved, and for good: the file with
/// all that hangs on it, what it is found by, exports that hold it and the contents of its trail. The
/// certificate remains and the trail goes on proving itself. Bytes in the file store follow within minutes
/// (`cleared_at`).
#[utoipa::path(
    tag = "clients", operation_id = "carry_out_client_destruction",
    params(("id" = DestructionId, Path, description = "The destruction")),
    request_body = CarryOut,
    responses((status = 200, description = "The certificate", body = Destruction)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-destruction.carry-out")), ("x-clauses" = json!(["A-BOR-06", "A-BOR-07"]))),
)]
#[post("/client-destructions/{id}/actions/carry-out")]
async fn carry_out_destruction(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<CarryOutDestructions>,
    id: Param<DestructionId>,
    seen: IfMatch,
    Valid(input): Valid<CarryOut>,
) -> ApiResult<Reply<Destruction>> {
    carry_out::carry_out(&app, &handbook, &actor, (*id, seen), input).await
}
