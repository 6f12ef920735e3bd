//! HTTP of incidents.
use super::dto::{
    AmendIncident, ConcludeIncident, Incident, IncidentFilter, IncidentInput, IncidentRow,
    IncidentStatement, TakeUpIncident,
};
use super::{amend, conclude, read, report, state, take_up};
use crate::{HandleIncidents, IncidentId, ReadIncidents, ReportIncidents};
use actix_web::{get, post, web::Data};
use handbook::Handbook;
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::Reply;
use kernel::idempotency::Keyed;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_client_incidents)
        .service(report_client_incident)
        .service(get_client_incident)
        .service(amend_client_incident)
        .service(state_case_of_client_incident)
        .service(conclude_client_incident)
        .service(take_client_incident_up);
}

/// List secrecy incidents
///
/// Newest first: those that one reported, those that name one as a party or as the superior of one, and
/// those within reach of whoever handles or reads incidents.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_incidents",
    params(IncidentFilter, PageParams),
    responses((status = 200, description = "A page of incidents", body = Page<IncidentRow>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-incident.read")), ("x-clauses" = json!(["A-BOR-05"]))),
)]
#[get("/client-incidents")]
async fn list_client_incidents(
    app: Data<App>,
    actor: Allowed<ReadIncidents>,
    filter: Query<IncidentFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<IncidentRow>>> {
    read::list(&app, &actor, &filter, &paging).await
}

/// Report a secrecy incident
///
/// Breach, loss or leak, with the parties. The direct superior of each is whom the company knows as that,
/// unless another is named; they bear the responsibility of leadership.
#[utoipa::path(
    tag = "clients", operation_id = "report_client_incident",
    request_body = IncidentInput,
    responses((status = 201, description = "The incident, under investigation", body = Incident)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-incident.report")), ("x-keyed" = json!(true)), ("x-clauses" = json!(["A-BOR-05"]))),
)]
#[post("/client-incidents")]
async fn report_client_incident(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReportIncidents>,
    _: Keyed,
    Valid(input): Valid<IncidentInput>,
) -> ApiResult<Reply<Incident>> {
    report::report(&app, &handbook, &actor, input).await
}

/// Read a secrecy incident
///
/// With its parties and superiors. What somebody stated and what followed for them is shown to themselves
/// and to whoever reads incidents there; files, to whoever may see each of them.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_incident",
    params(("id" = IncidentId, Path, description = "The incident")),
    responses((status = 200, description = "The incident", body = Incident)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-incident.read")), ("x-clauses" = json!(["A-BOR-05"]))),
)]
#[get("/client-incidents/{id}")]
async fn get_client_incident(
    app: Data<App>,
    actor: Allowed<ReadIncidents>,
    id: Param<IncidentId>,
) -> ApiResult<Reply<Incident>> {
    read::get(&app, &actor, *id).await
}

/// Amend a secrecy incident
///
/// Facts, files and parties, until it is concluded; by nobody who is named in it.
#[utoipa::path(
    tag = "clients", operation_id = "amend_client_incident",
    params(("id" = IncidentId, Path, description = "The incident")),
    request_body = AmendIncident,
    responses((status = 200, description = "The incident as amended", body = Incident)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-incident.handle")), ("x-clauses" = json!(["A-BOR-05"]))),
)]
#[post("/client-incidents/{id}/actions/amend")]
async fn amend_client_incident(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<HandleIncidents>,
    id: Param<IncidentId>,
    seen: IfMatch,
    Valid(input): Valid<AmendIncident>,
) -> ApiResult<Reply<Incident>> {
    amend::amend(&app, &handbook, &actor, (*id, seen), input).await
}

/// State one's case
///
/// By a party or a superior, until it is concluded; in place of what they stated before.
#[utoipa::path(
    tag = "clients", operation_id = "state_case_of_client_incident",
    params(("id" = IncidentId, Path, description = "The incident")),
    request_body = IncidentStatement,
    responses((status = 200, description = "The incident", body = Incident)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-incident.report")), ("x-clauses" = json!(["A-BOR-05"]))),
)]
#[post("/client-incidents/{id}/actions/state")]
async fn state_case_of_client_incident(
    app: Data<App>,
    actor: Allowed<ReportIncidents>,
    id: Param<IncidentId>,
    seen: IfMatch,
    Valid(input): Valid<IncidentStatement>,
) -> ApiResult<Reply<Incident>> {
    state::state(&app, &actor, (*id, seen), input).await
}

/// Conclude a secrecy incident
///
/// What follows for every party, the responsibility of leadership of every superior, and what is done about
/// it; by nobody who is named in it.
#[utoipa::path(
    tag = "clients", operation_id = "conclude_client_incident",
    params(("id" = IncidentId, Path, description = "The incident")),
    request_body = ConcludeIncident,
    responses((status = 200, description = "The incident, concluded", body = Incident)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-incident.handle")), ("x-clauses" = json!(["A-BOR-05"]))),
)]
#[post("/client-incidents/{id}/actions/conclude")]
async fn conclude_client_incident(
    app: Data<App>,
    actor: Allowed<HandleIncidents>,
    id: Param<IncidentId>,
    seen: IfMatch,
    Valid(input): Valid<ConcludeIncident>,
) -> ApiResult<Reply<Incident>> {
    conclude::conclude(&app, &actor, (*id, seen), input).await
}

/// Take a secrecy incident up again
///
/// What was concluded is looked into once more; what followed stands until it is concluded anew.
#[utoipa::path(
    tag = "clients", operation_id = "take_client_incident_up",
    params(("id" = IncidentId, Path, description = "The incident")),
    request_body = TakeUpIncident,
    responses((status = 200, description = "The incident, under investigation again", body = Incident)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-incident.handle")), ("x-clauses" = json!(["A-BOR-05"]))),
)]
#[post("/client-incidents/{id}/actions/take-up")]
async fn take_client_incident_up(
    app: Data<App>,
    actor: Allowed<HandleIncidents>,
    id: Param<IncidentId>,
    seen: IfMatch,
    Valid(input): Valid<TakeUpIncident>,
) -> ApiResult<Reply<Incident>> {
    take_up::take_up(&app, &actor, (*id, seen), input).await
}
