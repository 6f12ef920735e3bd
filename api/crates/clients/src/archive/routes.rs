//! HTTP of files.
use super::actions::FindDuplicates;
use super::another::AnotherClient;
use super::decisions::{self, HandOver, TierDecision, Verification};
use super::dto::{Client, ClientRow};
use super::filter::{ClientFilter, ClientOrder};
use super::find_duplicates::{self, DuplicateMatch};
use super::input::{ClientInput, NewClient};
use super::tiers::{self, TierService};
use super::{create, get, list, update};
use crate::{ClientId, ReadClients};
use actix_web::{get, patch, post, web::Data};
use handbook::Handbook;
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::patch::Patch;
use kernel::http::reply::{Items, Reply};
use kernel::idempotency::Keyed;

/// List client files
///
/// Files within reach and clearance; merged ones only on request.
#[utoipa::path(
    tag = "clients", operation_id = "list_clients",
    params(ClientFilter, ClientOrder, PageParams),
    responses((status = 200, description = "A page of files", body = Page<ClientRow>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-09", "A-CLI-19", "A-CLI-22", "B-CRM-11", "B-SEC-02", "B-SEC-09"]))),
)]
#[get("/clients")]
async fn list_clients(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    filter: Query<ClientFilter>,
    order: Query<ClientOrder>,
    paging: Paging,
) -> ApiResult<Reply<Page<ClientRow>>> {
    list::list(&app, &actor, &filter, order.0, &paging).await
}

/// Begin a client file
///
/// Ordinary files are begun with `client.maintain`, those of group-buy clients with
/// `client.create-group-buy`. Where similar files exist, `confirm_duplicates` and a reason are
/// needed.
#[utoipa::path(
    tag = "clients", operation_id = "create_client",
    request_body = NewClient,
    responses((status = 201, description = "The new file", body = Client)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-14", "A-CLI-16", "A-CLI-17", "A-SEC-03", "A-SEC-07", "B-CRM-01"])), ("x-keyed" = json!(true))),
)]
#[post("/clients")]
async fn create_client(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    _: Keyed,
    Valid(input): Valid<NewClient>,
) -> ApiResult<Reply<Client>> {
    create::create(&app, &handbook, &actor, input).await
}

/// Read a client file
///
/// With completeness, what is missing, and what the caller may do.
#[utoipa::path(
    tag = "clients", operation_id = "get_client",
    params(("id" = ClientId, Path, description = "The file")),
    responses((status = 200, description = "The file", body = Client)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-02", "A-CLI-05", "A-CLI-07", "A-CLI-24", "A-CLI-26", "A-CLI-28", "A-SEC-04", "A-SEC-05", "A-SEC-07", "B-CRM-02", "B-CRM-06"]))),
)]
#[get("/clients/{id}")]
async fn get_client(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
) -> ApiResult<Reply<Client>> {
    get::get(&app, &handbook, &actor, *id).await
}

/// Change a client file
///
/// Needs `client.maintain` for the file, or `client.create-group-buy` where it is a group-buy
/// client's. A name, code or telephone that another file has needs `confirm_duplicates` and a reason.
#[utoipa::path(
    tag = "clients", operation_id = "update_client",
    params(("id" = ClientId, Path, description = "The file"), AnotherClient),
    request_body(content = Patch<ClientInput>, content_type = "application/merge-patch+json"),
    responses((status = 200, description = "The file as changed", body = Client)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-07", "A-CLI-08", "A-CLI-11", "A-CLI-14", "A-CLI-16", "A-CLI-24", "A-CLI-26", "B-CRM-03", "B-CRM-06", "B-CRM-07", "B-CRM-11"]))),
)]
#[patch("/clients/{id}")]
async fn update_client(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    seen: IfMatch,
    patch: Patch<ClientInput>,
    another: Query<AnotherClient>,
) -> ApiResult<Reply<Client>> {
    update::update(&app, &handbook, &actor, *id, seen, patch, another.0).await
}

/// Look for files of the same client
///
/// By name, credit code and telephone in the one spelling that is compared. A file above the caller's
/// clearance is not reported; one out of reach is, without its name.
#[utoipa::path(
    tag = "clients", operation_id = "find_duplicate_clients",
    request_body = FindDuplicates,
    responses((status = 200, description = "Up to 20 files", body = Items<DuplicateMatch>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-14"]))),
)]
#[post("/clients/actions/find-duplicates")]
async fn find_duplicate_clients(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    Valid(input): Valid<FindDuplicates>,
) -> ApiResult<Reply<Items<DuplicateMatch>>> {
    find_duplicates::find_duplicates(&app, &actor, &input).await
}

/// List the verifications of a client file
///
/// The latest 200, newest first.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_verifications",
    params(("id" = ClientId, Path, description = "The file")),
    responses((status = 200, description = "Verifications", body = Items<Verification>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-10"]))),
)]
#[get("/clients/{id}/verifications")]
async fn list_client_verifications(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
) -> ApiResult<Reply<Items<Verification>>> {
    decisions::verifications(&app, &actor, *id).await
}

/// List the hand-overs of a client
///
/// The latest 200, newest first.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_hand_overs",
    params(("id" = ClientId, Path, description = "The file")),
    responses((status = 200, description = "Hand-overs", body = Items<HandOver>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-01"]))),
)]
#[get("/clients/{id}/hand-overs")]
async fn list_client_hand_overs(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
) -> ApiResult<Reply<Items<HandOver>>> {
    decisions::hand_overs(&app, &actor, *id).await
}

/// List the tier decisions about a client
///
/// The latest 200 with their grounds, newest first.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_tier_decisions",
    params(("id" = ClientId, Path, description = "The file")),
    responses((status = 200, description = "Tier decisions", body = Items<TierDecision>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["B-CRM-04"]))),
)]
#[get("/clients/{id}/tier-decisions")]
async fn list_client_tier_decisions(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
) -> ApiResult<Reply<Items<TierDecision>>> {
    decisions::tier_decisions(&app, &actor, *id).await
}

/// List how each tier is served
///
/// Exactly four tiers, each with its strategy, its communication plan and the days between contacts.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_tiers",
    responses((status = 200, description = "The four tiers", body = Items<TierService>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["B-CRM-05", "B-CRM-06", "B-CRM-07", "B-CRM-08", "B-CRM-09"]))),
)]
#[get("/client-tiers")]
async fn list_client_tiers(
    app: Data<App>,
    handbook: Data<Handbook>,
    _actor: Allowed<ReadClients>,
) -> ApiResult<Reply<Items<TierService>>> {
    tiers::tiers(&app, &handbook).await
}

/// Files: list, begin, read, change, what was decided about them.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config
        .service(find_duplicate_clients)
        .service(list_client_verifications)
        .service(list_client_hand_overs)
        .service(list_client_tier_decisions)
        .service(list_client_tiers)
        .service(list_clients)
        .service(create_client)
        .service(get_client)
        .service(update_client);
}
