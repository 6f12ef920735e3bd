//! `/sites`. Names are needed everywhere, so anybody signed in reads them.
use super::dto::{CloseSite, Site, SiteFilter, SiteInput};
use super::{close, create, list, update};
use crate::member::Member;
use crate::permissions::ManageSites;
use actix_web::{get, patch, post, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::patch::Patch;
use kernel::http::reply::{Items, Reply};
use kernel::ids::SiteId;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_sites)
        .service(create_site)
        .service(get_site)
        .service(update_site)
        .service(close_site);
}

/// List sites
///
/// All of the company in the order of their names; closed ones on request.
#[utoipa::path(
    tag = "identity", operation_id = "list_sites",
    params(SiteFilter),
    responses((status = 200, description = "The sites", body = Items<Site>)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/sites")]
async fn list_sites(
    app: Data<App>,
    actor: Member,
    filter: Query<SiteFilter>,
) -> ApiResult<Reply<Items<Site>>> {
    list::list(&app, &actor, &filter).await
}

/// Open a site
///
/// The code is unique among all sites, closed ones included.
#[utoipa::path(
    tag = "identity", operation_id = "create_site",
    request_body = SiteInput,
    responses((status = 201, description = "The new site", body = Site)),
    extensions(("x-permission" = json!("site.manage"))),
)]
#[post("/sites")]
async fn create_site(
    app: Data<App>,
    actor: Allowed<ManageSites>,
    Valid(input): Valid<SiteInput>,
) -> ApiResult<Reply<Site>> {
    create::create(&app, &actor, input).await
}

/// Read a site
///
/// With its version in the `ETag`.
#[utoipa::path(
    tag = "identity", operation_id = "get_site",
    params(("id" = SiteId, Path, description = "The site")),
    responses((status = 200, description = "The site", body = Site)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/sites/{id}")]
async fn get_site(app: Data<App>, actor: Member, id: Param<SiteId>) -> ApiResult<Reply<Site>> {
    list::get(&app, &actor, *id).await
}

/// Change a site
///
/// A closed one stays as it is.
#[utoipa::path(
    tag = "identity", operation_id = "update_site",
    params(("id" = SiteId, Path, description = "The site")),
    request_body(content = Patch<SiteInput>, content_type = "application/merge-patch+json"),
    responses((status = 200, description = "The site as changed", body = Site)),
    extensions(("x-permission" = json!("site.manage"))),
)]
#[patch("/sites/{id}")]
async fn update_site(
    app: Data<App>,
    actor: Allowed<ManageSites>,
    id: Param<SiteId>,
    seen: IfMatch,
    patch: Patch<SiteInput>,
) -> ApiResult<Reply<Site>> {
    update::update(&app, &actor, *id, seen, &patch).await
}

/// Close a site
///
/// Refused while active people work there.
#[utoipa::path(
    tag = "identity", operation_id = "close_site",
    params(("id" = SiteId, Path, description = "The site")),
    request_body = CloseSite,
    responses((status = 200, description = "The closed site", body = Site)),
    extensions(("x-permission" = json!("site.manage"))),
)]
#[post("/sites/{id}/actions/close")]
async fn close_site(
    app: Data<App>,
    actor: Allowed<ManageSites>,
    id: Param<SiteId>,
    seen: IfMatch,
    Valid(input): Valid<CloseSite>,
) -> ApiResult<Reply<Site>> {
    close::close(&app, &actor, *id, seen, input).await
}
