//! `/clients/{id}/qualifications`.
use super::dto::{Qualification, QualificationFilter, QualificationInput};
use super::{create, get, list, remove, update};
use crate::hanging::Removal;
use crate::{ClientId, QualificationId, ReadClients};
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

/// List qualifications
///
/// Licences and certificates of a client, each with its validity as of today.
#[utoipa::path(
    tag = "clients", operation_id = "list_qualifications",
    params(("id" = ClientId, Path, description = "The file"), QualificationFilter, PageParams),
    responses((status = 200, description = "A page of qualifications", body = Page<Qualification>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-05"]))),
)]
#[get("/clients/{id}/qualifications")]
async fn list_qualifications(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    filter: Query<QualificationFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<Qualification>>> {
    list::list(&app, &handbook, &actor, *id, &filter, &paging).await
}

/// Add a qualification
///
/// A licence or certificate with its term. Completeness of the file follows.
#[utoipa::path(
    tag = "clients", operation_id = "create_qualification",
    params(("id" = ClientId, Path, description = "The file")),
    request_body = QualificationInput,
    responses((status = 201, description = "The qualification", body = Qualification)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(
        ("x-permission" = json!("client.read")), ("x-also-needs" = json!(["client.maintain", "client.create-group-buy"])),
        ("x-clauses" = json!(["A-CLI-05", "A-CLI-16"])),
    ),
)]
#[post("/clients/{id}/qualifications")]
async fn create_qualification(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    Valid(input): Valid<QualificationInput>,
) -> ApiResult<Reply<Qualification>> {
    create::create(&app, &handbook, &actor, *id, input).await
}

/// Read a qualification
///
/// One licence or certificate, also one that was taken out.
#[utoipa::path(
    tag = "clients", operation_id = "get_qualification",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("qualification_id" = QualificationId, Path, description = "The qualification"),
    ),
    responses((status = 200, description = "The qualification", body = Qualification)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-05"]))),
)]
#[get("/clients/{id}/qualifications/{qualification_id}")]
async fn get_qualification(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, QualificationId)>,
) -> ApiResult<Reply<Qualification>> {
    get::get(&app, &handbook, &actor, *ids).await
}

/// Change a qualification
///
/// Renewed by its issuer, or put right.
#[utoipa::path(
    tag = "clients", operation_id = "update_qualification",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("qualification_id" = QualificationId, Path, description = "The qualification"),
    ),
    request_body = Patch<QualificationInput>,
    responses((status = 200, description = "The qualification as it is now", body = Qualification)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-also-needs" = json!(["client.maintain", "client.create-group-buy"])), ("x-clauses" = json!(["A-CLI-16"]))),
)]
#[patch("/clients/{id}/qualifications/{qualification_id}")]
async fn update_qualification(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, QualificationId)>,
    seen: IfMatch,
    patch: Patch<QualificationInput>,
) -> ApiResult<Reply<Qualification>> {
    update::update(&app, &handbook, &actor, *ids, seen, patch).await
}

/// Take a qualification out
///
/// Withdrawn by its issuer, or entered by mistake. Nothing is deleted.
#[utoipa::path(
    tag = "clients", operation_id = "remove_qualification",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("qualification_id" = QualificationId, Path, description = "The qualification"),
    ),
    request_body = Removal,
    responses((status = 200, description = "The qualification as it was", body = Qualification)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-also-needs" = json!(["client.maintain", "client.create-group-buy"])), ("x-clauses" = json!(["A-CLI-16"]))),
)]
#[post("/clients/{id}/qualifications/{qualification_id}/actions/remove")]
async fn remove_qualification(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, QualificationId)>,
    seen: IfMatch,
    Valid(removal): Valid<Removal>,
) -> ApiResult<Reply<Qualification>> {
    remove::remove(&app, &handbook, &actor, *ids, seen, removal).await
}

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_qualifications)
        .service(create_qualification)
        .service(get_qualification)
        .service(update_qualification)
        .service(remove_qualification);
}
