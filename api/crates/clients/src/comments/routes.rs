//! `/clients/{id}/comments`.
use super::dto::{Comment, CommentFilter, CommentInput, NewComment};
use super::{classify, create, get, list, remove, update};
use crate::hanging::Removal;
use crate::secret_items::ClassifyItem;
use crate::{ClassifyClients, ClientId, CommentId, ReadClients};
use actix_web::{get, patch, post, web::Data};
use handbook::Handbook;
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

/// List comments
///
/// What colleagues said about a client, latest first.
#[utoipa::path(
    tag = "clients", operation_id = "list_comments",
    params(("id" = ClientId, Path, description = "The file"), CommentFilter, PageParams),
    responses((status = 200, description = "A page of comments", body = Page<Comment>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read"))),
)]
#[get("/clients/{id}/comments")]
async fn list_comments(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    filter: Query<CommentFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<Comment>>> {
    list::list(&app, &actor, *id, &filter, &paging).await
}

/// Comment on a client
///
/// Colleagues who are mentioned are told at once; who cannot see the client cannot be mentioned.
#[utoipa::path(
    tag = "clients", operation_id = "create_comment",
    params(("id" = ClientId, Path, description = "The file")),
    request_body = NewComment,
    responses((status = 201, description = "The comment", body = Comment)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read"))),
)]
#[post("/clients/{id}/comments")]
async fn create_comment(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    Valid(input): Valid<NewComment>,
) -> ApiResult<Reply<Comment>> {
    create::create(&app, &handbook, &actor, *id, input).await
}

/// Read a comment
///
/// One comment; one that was taken back says so and nothing else.
#[utoipa::path(
    tag = "clients", operation_id = "get_comment",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("comment_id" = CommentId, Path, description = "The comment"),
    ),
    responses((status = 200, description = "The comment", body = Comment)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read"))),
)]
#[get("/clients/{id}/comments/{comment_id}")]
async fn get_comment(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, CommentId)>,
) -> ApiResult<Reply<Comment>> {
    get::get(&app, &actor, *ids).await
}

/// Change a comment
///
/// One's own only. Those mentioned anew are told.
#[utoipa::path(
    tag = "clients", operation_id = "update_comment",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("comment_id" = CommentId, Path, description = "The comment"),
    ),
    request_body = Patch<CommentInput>,
    responses((status = 200, description = "The comment as it is now", body = Comment)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read"))),
)]
#[patch("/clients/{id}/comments/{comment_id}")]
async fn update_comment(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, CommentId)>,
    seen: IfMatch,
    patch: Patch<CommentInput>,
) -> ApiResult<Reply<Comment>> {
    update::update(&app, &actor, *ids, seen, patch).await
}

/// Take a comment back
///
/// By its author or a keeper of the archive. That it was there stays known.
#[utoipa::path(
    tag = "clients", operation_id = "remove_comment",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("comment_id" = CommentId, Path, description = "The comment"),
    ),
    request_body = Removal,
    responses((status = 200, description = "The comment without what it said", body = Comment)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(
        ("x-permission" = json!("client.read")), ("x-also-needs" = json!(["client.maintain"])),
        ("x-clauses" = json!(["A-CLI-16"])),
    ),
)]
#[post("/clients/{id}/comments/{comment_id}/actions/remove")]
async fn remove_comment(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, CommentId)>,
    seen: IfMatch,
    Valid(removal): Valid<Removal>,
) -> ApiResult<Reply<Comment>> {
    remove::remove(&app, &actor, *ids, seen, removal).await
}

/// Set the level of a comment
///
/// Above that of its file, with a term and what makes it secret, or as secret as the file again. Who is not
/// cleared for it finds it nowhere.
#[utoipa::path(
    tag = "clients", operation_id = "classify_comment",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("comment_id" = CommentId, Path, description = "The comment"),
    ),
    request_body = ClassifyItem,
    responses((status = 200, description = "The comment as classified", body = Comment)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.classify")), ("x-clauses" = json!(["A-SEC-06", "A-SEC-07", "A-SEC-08"]))),
)]
#[post("/clients/{id}/comments/{comment_id}/actions/classify")]
async fn classify_comment(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ClassifyClients>,
    ids: Param<(ClientId, CommentId)>,
    seen: IfMatch,
    Valid(input): Valid<ClassifyItem>,
) -> ApiResult<Reply<Comment>> {
    classify::classify(&app, &handbook, &actor, (*ids, seen), input).await
}

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_comments)
        .service(create_comment)
        .service(get_comment)
        .service(update_comment)
        .service(remove_comment)
        .service(classify_comment);
}
