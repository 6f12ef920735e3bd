//! `/duty-conflicts`: the matrix of duties that exclude each other.
use super::dto::{DutyConflict, DutyConflictFilter, DutyConflictInput, EndDutyConflict};
use super::{create, end, list};
use crate::ids::DutyConflictId;
use crate::permissions::{Inventory, ManageDutyConflicts, ReadRoles};
use actix_web::{get, post, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::reply::{Items, Reply};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_duty_conflicts)
        .service(create_duty_conflict)
        .service(get_duty_conflict)
        .service(end_duty_conflict);
}

/// List conflicts of duties
///
/// The whole matrix; ended rows on request.
#[utoipa::path(
    tag = "identity", operation_id = "list_duty_conflicts",
    params(DutyConflictFilter),
    responses((status = 200, description = "The matrix", body = Items<DutyConflict>)),
    extensions(("x-permission" = json!("role.read"))),
)]
#[get("/duty-conflicts")]
async fn list_duty_conflicts(
    app: Data<App>,
    actor: Allowed<ReadRoles>,
    filter: Query<DutyConflictFilter>,
) -> ApiResult<Reply<Items<DutyConflict>>> {
    list::list(&app, &actor, &filter).await
}

/// Register a conflict of duties
///
/// From now on no grant, role or delegation can give both permissions to one person. Refused while
/// somebody holds both.
#[utoipa::path(
    tag = "identity", operation_id = "create_duty_conflict",
    request_body = DutyConflictInput,
    responses((status = 201, description = "The new row of the matrix", body = DutyConflict)),
    extensions(("x-permission" = json!("duty-conflict.manage"))),
)]
#[post("/duty-conflicts")]
async fn create_duty_conflict(
    app: Data<App>,
    inventory: Data<Inventory>,
    actor: Allowed<ManageDutyConflicts>,
    Valid(input): Valid<DutyConflictInput>,
) -> ApiResult<Reply<DutyConflict>> {
    create::create(&app, &actor, &inventory, input).await
}

/// Read a conflict of duties
///
/// With the rules of the handbook that demand it.
#[utoipa::path(
    tag = "identity", operation_id = "get_duty_conflict",
    params(("id" = DutyConflictId, Path, description = "The row of the matrix")),
    responses((status = 200, description = "The row", body = DutyConflict)),
    extensions(("x-permission" = json!("role.read"))),
)]
#[get("/duty-conflicts/{id}")]
async fn get_duty_conflict(
    app: Data<App>,
    actor: Allowed<ReadRoles>,
    id: Param<DutyConflictId>,
) -> ApiResult<Reply<DutyConflict>> {
    list::get(&app, &actor, *id).await
}

/// End a conflict of duties
///
/// The row stays in the matrix's history with the reason.
#[utoipa::path(
    tag = "identity", operation_id = "end_duty_conflict",
    params(("id" = DutyConflictId, Path, description = "The row of the matrix")),
    request_body = EndDutyConflict,
    responses((status = 200, description = "The ended row", body = DutyConflict)),
    extensions(("x-permission" = json!("duty-conflict.manage"))),
)]
#[post("/duty-conflicts/{id}/actions/end")]
async fn end_duty_conflict(
    app: Data<App>,
    actor: Allowed<ManageDutyConflicts>,
    id: Param<DutyConflictId>,
    seen: IfMatch,
    Valid(input): Valid<EndDutyConflict>,
) -> ApiResult<Reply<DutyConflict>> {
    end::end(&app, &actor, *id, seen, input).await
}
