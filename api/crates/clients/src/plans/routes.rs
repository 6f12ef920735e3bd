//! HTTP of collection plans.
use super::dto::{NewPlan, Plan, PlanFilter, PlanInput, PlanRow, WithdrawPlan};
use super::{confirm, create, get, list, update, withdraw};
use crate::{ManageOversight, PlanId, ReadOversight};
use actix_web::{get, patch, post, web::Data};
use handbook::Handbook;
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_plans)
        .service(create_plan)
        .service(get_plan)
        .service(update_plan)
        .service(confirm_plan)
        .service(withdraw_plan);
}

/// List collection plans
///
/// Newest first.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_collection_plans",
    params(PlanFilter, PageParams),
    responses((status = 200, description = "A page of plans", body = Page<PlanRow>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-oversight.read")), ("x-clauses" = json!(["A-CLI-15", "B-SEC-03"]))),
)]
#[get("/client-collection-plans")]
async fn list_plans(
    app: Data<App>,
    _actor: Allowed<ReadOversight>,
    filter: Query<PlanFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<PlanRow>>> {
    list::list(&app, &filter, &paging).await
}

/// Draw up a collection plan
///
/// A draft with targets for a month, a quarter or a year: for all, a department or an owner.
#[utoipa::path(
    tag = "clients", operation_id = "create_client_collection_plan",
    request_body = NewPlan,
    responses((status = 201, description = "The draft", body = Plan)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-oversight.manage")), ("x-clauses" = json!(["A-CLI-15"]))),
)]
#[post("/client-collection-plans")]
async fn create_plan(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ManageOversight>,
    Valid(input): Valid<NewPlan>,
) -> ApiResult<Reply<Plan>> {
    create::create(&app, &handbook, &actor, input).await
}

/// Read a collection plan
///
/// Each target with what has been reached: files begun, verifications done and submissions handed in
/// within the period, and the average completeness as of now.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_collection_plan",
    params(("id" = PlanId, Path, description = "The plan")),
    responses((status = 200, description = "The plan", body = Plan)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-oversight.read")), ("x-clauses" = json!(["A-CLI-15"]))),
)]
#[get("/client-collection-plans/{id}")]
async fn get_plan(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadOversight>,
    id: Param<PlanId>,
) -> ApiResult<Reply<Plan>> {
    get::get(&app, &handbook, &actor, *id).await
}

/// Change a collection plan
///
/// While it is a draft; `targets` are replaced as a whole.
#[utoipa::path(
    tag = "clients", operation_id = "update_client_collection_plan",
    params(("id" = PlanId, Path, description = "The plan")),
    request_body(content = Patch<PlanInput>, content_type = "application/merge-patch+json"),
    responses((status = 200, description = "The plan as changed", body = Plan)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-oversight.manage")), ("x-clauses" = json!(["A-CLI-15"]))),
)]
#[patch("/client-collection-plans/{id}")]
async fn update_plan(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ManageOversight>,
    id: Param<PlanId>,
    seen: IfMatch,
    patch: Patch<PlanInput>,
) -> ApiResult<Reply<Plan>> {
    update::update(&app, &handbook, &actor, *id, seen, &patch).await
}

/// Confirm a collection plan
///
/// It is in force from now on; one plan of a period can be.
#[utoipa::path(
    tag = "clients", operation_id = "confirm_client_collection_plan",
    params(("id" = PlanId, Path, description = "The plan")),
    responses((status = 200, description = "The confirmed plan", body = Plan)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-oversight.manage")), ("x-clauses" = json!(["A-CLI-15"]))),
)]
#[post("/client-collection-plans/{id}/actions/confirm")]
async fn confirm_plan(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ManageOversight>,
    id: Param<PlanId>,
    seen: IfMatch,
) -> ApiResult<Reply<Plan>> {
    confirm::confirm(&app, &handbook, &actor, *id, seen).await
}

/// Withdraw a collection plan
///
/// A draft, or the one in force to make room for another.
#[utoipa::path(
    tag = "clients", operation_id = "withdraw_client_collection_plan",
    params(("id" = PlanId, Path, description = "The plan")),
    request_body = WithdrawPlan,
    responses((status = 200, description = "The withdrawn plan", body = Plan)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-oversight.manage")), ("x-clauses" = json!(["A-CLI-15"]))),
)]
#[post("/client-collection-plans/{id}/actions/withdraw")]
async fn withdraw_plan(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ManageOversight>,
    id: Param<PlanId>,
    seen: IfMatch,
    Valid(input): Valid<WithdrawPlan>,
) -> ApiResult<Reply<Plan>> {
    withdraw::withdraw(&app, &handbook, &actor, *id, seen, input).await
}
