//! HTTP of compliance.
use super::dto::{ComplianceLine, ComplianceQuery, PersonCompliance, RulePeopleQuery};
use super::{people, report};
use crate::ReadCompliance;
use crate::obligations::Obligations;
use actix_web::{get, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::Query;
use kernel::http::reply::{Items, Reply};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(get_compliance).service(list_compliance_of_people);
}

/// Get how the rules are kept
///
/// For each live rule over a period: due, in time, late, missed, excused, refused and departed from, each
/// with the query that shows what it counts; of the records and people within the caller's reach.
#[utoipa::path(
    tag = "obligations", operation_id = "get_compliance",
    params(ComplianceQuery),
    responses((status = 200, description = "A line for each live rule, in the handbook's order", body = Items<ComplianceLine>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("compliance.read"))),
)]
#[get("/compliance")]
async fn get_compliance(
    app: Data<App>,
    obligations: Data<Obligations>,
    actor: Allowed<ReadCompliance>,
    query: Query<ComplianceQuery>,
) -> ApiResult<Reply<Items<ComplianceLine>>> {
    report::report(&app, &obligations, &actor, &query).await
}

/// List how each person kept a rule
///
/// Of one rule over a period, whoever missed most first; each figure with the query that shows it.
#[utoipa::path(
    tag = "obligations", operation_id = "list_compliance_of_people",
    params(RulePeopleQuery),
    responses((status = 200, description = "A line for each person", body = Items<PersonCompliance>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("compliance.read")), ("x-clauses" = json!(["A-CIR-03"]))),
)]
#[get("/compliance/people")]
async fn list_compliance_of_people(
    app: Data<App>,
    obligations: Data<Obligations>,
    actor: Allowed<ReadCompliance>,
    query: Query<RulePeopleQuery>,
) -> ApiResult<Reply<Items<PersonCompliance>>> {
    people::people(&app, &obligations, &actor, &query).await
}
