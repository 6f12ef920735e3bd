//! `/delegations`: permissions lent for an absence.
use super::dto::{Delegation, DelegationFilter, DelegationInput, RevokeDelegation};
use super::{create, list, revoke};
use crate::ids::DelegationId;
use crate::member::Member;
use crate::permissions::{Inventory, ManageDelegations};
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
        .service(list_delegations)
        .service(create_delegation)
        .service(get_delegation)
        .service(revoke_delegation);
}

/// List delegations
///
/// From and to the caller, and of the people whose delegations the caller manages; newest first.
#[utoipa::path(
    tag = "identity", operation_id = "list_delegations",
    params(DelegationFilter, PageParams),
    responses((status = 200, description = "A page of delegations", body = Page<Delegation>)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/delegations")]
async fn list_delegations(
    app: Data<App>,
    actor: Member,
    filter: Query<DelegationFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<Delegation>>> {
    list::list(&app, &actor, &filter, &paging).await
}

/// Lend permissions
///
/// What the caller holds by grants of their own and for more than their own records, for up to a
/// year. Power over people and rights is not lent, nothing lent is lent on, and nobody comes to
/// hold two permissions that exclude each other. Not with an API key.
#[utoipa::path(
    tag = "identity", operation_id = "create_delegation",
    request_body = DelegationInput,
    responses((status = 201, description = "The new delegation", body = Delegation)),
    extensions(
        ("x-permission" = json!("delegation.manage")),
        ("x-also-needs" = json!(["person.read"])),
    ),
)]
#[post("/delegations")]
async fn create_delegation(
    app: Data<App>,
    inventory: Data<Inventory>,
    actor: Allowed<ManageDelegations>,
    Valid(input): Valid<DelegationInput>,
) -> ApiResult<Reply<Delegation>> {
    create::create(&app, &actor, &inventory, input).await
}

/// Read a delegation
///
/// From or to the caller, or of somebody whose delegations the caller manages.
#[utoipa::path(
    tag = "identity", operation_id = "get_delegation",
    params(("id" = DelegationId, Path, description = "The delegation")),
    responses((status = 200, description = "The delegation", body = Delegation)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/delegations/{id}")]
async fn get_delegation(
    app: Data<App>,
    actor: Member,
    id: Param<DelegationId>,
) -> ApiResult<Reply<Delegation>> {
    list::get(&app, &actor, *id).await
}

/// Revoke a delegation
///
/// By who lent it, or by who manages delegations there; takes effect at once.
#[utoipa::path(
    tag = "identity", operation_id = "revoke_delegation",
    params(("id" = DelegationId, Path, description = "The delegation")),
    request_body = RevokeDelegation,
    responses((status = 200, description = "The revoked delegation", body = Delegation)),
    extensions(("x-permission" = json!("delegation.manage"))),
)]
#[post("/delegations/{id}/actions/revoke")]
async fn revoke_delegation(
    app: Data<App>,
    actor: Allowed<ManageDelegations>,
    id: Param<DelegationId>,
    seen: IfMatch,
    Valid(input): Valid<RevokeDelegation>,
) -> ApiResult<Reply<Delegation>> {
    revoke::revoke(&app, &actor, *id, seen, input).await
}
