use super::dto::{HandbookOutline, RuleAnswer, RuleFilter};
use super::{get, list, outline};
use crate::Handbook;
use actix_web::{get, web::Data};
use kernel::access::SignedIn;
use kernel::error::ApiResult;
use kernel::http::input::{Param, Query};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(get_handbook).service(list_rules).service(get_rule);
}

/// Get the handbook's outline
///
/// Documents, modules and systems with the number of their rules and of those kept already.
#[utoipa::path(
    tag = "handbook", operation_id = "get_handbook",
    responses((status = 200, description = "The table of contents", body = HandbookOutline)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/handbook")]
async fn get_handbook(actor: SignedIn) -> Reply<HandbookOutline> {
    outline::outline(actor.request.lang)
}

/// List rules
///
/// The rules of the handbook in its own order, with what the product does about each.
#[utoipa::path(
    tag = "handbook", operation_id = "list_rules",
    params(RuleFilter, PageParams),
    responses((status = 200, description = "A page of rules", body = Page<RuleAnswer>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/rules")]
async fn list_rules(
    handbook: Data<Handbook>,
    actor: SignedIn,
    filter: Query<RuleFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<RuleAnswer>>> {
    list::list(&handbook, &actor, &filter, &paging).await
}

/// Get a rule
///
/// One rule by its id, as refusals cite it.
#[utoipa::path(
    tag = "handbook", operation_id = "get_rule",
    params(("id" = String, Path, description = "Id of the rule", example = "A-CLI-16")),
    responses((status = 200, description = "The rule", body = RuleAnswer)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/rules/{id}")]
async fn get_rule(
    handbook: Data<Handbook>,
    actor: SignedIn,
    id: Param<String>,
) -> ApiResult<Reply<RuleAnswer>> {
    get::get(&handbook, &actor, &id)
}
