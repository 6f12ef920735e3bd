use super::dto::{Draft, DraftInput, DraftKey};
use super::{delete, get, put};
use actix_web::{delete, get, put, web::Data};
use identity::Member;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::{Param, Valid};
use kernel::http::reply::{Nothing, Reply};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(get_draft).service(put_draft).service(delete_draft);
}

/// Get a draft
///
/// The caller's own; others' do not exist.
#[utoipa::path(
    tag = "desk", operation_id = "get_draft",
    params(
        ("kind" = String, Path, description = "The form", example = "client.edit"),
        ("key" = String, Path, description = "The record, or `new`", example = "new"),
    ),
    responses((status = 200, description = "The draft", body = Draft)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/drafts/{kind}/{key}")]
async fn get_draft(app: Data<App>, actor: Member, key: Param<DraftKey>) -> ApiResult<Reply<Draft>> {
    get::get(&app, &actor, &key).await
}

/// Save a draft
///
/// In place of the one before, whichever was typed last. Kept for 30 days.
#[utoipa::path(
    tag = "desk", operation_id = "put_draft",
    params(
        ("kind" = String, Path, description = "The form", example = "client.edit"),
        ("key" = String, Path, description = "The record, or `new`", example = "new"),
    ),
    request_body = DraftInput,
    responses((status = 200, description = "The draft", body = Draft)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[put("/drafts/{kind}/{key}")]
async fn put_draft(
    app: Data<App>,
    actor: Member,
    key: Param<DraftKey>,
    Valid(input): Valid<DraftInput>,
) -> ApiResult<Reply<Draft>> {
    put::put(&app, &actor, key.clone(), input).await
}

/// Delete a draft
///
/// Also when there is none.
#[utoipa::path(
    tag = "desk", operation_id = "delete_draft",
    params(
        ("kind" = String, Path, description = "The form", example = "client.edit"),
        ("key" = String, Path, description = "The record, or `new`", example = "new"),
    ),
    responses((status = 204, description = "Gone")),
    extensions(("x-permission" = json!("signed-in")), ("x-unversioned" = json!(true))),
)]
#[delete("/drafts/{kind}/{key}")]
async fn delete_draft(app: Data<App>, actor: Member, key: Param<DraftKey>) -> ApiResult<Nothing> {
    delete::delete(&app, &actor, &key).await
}
