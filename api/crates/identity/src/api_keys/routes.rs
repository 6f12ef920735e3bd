//! `/api-keys`: credentials of machines.
use super::dto::{ApiKey, ApiKeyFilter, ApiKeyInput, RevokeApiKey};
use super::{create, list, revoke};
use crate::ids::ApiKeyId;
use crate::permissions::{Inventory, ManageApiKeys};
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
        .service(list_api_keys)
        .service(create_api_key)
        .service(get_api_key)
        .service(revoke_api_key);
}

/// List API keys
///
/// Of the people within the caller's reach, newest first; revoked and expired ones are kept.
#[utoipa::path(
    tag = "identity", operation_id = "list_api_keys",
    params(ApiKeyFilter, PageParams),
    responses((status = 200, description = "A page of keys", body = Page<ApiKey>)),
    extensions(("x-permission" = json!("api-key.manage"))),
)]
#[get("/api-keys")]
async fn list_api_keys(
    app: Data<App>,
    actor: Allowed<ManageApiKeys>,
    filter: Query<ApiKeyFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<ApiKey>>> {
    list::list(&app, &actor, &filter, &paging).await
}

/// Make an API key
///
/// It acts for the caller with some of their permissions, as far as they reach at the time of use.
/// The secret is shown this once. Power over people and rights cannot be put on a key, and a key
/// makes no keys.
#[utoipa::path(
    tag = "identity", operation_id = "create_api_key",
    request_body = ApiKeyInput,
    responses((status = 201, description = "The new key with its secret", body = ApiKey)),
    extensions(("x-permission" = json!("api-key.manage"))),
)]
#[post("/api-keys")]
async fn create_api_key(
    app: Data<App>,
    inventory: Data<Inventory>,
    actor: Allowed<ManageApiKeys>,
    Valid(input): Valid<ApiKeyInput>,
) -> ApiResult<Reply<ApiKey>> {
    create::create(&app, &actor, &inventory, input).await
}

/// Read an API key
///
/// Without its secret.
#[utoipa::path(
    tag = "identity", operation_id = "get_api_key",
    params(("id" = ApiKeyId, Path, description = "The key")),
    responses((status = 200, description = "The key", body = ApiKey)),
    extensions(("x-permission" = json!("api-key.manage"))),
)]
#[get("/api-keys/{id}")]
async fn get_api_key(
    app: Data<App>,
    actor: Allowed<ManageApiKeys>,
    id: Param<ApiKeyId>,
) -> ApiResult<Reply<ApiKey>> {
    list::get(&app, &actor, *id).await
}

/// Revoke an API key
///
/// Takes effect at once.
#[utoipa::path(
    tag = "identity", operation_id = "revoke_api_key",
    params(("id" = ApiKeyId, Path, description = "The key")),
    request_body = RevokeApiKey,
    responses((status = 200, description = "The revoked key", body = ApiKey)),
    extensions(("x-permission" = json!("api-key.manage"))),
)]
#[post("/api-keys/{id}/actions/revoke")]
async fn revoke_api_key(
    app: Data<App>,
    actor: Allowed<ManageApiKeys>,
    id: Param<ApiKeyId>,
    seen: IfMatch,
    Valid(input): Valid<RevokeApiKey>,
) -> ApiResult<Reply<ApiKey>> {
    revoke::revoke(&app, &actor, *id, seen, input).await
}
