//! HTTP of flows.
use super::dto::{ApprovalFlow, ApprovalFlowDetail, ApprovalSubject, FlowInput};
use super::{list, set};
use crate::subject::Approvals;
use crate::{ManageFlows, ReadApprovals};
use actix_web::{get, post, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::{Param, Valid};
use kernel::http::reply::{Items, Reply};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_approval_subjects)
        .service(list_approval_flows)
        .service(get_approval_flow)
        .service(set_approval_flow);
}

/// List what can be approved
///
/// Each kind of record, with what a condition of a flow can ask about it.
#[utoipa::path(
    tag = "approvals", operation_id = "list_approval_subjects",
    responses((status = 200, description = "Kinds of records", body = Items<ApprovalSubject>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.read"))),
)]
#[get("/approval-subjects")]
async fn list_approval_subjects(
    approvals: Data<Approvals>,
    actor: Allowed<ReadApprovals>,
) -> ApiResult<Reply<Items<ApprovalSubject>>> {
    Ok(list::subjects(&approvals, &actor))
}

/// List flows
///
/// Each as it counts today: what the company has set, or what the handbook says.
#[utoipa::path(
    tag = "approvals", operation_id = "list_approval_flows",
    responses((status = 200, description = "All flows", body = Items<ApprovalFlow>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.read"))),
)]
#[get("/approval-flows")]
async fn list_approval_flows(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<ReadApprovals>,
) -> ApiResult<Reply<Items<ApprovalFlow>>> {
    list::list(&app, &approvals, &actor).await
}

/// Read a flow
///
/// With everything that was ever set, latest first.
#[utoipa::path(
    tag = "approvals", operation_id = "get_approval_flow",
    params(("code" = String, Path, description = "Code of the flow", example = "client-loan")),
    responses((status = 200, description = "The flow and its history", body = ApprovalFlowDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.read"))),
)]
#[get("/approval-flows/{code}")]
async fn get_approval_flow(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<ReadApprovals>,
    code: Param<String>,
) -> ApiResult<Reply<ApprovalFlowDetail>> {
    list::get(&app, &approvals, &actor, &code).await
}

/// Set a flow
///
/// From today or a later date on, with its reason. Approvals that are under way go on by the flow by
/// which they began. Refused where a step could never be decided.
#[utoipa::path(
    tag = "approvals", operation_id = "set_approval_flow",
    request_body = FlowInput,
    responses((status = 201, description = "The flow with its new version", body = ApprovalFlowDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval-flow.manage"))),
)]
#[post("/approval-flows")]
async fn set_approval_flow(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<ManageFlows>,
    Valid(input): Valid<FlowInput>,
) -> ApiResult<Reply<ApprovalFlowDetail>> {
    set::set(&app, &approvals, &actor, input).await
}
