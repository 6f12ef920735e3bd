//! `/departments`. Names are needed everywhere, so anybody signed in reads them.
use super::dto::{CloseDepartment, Department, DepartmentFilter, DepartmentInput};
use super::{close, create, list, update};
use crate::member::Member;
use crate::permissions::ManageDepartments;
use actix_web::{get, patch, post, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::patch::Patch;
use kernel::http::reply::{Items, Reply};
use kernel::ids::DepartmentId;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_departments)
        .service(create_department)
        .service(get_department)
        .service(update_department)
        .service(close_department);
}

/// List departments
///
/// The whole tree by `parent_id`, in the order of names; closed ones on request.
#[utoipa::path(
    tag = "identity", operation_id = "list_departments",
    params(DepartmentFilter),
    responses((status = 200, description = "The departments", body = Items<Department>)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/departments")]
async fn list_departments(
    app: Data<App>,
    actor: Member,
    filter: Query<DepartmentFilter>,
) -> ApiResult<Reply<Items<Department>>> {
    list::list(&app, &actor, &filter).await
}

/// Set up a department
///
/// The code is unique among all departments, closed ones included.
#[utoipa::path(
    tag = "identity", operation_id = "create_department",
    request_body = DepartmentInput,
    responses((status = 201, description = "The new department", body = Department)),
    extensions(("x-permission" = json!("department.manage"))),
)]
#[post("/departments")]
async fn create_department(
    app: Data<App>,
    actor: Allowed<ManageDepartments>,
    Valid(input): Valid<DepartmentInput>,
) -> ApiResult<Reply<Department>> {
    create::create(&app, &actor, input).await
}

/// Read a department
///
/// With its version in the `ETag`.
#[utoipa::path(
    tag = "identity", operation_id = "get_department",
    params(("id" = DepartmentId, Path, description = "The department")),
    responses((status = 200, description = "The department", body = Department)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/departments/{id}")]
async fn get_department(
    app: Data<App>,
    actor: Member,
    id: Param<DepartmentId>,
) -> ApiResult<Reply<Department>> {
    list::get(&app, &actor, *id).await
}

/// Change a department
///
/// A closed one stays as it is. Nobody may move a department below their own.
#[utoipa::path(
    tag = "identity", operation_id = "update_department",
    params(("id" = DepartmentId, Path, description = "The department")),
    request_body(content = Patch<DepartmentInput>, content_type = "application/merge-patch+json"),
    responses((status = 200, description = "The department as changed", body = Department)),
    extensions(("x-permission" = json!("department.manage"))),
)]
#[patch("/departments/{id}")]
async fn update_department(
    app: Data<App>,
    actor: Allowed<ManageDepartments>,
    id: Param<DepartmentId>,
    seen: IfMatch,
    patch: Patch<DepartmentInput>,
) -> ApiResult<Reply<Department>> {
    update::update(&app, &actor, *id, seen, &patch).await
}

/// Close a department
///
/// Refused while active people or open departments belong to it.
#[utoipa::path(
    tag = "identity", operation_id = "close_department",
    params(("id" = DepartmentId, Path, description = "The department")),
    request_body = CloseDepartment,
    responses((status = 200, description = "The closed department", body = Department)),
    extensions(("x-permission" = json!("department.manage"))),
)]
#[post("/departments/{id}/actions/close")]
async fn close_department(
    app: Data<App>,
    actor: Allowed<ManageDepartments>,
    id: Param<DepartmentId>,
    seen: IfMatch,
    Valid(input): Valid<CloseDepartment>,
) -> ApiResult<Reply<Department>> {
    close::close(&app, &actor, *id, seen, input).await
}
