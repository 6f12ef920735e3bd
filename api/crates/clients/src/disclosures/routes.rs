//! HTTP of disclosures.
use super::dto::{
    Disclosure, DisclosureFilter, DisclosureInput, DisclosureRow, GiveUp, Provide, RevokeConsent,
};
use super::{amend, give_up, provide, read, request, revoke};
use crate::{DisclosureId, ProvideDisclosures, ReadDisclosures, RequestDisclosures};
use actix_web::{get, patch, post, web::Data};
use approvals::Approvals;
use handbook::Handbook;
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::idempotency::Keyed;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_disclosures)
        .service(request_disclosure)
        .service(get_disclosure)
        .service(change_disclosure)
        .service(submit_disclosure)
        .service(give_up_disclosure)
        .service(provide_disclosure)
        .service(revoke_consent);
}

/// List external disclosures
///
/// Newest first: one's own, those that one has to approve, and those within reach of whoever reads or
/// provides them. Asked by a file, it says what of that client was provided to whom.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_disclosures",
    params(DisclosureFilter, PageParams),
    responses((status = 200, description = "A page of disclosures", body = Page<DisclosureRow>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-disclosure.read")), ("x-clauses" = json!(["B-SEC-07", "B-SEC-08"]))),
)]
#[get("/client-disclosures")]
async fn list_disclosures(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadDisclosures>,
    filter: Query<DisclosureFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<DisclosureRow>>> {
    read::list(&app, &handbook, &actor, &filter, &paging).await
}

/// Ask to provide client information externally
///
/// On the consent of each client, with the paper that says so, or on a law that obliges the company
/// towards an authority. The department, customer service and the general manager review it.
#[utoipa::path(
    tag = "clients", operation_id = "request_client_disclosure",
    request_body = DisclosureInput,
    responses((status = 201, description = "The disclosure, under approval", body = Disclosure)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-disclosure.request")), ("x-keyed" = json!(true)), ("x-clauses" = json!(["B-SEC-07", "B-SEC-08"]))),
)]
#[post("/client-disclosures")]
async fn request_disclosure(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<RequestDisclosures>,
    _: Keyed,
    Valid(input): Valid<DisclosureInput>,
) -> ApiResult<Reply<Disclosure>> {
    request::request(&app, &approvals, &actor, input).await
}

/// Read a disclosure
///
/// With the consents that it rests on, as far as the reader may see their files, and what the caller may
/// do to it.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_disclosure",
    params(("id" = DisclosureId, Path, description = "The disclosure")),
    responses((status = 200, description = "The disclosure", body = Disclosure)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-disclosure.read")), ("x-clauses" = json!(["B-SEC-07", "B-SEC-08"]))),
)]
#[get("/client-disclosures/{id}")]
async fn get_disclosure(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadDisclosures>,
    id: Param<DisclosureId>,
) -> ApiResult<Reply<Disclosure>> {
    read::get(&app, &handbook, &actor, *id).await
}

/// Change a disclosure
///
/// By whoever asked for it. Under approval, it begins anew: what was reviewed so far was something else.
#[utoipa::path(
    tag = "clients", operation_id = "update_client_disclosure",
    params(("id" = DisclosureId, Path, description = "The disclosure")),
    request_body = inline(Patch<DisclosureInput>),
    responses((status = 200, description = "The disclosure as changed", body = Disclosure)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-disclosure.request")), ("x-clauses" = json!(["B-SEC-07", "B-SEC-08"]))),
)]
#[patch("/client-disclosures/{id}")]
async fn change_disclosure(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<RequestDisclosures>,
    id: Param<DisclosureId>,
    seen: IfMatch,
    patch: Patch<DisclosureInput>,
) -> ApiResult<Reply<Disclosure>> {
    amend::change(&app, &approvals, &actor, (*id, seen), &patch).await
}

/// Submit a disclosure again
///
/// After it was sent back; its files and consents are looked at once more.
#[utoipa::path(
    tag = "clients", operation_id = "submit_client_disclosure",
    params(("id" = DisclosureId, Path, description = "The disclosure")),
    responses((status = 200, description = "The disclosure, under approval", body = Disclosure)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-disclosure.request")), ("x-clauses" = json!(["B-SEC-07", "B-SEC-08"]))),
)]
#[post("/client-disclosures/{id}/actions/submit")]
async fn submit_disclosure(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<RequestDisclosures>,
    id: Param<DisclosureId>,
    seen: IfMatch,
) -> ApiResult<Reply<Disclosure>> {
    amend::submit(&app, &approvals, &actor, (*id, seen)).await
}

/// Give a disclosure up
///
/// Nothing is provided: by whoever asked for it, or whoever would provide it.
#[utoipa::path(
    tag = "clients", operation_id = "give_up_client_disclosure",
    params(("id" = DisclosureId, Path, description = "The disclosure")),
    request_body = GiveUp,
    responses((status = 200, description = "The disclosure, given up", body = Disclosure)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-disclosure.read")), ("x-also-needs" = json!(["client-disclosure.provide"])), ("x-clauses" = json!(["B-SEC-07"]))),
)]
#[post("/client-disclosures/{id}/actions/give-up")]
async fn give_up_disclosure(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadDisclosures>,
    id: Param<DisclosureId>,
    seen: IfMatch,
    Valid(input): Valid<GiveUp>,
) -> ApiResult<Reply<Disclosure>> {
    give_up::give_up(&app, &handbook, &actor, (*id, seen), input).await
}

/// Provide client information
///
/// Records what was handed over, to whom, how and when. Everything is looked at once more: the consents
/// hold, the files are what was reviewed, the approval is of these days; whoever provides is not whoever
/// asked, and may read personal data where there are any.
#[utoipa::path(
    tag = "clients", operation_id = "provide_client_disclosure",
    params(("id" = DisclosureId, Path, description = "The disclosure")),
    request_body = Provide,
    responses((status = 200, description = "The disclosure, provided", body = Disclosure)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-disclosure.provide")), ("x-also-needs" = json!(["client-personal.read"])), ("x-clauses" = json!(["B-SEC-07", "B-SEC-08", "A-CLI-18", "A-CLI-28"]))),
)]
#[post("/client-disclosures/{id}/actions/provide")]
async fn provide_disclosure(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ProvideDisclosures>,
    id: Param<DisclosureId>,
    seen: IfMatch,
    Valid(input): Valid<Provide>,
) -> ApiResult<Reply<Disclosure>> {
    provide::provide(&app, &handbook, &actor, (*id, seen), input).await
}

/// Record that a client revoked their consent
///
/// By whoever keeps the client's file. Every disclosure that rests on the same paper and is open lapses;
/// of what was provided already it is known.
#[utoipa::path(
    tag = "clients", operation_id = "revoke_client_disclosure_consent",
    params(("id" = DisclosureId, Path, description = "The disclosure")),
    request_body = RevokeConsent,
    responses((status = 200, description = "The disclosure as changed", body = Disclosure)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-disclosure.read")), ("x-also-needs" = json!(["client.maintain", "client.create-group-buy"])), ("x-clauses" = json!(["B-SEC-08"]))),
)]
#[post("/client-disclosures/{id}/actions/revoke-consent")]
async fn revoke_consent(
    app: Data<App>,
    approvals: Data<Approvals>,
    actor: Allowed<ReadDisclosures>,
    id: Param<DisclosureId>,
    seen: IfMatch,
    Valid(input): Valid<RevokeConsent>,
) -> ApiResult<Reply<Disclosure>> {
    revoke::revoke(&app, &approvals, &actor, (*id, seen), input).await
}
