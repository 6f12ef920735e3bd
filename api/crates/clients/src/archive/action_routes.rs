//! HTTP of the actions on a file.
use super::actions::{
    AskForAction, Asked, ChangeState, ChangeTier, ClassifyClient, ClearInferior, ConfirmInferior,
    HandOverClient, MergeClients, ReportInferior, VerifyClient,
};
use super::dto::Client;
use super::step::Target;
use super::{
    ask, change_state, change_tier, classify, clear_inferior, confirm_inferior, hand_over, merge,
    report_inferior, verify,
};
use crate::{
    ClassifyClients, ClientId, ConfirmInferiorClients, HandOverClients, ReadClients,
    ReportInferiorClients, VerifyClients,
};
use actix_web::{post, web::Data};
use handbook::Handbook;
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Valid};
use kernel::http::reply::Reply;

/// Verify a client file
///
/// Once per quarter. CONFIRMED and ADJUSTED settle the file until the end of the next quarter; a
/// DISCREPANCY leaves it due.
#[utoipa::path(
    tag = "clients", operation_id = "verify_client",
    params(("id" = ClientId, Path, description = "The file")),
    request_body = VerifyClient,
    responses((status = 200, description = "The file as changed", body = Client)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.verify")), ("x-clauses" = json!(["A-CLI-02", "A-CLI-10", "A-CLI-11", "B-CRM-13"]))),
)]
#[post("/clients/{id}/actions/verify")]
async fn verify_client(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<VerifyClients>,
    id: Param<ClientId>,
    seen: IfMatch,
    Valid(input): Valid<VerifyClient>,
) -> ApiResult<Reply<Client>> {
    verify::verify(&app, &handbook, &actor, Target { id: *id, seen }, input).await
}

/// Hand a client over
///
/// The new owner must be able to see the file and fit for its tier; department and site follow.
#[utoipa::path(
    tag = "clients", operation_id = "hand_over_client",
    params(("id" = ClientId, Path, description = "The file")),
    request_body = HandOverClient,
    responses((status = 200, description = "The file as changed", body = Client)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.hand-over")), ("x-clauses" = json!(["A-CLI-01", "A-CLI-18", "B-CRM-07", "B-CRM-08"]))),
)]
#[post("/clients/{id}/actions/hand-over")]
async fn hand_over_client(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<HandOverClients>,
    id: Param<ClientId>,
    seen: IfMatch,
    Valid(input): Valid<HandOverClient>,
) -> ApiResult<Reply<Client>> {
    hand_over::hand_over(&app, &handbook, &actor, Target { id: *id, seen }, input).await
}

/// Change a client's state
///
/// One step at a time. Needs `client.maintain` for the file, or `client.create-group-buy` where
/// it is a group-buy client's.
#[utoipa::path(
    tag = "clients", operation_id = "change_client_state",
    params(("id" = ClientId, Path, description = "The file")),
    request_body = ChangeState,
    responses((status = 200, description = "The file as changed", body = Client)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-16", "A-CLI-29"]))),
)]
#[post("/clients/{id}/actions/change-state")]
async fn change_client_state(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    seen: IfMatch,
    Valid(input): Valid<ChangeState>,
) -> ApiResult<Reply<Client>> {
    change_state::change_state(&app, &handbook, &actor, Target { id: *id, seen }, input).await
}

/// Change a client's tier
///
/// With its grounds, and not while the verification of the file is overdue. Needs
/// `client.maintain` for the file, or `client.create-group-buy` where it
/// is a group-buy client's.
#[utoipa::path(
    tag = "clients", operation_id = "change_client_tier",
    params(("id" = ClientId, Path, description = "The file")),
    request_body = ChangeTier,
    responses((status = 200, description = "The file as changed", body = Client)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-16", "B-CRM-03", "B-CRM-04", "B-CRM-05", "B-CRM-07", "B-CRM-08"]))),
)]
#[post("/clients/{id}/actions/change-tier")]
async fn change_client_tier(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    seen: IfMatch,
    Valid(input): Valid<ChangeTier>,
) -> ApiResult<Reply<Client>> {
    change_tier::change_tier(&app, &handbook, &actor, Target { id: *id, seen }, input).await
}

/// Set the level of a client file and its term
///
/// Not above the caller's own clearance. When the term ends the file is declassified by itself.
#[utoipa::path(
    tag = "clients", operation_id = "classify_client",
    params(("id" = ClientId, Path, description = "The file")),
    request_body = ClassifyClient,
    responses((status = 200, description = "The file as changed", body = Client)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.classify")), ("x-clauses" = json!(["A-CLI-01", "A-CLI-18", "A-SEC-02", "A-SEC-07", "A-SEC-08", "A-SEC-04", "A-SEC-05"]))),
)]
#[post("/clients/{id}/actions/classify")]
async fn classify_client(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ClassifyClients>,
    id: Param<ClientId>,
    seen: IfMatch,
    Valid(input): Valid<ClassifyClient>,
) -> ApiResult<Reply<Client>> {
    classify::classify(&app, &handbook, &actor, Target { id: *id, seen }, input).await
}

/// Report an inferior client
///
/// The superior and those who may confirm are told.
#[utoipa::path(
    tag = "clients", operation_id = "report_inferior_client",
    params(("id" = ClientId, Path, description = "The file")),
    request_body = ReportInferior,
    responses((status = 200, description = "The file as changed", body = Client)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.report-inferior")), ("x-clauses" = json!(["B-CRM-12"]))),
)]
#[post("/clients/{id}/actions/report-inferior")]
async fn report_inferior_client(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReportInferiorClients>,
    id: Param<ClientId>,
    seen: IfMatch,
    Valid(input): Valid<ReportInferior>,
) -> ApiResult<Reply<Client>> {
    report_inferior::report_inferior(&app, &handbook, &actor, Target { id: *id, seen }, input).await
}

/// Confirm an inferior client
///
/// By somebody other than the reporter.
#[utoipa::path(
    tag = "clients", operation_id = "confirm_inferior_client",
    params(("id" = ClientId, Path, description = "The file")),
    request_body = ConfirmInferior,
    responses((status = 200, description = "The file as changed", body = Client)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.confirm-inferior")), ("x-clauses" = json!(["B-CRM-12"]))),
)]
#[post("/clients/{id}/actions/confirm-inferior")]
async fn confirm_inferior_client(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ConfirmInferiorClients>,
    id: Param<ClientId>,
    seen: IfMatch,
    Valid(input): Valid<ConfirmInferior>,
) -> ApiResult<Reply<Client>> {
    confirm_inferior::confirm_inferior(&app, &handbook, &actor, Target { id: *id, seen }, input)
        .await
}

/// Take an inferior mark off
///
/// With a reason; who reported and confirmed stays in the trail.
#[utoipa::path(
    tag = "clients", operation_id = "clear_inferior_client",
    params(("id" = ClientId, Path, description = "The file")),
    request_body = ClearInferior,
    responses((status = 200, description = "The file as changed", body = Client)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.confirm-inferior")), ("x-clauses" = json!(["B-CRM-12"]))),
)]
#[post("/clients/{id}/actions/clear-inferior")]
async fn clear_inferior_client(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ConfirmInferiorClients>,
    id: Param<ClientId>,
    seen: IfMatch,
    Valid(input): Valid<ClearInferior>,
) -> ApiResult<Reply<Client>> {
    clear_inferior::clear_inferior(&app, &handbook, &actor, Target { id: *id, seen }, input).await
}

/// Merge another file into this one
///
/// Empty fields are filled from the other file, everything that hangs on it moves here, its level
/// comes along. The other file stays readable as MERGED.
#[utoipa::path(
    tag = "clients", operation_id = "merge_clients",
    params(("id" = ClientId, Path, description = "The file")),
    request_body = MergeClients,
    responses((status = 200, description = "The file as changed", body = Client)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.merge")), ("x-clauses" = json!(["A-CLI-14", "A-CLI-16"]))),
)]
#[post("/clients/{id}/actions/merge")]
async fn merge_clients(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<crate::MergeClients>,
    id: Param<ClientId>,
    seen: IfMatch,
    Valid(input): Valid<MergeClients>,
) -> ApiResult<Reply<Client>> {
    merge::merge(&app, &handbook, &actor, Target { id: *id, seen }, input).await
}

/// Ask for an action on a file
///
/// Tells those who may do what the caller may not, and answers who they are; with `dry_run` it answers
/// only. Whoever has not read the same request yet is not told again.
#[utoipa::path(
    tag = "clients", operation_id = "ask_for_client_action",
    params(("id" = ClientId, Path, description = "The file")),
    request_body = AskForAction,
    responses((status = 200, description = "Who may do it", body = Asked)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-16"]))),
)]
#[post("/clients/{id}/actions/ask")]
async fn ask_for_client_action(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    seen: IfMatch,
    Valid(input): Valid<AskForAction>,
) -> ApiResult<Reply<Asked>> {
    ask::ask(&app, &handbook, &actor, Target { id: *id, seen }, input).await
}

/// The actions on a file.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config
        .service(verify_client)
        .service(hand_over_client)
        .service(change_client_state)
        .service(change_client_tier)
        .service(classify_client)
        .service(report_inferior_client)
        .service(confirm_inferior_client)
        .service(clear_inferior_client)
        .service(merge_clients)
        .service(ask_for_client_action);
}
