use super::dto::{Hit, SearchFilter};
use super::find;
use crate::Wiring;
use actix_web::{get, web::Data};
use identity::Member;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::Query;
use kernel::http::reply::{Items, Reply};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(search_everything);
}

/// Search everything
///
/// Records of every kind that the caller may read, the best of each kind first.
#[utoipa::path(
    tag = "desk", operation_id = "search_everything",
    params(SearchFilter),
    responses((status = 200, description = "What was found", body = Items<Hit>)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/search")]
async fn search_everything(
    app: Data<App>,
    wiring: Data<Wiring>,
    actor: Member,
    filter: Query<SearchFilter>,
) -> ApiResult<Reply<Items<Hit>>> {
    find::find(&app, &wiring, &actor, &filter).await
}
