//! `/clients/{id}/contacts`.
use super::dto::{Contact, ContactFilter, ContactInput};
use super::{create, get, list, remove, update};
use crate::hanging::Removal;
use crate::{ClientId, ContactId, ReadClients};
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

/// List contacts
///
/// The people at a client in the order of their names. Personal fields are masked for those without
/// `client-personal.read` over the file.
#[utoipa::path(
    tag = "clients", operation_id = "list_contacts",
    params(("id" = ClientId, Path, description = "The file"), ContactFilter, PageParams),
    responses((status = 200, description = "A page of contacts", body = Page<Contact>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(
        ("x-permission" = json!("client.read")), ("x-also-needs" = json!(["client-personal.read"])),
        ("x-clauses" = json!(["A-CLI-06", "A-CLI-28", "B-SEC-02"])),
    ),
)]
#[get("/clients/{id}/contacts")]
async fn list_contacts(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    filter: Query<ContactFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<Contact>>> {
    list::list(&app, &actor, *id, &filter, &paging).await
}

/// Add a contact
///
/// Somebody at the client, perhaps one who takes part in the decision to buy. Completeness of the
/// file follows.
#[utoipa::path(
    tag = "clients", operation_id = "create_contact",
    params(("id" = ClientId, Path, description = "The file")),
    request_body = ContactInput,
    responses((status = 201, description = "The contact", body = Contact)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(
        ("x-permission" = json!("client.read")), ("x-also-needs" = json!(["client.maintain", "client.create-group-buy"])),
        ("x-clauses" = json!(["A-CLI-06", "A-CLI-16"])),
    ),
)]
#[post("/clients/{id}/contacts")]
async fn create_contact(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    Valid(input): Valid<ContactInput>,
) -> ApiResult<Reply<Contact>> {
    create::create(&app, &handbook, &actor, *id, input).await
}

/// Read a contact
///
/// One person at the client, also one who was taken out.
#[utoipa::path(
    tag = "clients", operation_id = "get_contact",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("contact_id" = ContactId, Path, description = "The contact"),
    ),
    responses((status = 200, description = "The contact", body = Contact)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(
        ("x-permission" = json!("client.read")), ("x-also-needs" = json!(["client-personal.read"])),
        ("x-clauses" = json!(["A-CLI-06", "A-CLI-28"])),
    ),
)]
#[get("/clients/{id}/contacts/{contact_id}")]
async fn get_contact(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, ContactId)>,
) -> ApiResult<Reply<Contact>> {
    get::get(&app, &actor, *ids).await
}

/// Change a contact
///
/// Personal fields are changed only by those who read them in full.
#[utoipa::path(
    tag = "clients", operation_id = "update_contact",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("contact_id" = ContactId, Path, description = "The contact"),
    ),
    request_body = Patch<ContactInput>,
    responses((status = 200, description = "The contact as it is now", body = Contact)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(
        ("x-permission" = json!("client.read")), ("x-also-needs" = json!(["client.maintain", "client.create-group-buy"])),
        ("x-also-needs" = json!(["client-personal.read"])),
        ("x-clauses" = json!(["A-CLI-06", "A-CLI-16", "A-CLI-28"])),
    ),
)]
#[patch("/clients/{id}/contacts/{contact_id}")]
async fn update_contact(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, ContactId)>,
    seen: IfMatch,
    patch: Patch<ContactInput>,
) -> ApiResult<Reply<Contact>> {
    update::update(&app, &handbook, &actor, *ids, seen, patch).await
}

/// Take a contact out
///
/// Somebody who left the client or was entered by mistake. Nothing is deleted.
#[utoipa::path(
    tag = "clients", operation_id = "remove_contact",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("contact_id" = ContactId, Path, description = "The contact"),
    ),
    request_body = Removal,
    responses((status = 200, description = "The contact as it was", body = Contact)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(
        ("x-permission" = json!("client.read")), ("x-also-needs" = json!(["client.maintain", "client.create-group-buy"])), ("x-clauses" = json!(["A-CLI-16"])),
    ),
)]
#[post("/clients/{id}/contacts/{contact_id}/actions/remove")]
async fn remove_contact(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, ContactId)>,
    seen: IfMatch,
    Valid(removal): Valid<Removal>,
) -> ApiResult<Reply<Contact>> {
    remove::remove(&app, &actor, *ids, seen, removal).await
}

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_contacts)
        .service(create_contact)
        .service(get_contact)
        .service(update_contact)
        .service(remove_contact);
}
