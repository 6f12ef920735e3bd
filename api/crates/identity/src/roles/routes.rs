//! `/roles` and `/permissions`. Everybody signed in reads them: who may do what is no secret among
//! colleagues, and forms need the names.
use super::dto::{PermissionShown, Role, RoleInput};
use super::{create, list, update};
use crate::ids::RoleId;
use crate::member::Member;
use crate::permissions::{Inventory, ManageRoles};
use actix_web::{get, patch, post, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Valid};
use kernel::http::patch::Patch;
use kernel::http::reply::{Items, Reply};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_roles)
        .service(create_role)
        .service(get_role)
        .service(update_role)
        .service(list_permissions);
}

/// List roles
///
/// All of them with their permissions, by code.
#[utoipa::path(
    tag = "identity", operation_id = "list_roles",
    responses((status = 200, description = "The roles", body = Items<Role>)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/roles")]
async fn list_roles(app: Data<App>, actor: Member) -> ApiResult<Reply<Items<Role>>> {
    list::list(&app, &actor).await
}

/// Make a role
///
/// Refused when two of its permissions exclude each other, or when it holds more than the caller
/// does and the caller lacks `role.grant-any`.
#[utoipa::path(
    tag = "identity", operation_id = "create_role",
    request_body = RoleInput,
    responses((status = 201, description = "The new role", body = Role)),
    extensions(
        ("x-permission" = json!("role.manage")),
        ("x-also-needs" = json!(["role.grant-any"])),
    ),
)]
#[post("/roles")]
async fn create_role(
    app: Data<App>,
    inventory: Data<Inventory>,
    actor: Allowed<ManageRoles>,
    Valid(input): Valid<RoleInput>,
) -> ApiResult<Reply<Role>> {
    create::create(&app, &actor, &inventory, input).await
}

/// Read a role
///
/// With its permissions and their scopes.
#[utoipa::path(
    tag = "identity", operation_id = "get_role",
    params(("id" = RoleId, Path, description = "The role")),
    responses((status = 200, description = "The role", body = Role)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/roles/{id}")]
async fn get_role(app: Data<App>, actor: Member, id: Param<RoleId>) -> ApiResult<Reply<Role>> {
    list::get(&app, &actor, *id).await
}

/// Change a role
///
/// Applies to all its holders at once. Refused when one of them would come to hold two permissions
/// that exclude each other, when the caller would give rights to themselves, or when no
/// administrator would be left.
#[utoipa::path(
    tag = "identity", operation_id = "update_role",
    params(("id" = RoleId, Path, description = "The role")),
    request_body(content = Patch<RoleInput>, content_type = "application/merge-patch+json"),
    responses((status = 200, description = "The role as changed", body = Role)),
    extensions(
        ("x-permission" = json!("role.manage")),
        ("x-also-needs" = json!(["role.grant-any"])),
    ),
)]
#[patch("/roles/{id}")]
async fn update_role(
    app: Data<App>,
    inventory: Data<Inventory>,
    actor: Allowed<ManageRoles>,
    id: Param<RoleId>,
    seen: IfMatch,
    patch: Patch<RoleInput>,
) -> ApiResult<Reply<Role>> {
    update::update(&app, &actor, &inventory, *id, seen, &patch).await
}

/// List permissions
///
/// Everything a role can hold, described in the caller's language.
#[utoipa::path(
    tag = "identity", operation_id = "list_permissions",
    responses((status = 200, description = "The permissions", body = Items<PermissionShown>)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/permissions")]
async fn list_permissions(
    actor: Member,
    inventory: Data<Inventory>,
) -> ApiResult<Reply<Items<PermissionShown>>> {
    Ok(list::inventory(&actor, &inventory))
}
