//! HTTP of tasks: the inbox, and what is done to a task.
use super::dto::{ApprovalTaskDetail, InboxTask};
use super::requests::{
    AcrossLevels, AddApprover, Approve, HandOverTask, Reject, SendBack, TaskFilter,
};
use super::together::{self, DecideTasks, DecisionOutcome};
use super::{across_levels, act, decide, pass_on, read, send_back};
use crate::ids::TaskId;
use crate::subject::Approvals;
use crate::{CrossLevels, DecideApprovals, ReadApprovals};
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
        .service(list_approval_tasks)
        .service(decide_tasks)
        .service(get_approval_task)
        .service(approve_task)
        .service(reject_task)
        .service(send_task_back)
        .service(add_approver)
        .service(hand_task_over)
        .service(take_task_across_levels);
}

/// List tasks
///
/// What the caller has to decide or has decided, and what those have to who lent them the right; the
/// newest first, the open ones where no state is asked for.
#[utoipa::path(
    tag = "approvals", operation_id = "list_approval_tasks",
    params(TaskFilter, PageParams),
    responses((status = 200, description = "A page of tasks", body = Page<InboxTask>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.read"))),
)]
#[get("/approval-tasks")]
async fn list_approval_tasks(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<ReadApprovals>,
    filter: Query<TaskFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<InboxTask>>> {
    read::inbox(&app, &approvals, &actor, &filter, &paging).await
}

/// Decide several tasks
///
/// Up to 50, each judged on its own as if decided alone; the answer says of each what became of it.
#[utoipa::path(
    tag = "approvals", operation_id = "decide_tasks",
    request_body = DecideTasks,
    responses((status = 200, description = "What became of each, in the order asked for", body = Items<DecisionOutcome>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.decide"))),
)]
#[post("/approval-tasks/actions/decide")]
async fn decide_tasks(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<DecideApprovals>,
    Valid(input): Valid<DecideTasks>,
) -> ApiResult<Reply<Items<DecisionOutcome>>> {
    together::decide(&app, &approvals, &actor, input).await
}

/// Read a task
///
/// With what the caller may do to it.
#[utoipa::path(
    tag = "approvals", operation_id = "get_approval_task",
    params(("id" = TaskId, Path, description = "The task")),
    responses((status = 200, description = "The task", body = ApprovalTaskDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.read"))),
)]
#[get("/approval-tasks/{id}")]
async fn get_approval_task(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<ReadApprovals>,
    id: Param<TaskId>,
) -> ApiResult<Reply<ApprovalTaskDetail>> {
    read::get_task(&app, &approvals, &actor, *id).await
}

/// Approve
///
/// What was submitted, and nothing else: the hash of what was looked at is part of it. Nobody approves
/// what they requested, created or edited, nor two steps that exclude each other.
#[utoipa::path(
    tag = "approvals", operation_id = "approve_task",
    params(("id" = TaskId, Path, description = "The task")),
    request_body = Approve,
    responses((status = 200, description = "The task as changed", body = ApprovalTaskDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.decide"))),
)]
#[post("/approval-tasks/{id}/actions/approve")]
async fn approve_task(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<DecideApprovals>,
    id: Param<TaskId>,
    seen: IfMatch,
    Valid(input): Valid<Approve>,
) -> ApiResult<Reply<ApprovalTaskDetail>> {
    act::on_task(&app, &approvals, &actor, (*id, seen), async |moving, work, id| {
        decide::approve(moving, work, id, &input).await
    })
    .await
}

/// Reject
///
/// With the reason; the approval ends.
#[utoipa::path(
    tag = "approvals", operation_id = "reject_task",
    params(("id" = TaskId, Path, description = "The task")),
    request_body = Reject,
    responses((status = 200, description = "The task as changed", body = ApprovalTaskDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.decide"))),
)]
#[post("/approval-tasks/{id}/actions/reject")]
async fn reject_task(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<DecideApprovals>,
    id: Param<TaskId>,
    seen: IfMatch,
    Valid(input): Valid<Reject>,
) -> ApiResult<Reply<ApprovalTaskDetail>> {
    act::on_task(&app, &approvals, &actor, (*id, seen), async |moving, work, id| {
        decide::reject(moving, work, id, &input).await
    })
    .await
}

/// Send back
///
/// To an earlier step, whose decisions and those after it count no more, or to whoever requested it.
#[utoipa::path(
    tag = "approvals", operation_id = "send_task_back",
    params(("id" = TaskId, Path, description = "The task")),
    request_body = SendBack,
    responses((status = 200, description = "The task as changed", body = ApprovalTaskDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.decide"))),
)]
#[post("/approval-tasks/{id}/actions/send-back")]
async fn send_task_back(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<DecideApprovals>,
    id: Param<TaskId>,
    seen: IfMatch,
    Valid(input): Valid<SendBack>,
) -> ApiResult<Reply<ApprovalTaskDetail>> {
    act::on_task(&app, &approvals, &actor, (*id, seen), async |moving, work, id| {
        send_back::send_back(moving, work, id, &input).await
    })
    .await
}

/// Add an approver
///
/// 加签: somebody decides before oneself, or after the step at hand.
#[utoipa::path(
    tag = "approvals", operation_id = "add_approver",
    params(("id" = TaskId, Path, description = "The task")),
    request_body = AddApprover,
    responses((status = 200, description = "The task as changed", body = ApprovalTaskDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.decide"))),
)]
#[post("/approval-tasks/{id}/actions/add-approver")]
async fn add_approver(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<DecideApprovals>,
    id: Param<TaskId>,
    seen: IfMatch,
    Valid(input): Valid<AddApprover>,
) -> ApiResult<Reply<ApprovalTaskDetail>> {
    act::on_task(&app, &approvals, &actor, (*id, seen), async |moving, work, id| {
        pass_on::add_approver(moving, work, id, &input).await
    })
    .await
}

/// Hand a task over
///
/// 转办: somebody else decides instead, within the same term.
#[utoipa::path(
    tag = "approvals", operation_id = "hand_task_over",
    params(("id" = TaskId, Path, description = "The task")),
    request_body = HandOverTask,
    responses((status = 200, description = "The task as changed", body = ApprovalTaskDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.decide"))),
)]
#[post("/approval-tasks/{id}/actions/hand-over")]
async fn hand_task_over(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<DecideApprovals>,
    id: Param<TaskId>,
    seen: IfMatch,
    Valid(input): Valid<HandOverTask>,
) -> ApiResult<Reply<ApprovalTaskDetail>> {
    act::on_task(&app, &approvals, &actor, (*id, seen), async |moving, work, id| {
        pass_on::hand_over(moving, work, id, &input).await
    })
    .await
}

/// Take a task across levels
///
/// 跨级审批: the approver is away and agreed by telephone; their next superior who may decides, and they
/// hear of the result. Not by whoever has a part in it.
#[utoipa::path(
    tag = "approvals", operation_id = "take_task_across_levels",
    params(("id" = TaskId, Path, description = "The task")),
    request_body = AcrossLevels,
    responses((status = 200, description = "The task as changed", body = ApprovalTaskDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("approval.cross-levels")), ("x-clauses" = json!(["A-SCR-10", "A-SCR-11"]))),
)]
#[post("/approval-tasks/{id}/actions/across-levels")]
async fn take_task_across_levels(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<CrossLevels>,
    id: Param<TaskId>,
    seen: IfMatch,
    Valid(input): Valid<AcrossLevels>,
) -> ApiResult<Reply<ApprovalTaskDetail>> {
    act::on_task(&app, &approvals, &actor, (*id, seen), async |moving, work, id| {
        across_levels::across_levels(moving, work, id, &input).await
    })
    .await
}
