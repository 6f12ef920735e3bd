//! HTTP of approvals.
use super::dto::{Approval, ApprovalRow, EligibleApprovers};
use super::requests::{ApprovalFilter, WithdrawApproval};
use super::{act, eligible, read, requester};
use crate::ReadApprovals;
use crate::ids::ApprovalId;
use crate::subject::Approvals;
use actix_web::{get, post, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::{Items, Reply};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_approvals)
        .service(get_approval)
        .service(list_eligible_approvers)
        .service(withdraw_approval)
        .service(remind_approvers);
}

/// List approvals
///
/// Newest first: those of records that exist for the caller.
#[utoipa::path(
    tag = "approvals", operation_id = "list_approvals",
    params(ApprovalFilter, PageParams),
    responses((status = 200, description = "A page of approvals", body = Page<ApprovalRow>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.read"))),
)]
#[get("/approvals")]
async fn list_approvals(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<ReadApprovals>,
    filter: Query<ApprovalFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<ApprovalRow>>> {
    read::list(&app, &approvals, &actor, &filter, &paging).await
}

/// Read an approval
///
/// What was submitted, what differs from the time before, the steps with who decides and decided in
/// them, and the history.
#[utoipa::path(
    tag = "approvals", operation_id = "get_approval",
    params(("id" = ApprovalId, Path, description = "The approval")),
    responses((status = 200, description = "The approval", body = Approval)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.read"))),
)]
#[get("/approvals/{id}")]
async fn get_approval(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<ReadApprovals>,
    id: Param<ApprovalId>,
) -> ApiResult<Reply<Approval>> {
    read::get(&app, &approvals, &actor, *id).await
}

/// List who may approve
///
/// Step by step the people whom the flow names and those who were asked besides: who may decide, and
/// for the rest why not.
#[utoipa::path(
    tag = "approvals", operation_id = "list_eligible_approvers",
    params(("id" = ApprovalId, Path, description = "The approval")),
    responses((status = 200, description = "People by step", body = Items<EligibleApprovers>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.read"))),
)]
#[get("/approvals/{id}/eligible-approvers")]
async fn list_eligible_approvers(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<ReadApprovals>,
    id: Param<ApprovalId>,
) -> ApiResult<Reply<Items<EligibleApprovers>>> {
    eligible::eligible(&app, &approvals, &actor, *id).await
}

/// Withdraw an approval
///
/// By whoever requested it, while it is under way.
#[utoipa::path(
    tag = "approvals", operation_id = "withdraw_approval",
    params(("id" = ApprovalId, Path, description = "The approval")),
    request_body = WithdrawApproval,
    responses((status = 200, description = "The withdrawn approval", body = Approval)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.read"))),
)]
#[post("/approvals/{id}/actions/withdraw")]
async fn withdraw_approval(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<ReadApprovals>,
    id: Param<ApprovalId>,
    seen: IfMatch,
    Valid(input): Valid<WithdrawApproval>,
) -> ApiResult<Reply<Approval>> {
    act::on_approval(&app, &approvals, &actor, (*id, seen), async |moving, work| {
        requester::withdraw(moving, work, &input).await
    })
    .await
}

/// Remind the approvers
///
/// By whoever requested it. Whoever has not read the last reminder is not told again.
#[utoipa::path(
    tag = "approvals", operation_id = "remind_approvers",
    params(("id" = ApprovalId, Path, description = "The approval")),
    responses((status = 200, description = "The approval", body = Approval)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.read"))),
)]
#[post("/approvals/{id}/actions/remind")]
async fn remind_approvers(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<ReadApprovals>,
    id: Param<ApprovalId>,
    seen: IfMatch,
) -> ApiResult<Reply<Approval>> {
    let remind = async |moving: &mut super::moving::Moving<'_>,
                        work: &mut kernel::work::Work<'_>| {
        requester::remind(moving, work).await
    };
    act::on_approval(&app, &approvals, &actor, (*id, seen), remind).await
}
