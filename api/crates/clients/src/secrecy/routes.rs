//! HTTP of the undertaking.
use super::dto::{
    AcknowledgeSecrecy, Acknowledgement, AcknowledgementFilter, PersonStanding, StandingFilter,
    Undertaking,
};
use super::gate::Bound;
use super::{acknowledge, list, mine, standings};
use crate::ReadSecrecy;
use actix_web::{get, post, web::Data};
use handbook::Handbook;
use identity::{InPerson, Member};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::{Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::{Items, Reply};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(get_undertaking)
        .service(list_mine)
        .service(acknowledge_secrecy)
        .service(list_acknowledgements)
        .service(list_standings);
}

/// Read the secrecy undertaking
///
/// The text that is to be signed before client information is shown, and where the caller stands
/// with it. Until it is signed, every operation on client information answers 403
/// `SECRECY_NOT_ACKNOWLEDGED`.
#[utoipa::path(
    tag = "clients", operation_id = "get_secrecy_undertaking",
    responses((status = 200, description = "The undertaking", body = Undertaking)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("signed-in")), ("x-clauses" = json!(["A-CLI-18", "B-SEC-01", "B-SEC-05"]))),
)]
#[get("/me/secrecy-undertaking")]
async fn get_undertaking(
    app: Data<App>,
    handbook: Data<Handbook>,
    bound: Data<Bound>,
    actor: Member,
) -> ApiResult<Reply<Undertaking>> {
    mine::undertaking(&app, &handbook, &bound, &actor).await
}

/// List the own acknowledgements of secrecy
///
/// What the caller has signed, newest first.
#[utoipa::path(
    tag = "clients", operation_id = "list_my_secrecy_acknowledgements",
    responses((status = 200, description = "Acknowledgements", body = Items<Acknowledgement>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("signed-in")), ("x-clauses" = json!(["A-CLI-18"]))),
)]
#[get("/me/secrecy-acknowledgements")]
async fn list_mine(app: Data<App>, actor: Member) -> ApiResult<Reply<Items<Acknowledgement>>> {
    mine::list(&app, &actor).await
}

/// Acknowledge the duty of secrecy
///
/// Sign the present text by typing one's own name. Holds for the months of
/// `clients.secrecy_months` and until the text is changed. Not with an API key.
#[utoipa::path(
    tag = "clients", operation_id = "acknowledge_secrecy",
    request_body = AcknowledgeSecrecy,
    responses((status = 201, description = "What was signed", body = Acknowledgement)),
    extensions(("x-permission" = json!("signed-in")), ("x-clauses" = json!(["A-CLI-18", "B-SEC-05"]))),
)]
#[post("/me/secrecy-acknowledgements")]
async fn acknowledge_secrecy(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: InPerson,
    Valid(input): Valid<AcknowledgeSecrecy>,
) -> ApiResult<Reply<Acknowledgement>> {
    acknowledge::acknowledge(&app, &handbook, &actor, input).await
}

/// List acknowledgements of secrecy
///
/// Everybody's within reach, newest first, each with the text that was signed.
#[utoipa::path(
    tag = "clients", operation_id = "list_secrecy_acknowledgements",
    params(AcknowledgementFilter, PageParams),
    responses((status = 200, description = "A page of acknowledgements", body = Page<Acknowledgement>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-secrecy.read")), ("x-clauses" = json!(["A-CLI-18"]))),
)]
#[get("/client-secrecy-acknowledgements")]
async fn list_acknowledgements(
    app: Data<App>,
    actor: Allowed<ReadSecrecy>,
    filter: Query<AcknowledgementFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<Acknowledgement>>> {
    list::list(&app, &actor, &filter, &paging).await
}

/// List who is bound to secrecy
///
/// Everybody within reach, whether their undertaking holds, and whether they hold a right over client
/// information, which rests without it. Every employee signs.
#[utoipa::path(
    tag = "clients", operation_id = "list_secrecy_standings",
    params(StandingFilter),
    responses((status = 200, description = "People", body = Items<PersonStanding>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-secrecy.read")), ("x-clauses" = json!(["A-CLI-18", "B-SEC-05"]))),
)]
#[get("/client-secrecy-standings")]
async fn list_standings(
    app: Data<App>,
    handbook: Data<Handbook>,
    bound: Data<Bound>,
    actor: Allowed<ReadSecrecy>,
    filter: Query<StandingFilter>,
) -> ApiResult<Reply<Items<PersonStanding>>> {
    standings::standings(&app, &handbook, &bound, &actor, &filter).await
}
