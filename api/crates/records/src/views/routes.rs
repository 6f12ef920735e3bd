use super::dto::{SavedView, SavedViewFilter, SavedViewInput};
use super::{SavedViewId, create, default, delete, get, list, update};
use actix_web::{delete, get, patch, post, web::Data};
use identity::Member;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::patch::Patch;
use kernel::http::reply::{Items, Nothing, Reply};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_saved_views)
        .service(create_saved_view)
        .service(get_saved_view)
        .service(update_saved_view)
        .service(delete_saved_view)
        .service(make_saved_view_default)
        .service(clear_saved_view_default);
}

/// List saved views
///
/// One's own and those shared with one's department, by name. A view holds no count: ask its list
/// with the view's `query` and `include_total`.
#[utoipa::path(
    tag = "desk", operation_id = "list_saved_views",
    params(SavedViewFilter),
    responses((status = 200, description = "The views", body = Items<SavedView>)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/saved-views")]
async fn list_saved_views(
    app: Data<App>,
    actor: Member,
    filter: Query<SavedViewFilter>,
) -> ApiResult<Reply<Items<SavedView>>> {
    list::list(&app, &actor, &filter).await
}

/// Create a saved view
///
/// Sharing it with one's department (`TEAM`) needs `saved-view.share`.
#[utoipa::path(
    tag = "desk", operation_id = "create_saved_view",
    request_body = SavedViewInput,
    responses((status = 201, description = "The view", body = SavedView)),
    extensions(
        ("x-permission" = json!("signed-in")),
        ("x-also-needs" = json!(["saved-view.share"])),
    ),
)]
#[post("/saved-views")]
async fn create_saved_view(
    app: Data<App>,
    actor: Member,
    Valid(input): Valid<SavedViewInput>,
) -> ApiResult<Reply<SavedView>> {
    create::create(&app, &actor, input).await
}

/// Get a saved view
///
/// One's own, or one shared with one's department.
#[utoipa::path(
    tag = "desk", operation_id = "get_saved_view",
    params(("id" = SavedViewId, Path, description = "Id of the view")),
    responses((status = 200, description = "The view", body = SavedView)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/saved-views/{id}")]
async fn get_saved_view(
    app: Data<App>,
    actor: Member,
    id: Param<SavedViewId>,
) -> ApiResult<Reply<SavedView>> {
    get::get(&app, &actor, id.0).await
}

/// Update a saved view
///
/// By its owner; a shared one also by whoever may share views in its department. Its list stays.
#[utoipa::path(
    tag = "desk", operation_id = "update_saved_view",
    params(("id" = SavedViewId, Path, description = "Id of the view")),
    request_body = Patch<SavedViewInput>,
    responses((status = 200, description = "The changed view", body = SavedView)),
    extensions(
        ("x-permission" = json!("signed-in")),
        ("x-also-needs" = json!(["saved-view.share"])),
    ),
)]
#[patch("/saved-views/{id}")]
async fn update_saved_view(
    app: Data<App>,
    actor: Member,
    id: Param<SavedViewId>,
    seen: IfMatch,
    patch: Patch<SavedViewInput>,
) -> ApiResult<Reply<SavedView>> {
    update::update(&app, &actor, id.0, seen, patch).await
}

/// Delete a saved view
///
/// For everybody who uses it.
#[utoipa::path(
    tag = "desk", operation_id = "delete_saved_view",
    params(("id" = SavedViewId, Path, description = "Id of the view")),
    responses((status = 204, description = "Gone")),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[delete("/saved-views/{id}")]
async fn delete_saved_view(
    app: Data<App>,
    actor: Member,
    id: Param<SavedViewId>,
    seen: IfMatch,
) -> ApiResult<Nothing> {
    delete::delete(&app, &actor, id.0, seen).await
}

/// Make a saved view the default
///
/// Its list opens with it for the caller, in place of the one before.
#[utoipa::path(
    tag = "desk", operation_id = "make_saved_view_default",
    params(("id" = SavedViewId, Path, description = "Id of the view")),
    responses((status = 200, description = "The view", body = SavedView)),
    extensions(("x-permission" = json!("signed-in")), ("x-unversioned" = json!(true))),
)]
#[post("/saved-views/{id}/actions/make-default")]
async fn make_saved_view_default(
    app: Data<App>,
    actor: Member,
    id: Param<SavedViewId>,
) -> ApiResult<Reply<SavedView>> {
    default::make(&app, &actor, id.0).await
}

/// Clear a default view
///
/// Its list opens without a view for the caller again.
#[utoipa::path(
    tag = "desk", operation_id = "clear_saved_view_default",
    params(("id" = SavedViewId, Path, description = "Id of the view")),
    responses((status = 200, description = "The view", body = SavedView)),
    extensions(("x-permission" = json!("signed-in")), ("x-unversioned" = json!(true))),
)]
#[post("/saved-views/{id}/actions/clear-default")]
async fn clear_saved_view_default(
    app: Data<App>,
    actor: Member,
    id: Param<SavedViewId>,
) -> ApiResult<Reply<SavedView>> {
    default::clear(&app, &actor, id.0).await
}
