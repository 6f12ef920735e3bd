//! `/clients/{id}/purchases`.
use super::dto::{Purchase, PurchaseFilter, PurchaseInput};
use super::{create, get, list, remove, update};
use crate::hanging::Removal;
use crate::{ClientId, PurchaseId, ReadClients};
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

/// List purchases
///
/// What a client bought, latest first.
#[utoipa::path(
    tag = "clients", operation_id = "list_purchases",
    params(("id" = ClientId, Path, description = "The file"), PurchaseFilter, PageParams),
    responses((status = 200, description = "A page of purchases", body = Page<Purchase>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["B-CRM-02", "B-SEC-03"]))),
)]
#[get("/clients/{id}/purchases")]
async fn list_purchases(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    filter: Query<PurchaseFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<Purchase>>> {
    list::list(&app, &actor, *id, &filter, &paging).await
}

/// Add a purchase
///
/// What was bought, when and for how much. An order stands once in a file.
#[utoipa::path(
    tag = "clients", operation_id = "create_purchase",
    params(("id" = ClientId, Path, description = "The file")),
    request_body = PurchaseInput,
    responses((status = 201, description = "The purchase", body = Purchase)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(
        ("x-permission" = json!("client.read")), ("x-also-needs" = json!(["client.maintain", "client.create-group-buy"])),
        ("x-clauses" = json!(["A-CLI-16", "B-CRM-02", "B-CRM-10"])),
    ),
)]
#[post("/clients/{id}/purchases")]
async fn create_purchase(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    Valid(input): Valid<PurchaseInput>,
) -> ApiResult<Reply<Purchase>> {
    create::create(&app, &handbook, &actor, *id, input).await
}

/// Read a purchase
///
/// One purchase, also one that was taken out.
#[utoipa::path(
    tag = "clients", operation_id = "get_purchase",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("purchase_id" = PurchaseId, Path, description = "The purchase"),
    ),
    responses((status = 200, description = "The purchase", body = Purchase)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["B-CRM-02"]))),
)]
#[get("/clients/{id}/purchases/{purchase_id}")]
async fn get_purchase(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, PurchaseId)>,
) -> ApiResult<Reply<Purchase>> {
    get::get(&app, &actor, *ids).await
}

/// Change a purchase
///
/// Put right what was entered wrongly.
#[utoipa::path(
    tag = "clients", operation_id = "update_purchase",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("purchase_id" = PurchaseId, Path, description = "The purchase"),
    ),
    request_body = Patch<PurchaseInput>,
    responses((status = 200, description = "The purchase as it is now", body = Purchase)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-also-needs" = json!(["client.maintain", "client.create-group-buy"])), ("x-clauses" = json!(["A-CLI-16"]))),
)]
#[patch("/clients/{id}/purchases/{purchase_id}")]
async fn update_purchase(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, PurchaseId)>,
    seen: IfMatch,
    patch: Patch<PurchaseInput>,
) -> ApiResult<Reply<Purchase>> {
    update::update(&app, &handbook, &actor, *ids, seen, patch).await
}

/// Take a purchase out
///
/// Cancelled, or entered by mistake. Nothing is deleted.
#[utoipa::path(
    tag = "clients", operation_id = "remove_purchase",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("purchase_id" = PurchaseId, Path, description = "The purchase"),
    ),
    request_body = Removal,
    responses((status = 200, description = "The purchase as it was", body = Purchase)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-also-needs" = json!(["client.maintain", "client.create-group-buy"])), ("x-clauses" = json!(["A-CLI-16"]))),
)]
#[post("/clients/{id}/purchases/{purchase_id}/actions/remove")]
async fn remove_purchase(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, PurchaseId)>,
    seen: IfMatch,
    Valid(removal): Valid<Removal>,
) -> ApiResult<Reply<Purchase>> {
    remove::remove(&app, &actor, *ids, seen, removal).await
}

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_purchases)
        .service(create_purchase)
        .service(get_purchase)
        .service(update_purchase)
        .service(remove_purchase);
}
