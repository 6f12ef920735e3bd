//! `/role-grants`: who was given which role, when, by whom and why.
use super::dto::{RevokeGrant, RoleGrant, RoleGrantFilter, RoleGrantInput};
use super::{create, list, revoke};
use crate::ids::RoleGrantId;
use crate::permissions::{GrantRoles, ReadRoles};
use actix_web::{get, post, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_role_grants)
        .service(create_role_grant)
        .service(get_role_grant)
        .service(revoke_role_grant);
}

/// List grants of roles
///
/// To the people within the caller's reach, newest first; past ones are kept.
#[utoipa::path(
    tag = "identity", operation_id = "list_role_grants",
    params(RoleGrantFilter, PageParams),
    responses((status = 200, description = "A page of grants", body = Page<RoleGrant>)),
    extensions(("x-permission" = json!("role.read"))),
)]
#[get("/role-grants")]
async fn list_role_grants(
    app: Data<App>,
    actor: Allowed<ReadRoles>,
    filter: Query<RoleGrantFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<RoleGrant>>> {
    list::list(&app, &actor, &filter, &paging).await
}

/// Grant a role
///
/// Never to oneself, never more than the caller holds (unless they hold `role.grant-any`), and
/// never so that one person holds two permissions that exclude each other, now or later.
#[utoipa::path(
    tag = "identity", operation_id = "create_role_grant",
    request_body = RoleGrantInput,
    responses((status = 201, description = "The new grant", body = RoleGrant)),
    extensions(
        ("x-permission" = json!("role.grant")),
        ("x-also-needs" = json!(["role.grant-any", "person.read"])),
        ("x-clauses" = json!(["A-SEC-01", "A-SEC-09", "B-CRM-12"])),
    ),
)]
#[post("/role-grants")]
async fn create_role_grant(
    app: Data<App>,
    actor: Allowed<GrantRoles>,
    Valid(input): Valid<RoleGrantInput>,
) -> ApiResult<Reply<RoleGrant>> {
    create::create(&app, &actor, input).await
}

/// Read a grant
///
/// With who gave it, and who took it back.
#[utoipa::path(
    tag = "identity", operation_id = "get_role_grant",
    params(("id" = RoleGrantId, Path, description = "The grant")),
    responses((status = 200, description = "The grant", body = RoleGrant)),
    extensions(("x-permission" = json!("role.read"))),
)]
#[get("/role-grants/{id}")]
async fn get_role_grant(
    app: Data<App>,
    actor: Allowed<ReadRoles>,
    id: Param<RoleGrantId>,
) -> ApiResult<Reply<RoleGrant>> {
    list::get(&app, &actor, *id).await
}

/// Revoke a grant
///
/// Takes effect at once. The last administrator keeps theirs.
#[utoipa::path(
    tag = "identity", operation_id = "revoke_role_grant",
    params(("id" = RoleGrantId, Path, description = "The grant")),
    request_body = RevokeGrant,
    responses((status = 200, description = "The revoked grant", body = RoleGrant)),
    extensions(
        ("x-permission" = json!("role.grant")),
        ("x-also-needs" = json!(["role.read"])),
    ),
)]
#[post("/role-grants/{id}/actions/revoke")]
async fn revoke_role_grant(
    app: Data<App>,
    actor: Allowed<GrantRoles>,
    id: Param<RoleGrantId>,
    seen: IfMatch,
    Valid(input): Valid<RevokeGrant>,
) -> ApiResult<Reply<RoleGrant>> {
    revoke::revoke(&app, &actor, *id, seen, input).await
}
