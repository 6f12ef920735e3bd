use super::dto::{ParameterDetail, ParameterFilter, ParameterRow, ParameterValueInput};
use super::{get, list, set};
use crate::{Handbook, ManageParameters};
use actix_web::{get, post, web::Data};
use kernel::access::{Allowed, SignedIn};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(list_parameters).service(get_parameter).service(set_parameter);
}

/// List parameters
///
/// Every figure of the handbook that the company may set, with what holds today.
#[utoipa::path(
    tag = "handbook", operation_id = "list_parameters",
    params(ParameterFilter, PageParams),
    responses((status = 200, description = "A page of parameters", body = Page<ParameterRow>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/parameters")]
async fn list_parameters(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: SignedIn,
    filter: Query<ParameterFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<ParameterRow>>> {
    list::list(&app, &handbook, &actor, &filter, &paging).await
}

/// Get a parameter
///
/// One figure with everything that was ever set, latest first.
#[utoipa::path(
    tag = "handbook", operation_id = "get_parameter",
    params(("key" = String, Path, description = "Key of the parameter", example = "clients.verification_months")),
    responses((status = 200, description = "The parameter and its history", body = ParameterDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/parameters/{key}")]
async fn get_parameter(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: SignedIn,
    key: Param<String>,
) -> ApiResult<Reply<ParameterDetail>> {
    get::get(&app, &handbook, &actor, &key).await
}

/// Set a parameter
///
/// A new value from today or a later date on, with its reason. What was set before stays in the
/// history; of two values for one date the later one counts.
#[utoipa::path(
    tag = "handbook", operation_id = "set_parameter",
    params(("key" = String, Path, description = "Key of the parameter", example = "clients.verification_months")),
    request_body = ParameterValueInput,
    responses((status = 201, description = "The parameter with its new value", body = ParameterDetail)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("parameter.manage"))),
)]
#[post("/parameters/{key}/values")]
async fn set_parameter(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ManageParameters>,
    key: Param<String>,
    Valid(input): Valid<ParameterValueInput>,
) -> ApiResult<Reply<ParameterDetail>> {
    set::set(&app, &handbook, &actor, &key, input).await
}
