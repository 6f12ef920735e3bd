//! `/clients/{id}/interactions`.
use super::dto::{Interaction, InteractionFilter, InteractionInput};
use super::{classify, get, list, record};
use crate::secret_items::ClassifyItem;
use crate::{ClassifyClients, ClientId, InteractionId, ReadClients};
use actix_web::{get, post, web::Data};
use handbook::Handbook;
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

/// List interactions
///
/// What was said with a client, latest first.
#[utoipa::path(
    tag = "clients", operation_id = "list_interactions",
    params(("id" = ClientId, Path, description = "The file"), InteractionFilter, PageParams),
    responses((status = 200, description = "A page of interactions", body = Page<Interaction>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(
        ("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-23", "B-CRM-10", "B-SEC-02"])),
    ),
)]
#[get("/clients/{id}/interactions")]
async fn list_interactions(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    filter: Query<InteractionFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<Interaction>>> {
    list::list(&app, &actor, *id, &filter, &paging).await
}

/// Record an interaction
///
/// Whoever deals with the client writes up what was said. With `corrects_id` it replaces an earlier
/// record, which stays readable.
#[utoipa::path(
    tag = "clients", operation_id = "record_interaction",
    params(("id" = ClientId, Path, description = "The file")),
    request_body = InteractionInput,
    responses((status = 201, description = "The record", body = Interaction)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(
        ("x-permission" = json!("client.read")),
        ("x-also-needs" = json!([
            "client.collect", "client.maintain", "client.create-group-buy", "client.follow-up",
            "client.maintain-key", "client.report-inferior", "client.verify",
        ])),
        ("x-clauses" = json!(["A-CLI-23", "A-CLI-26", "B-CRM-10", "B-CRM-14"])),
    ),
)]
#[post("/clients/{id}/interactions")]
async fn record_interaction(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    Valid(input): Valid<InteractionInput>,
) -> ApiResult<Reply<Interaction>> {
    record::record(&app, &handbook, &actor, *id, input).await
}

/// Read an interaction
///
/// One record, also one that was replaced.
#[utoipa::path(
    tag = "clients", operation_id = "get_interaction",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("interaction_id" = InteractionId, Path, description = "The record"),
    ),
    responses((status = 200, description = "The record", body = Interaction)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-23"]))),
)]
#[get("/clients/{id}/interactions/{interaction_id}")]
async fn get_interaction(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, InteractionId)>,
) -> ApiResult<Reply<Interaction>> {
    get::get(&app, &actor, *ids).await
}

/// Set the level of an interaction
///
/// Above that of its file, with a term and what makes it secret, or as secret as the file again. Who is not
/// cleared for it finds it nowhere.
#[utoipa::path(
    tag = "clients", operation_id = "classify_interaction",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("interaction_id" = InteractionId, Path, description = "The interaction"),
    ),
    request_body = ClassifyItem,
    responses((status = 200, description = "The interaction as classified", body = Interaction)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.classify")), ("x-clauses" = json!(["A-SEC-06", "A-SEC-07", "A-SEC-08"]))),
)]
#[post("/clients/{id}/interactions/{interaction_id}/actions/classify")]
async fn classify_interaction(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ClassifyClients>,
    ids: Param<(ClientId, InteractionId)>,
    seen: IfMatch,
    Valid(input): Valid<ClassifyItem>,
) -> ApiResult<Reply<Interaction>> {
    classify::classify(&app, &handbook, &actor, (*ids, seen), input).await
}

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_interactions)
        .service(record_interaction)
        .service(get_interaction)
        .service(classify_interaction);
}
