//! `/clients/{id}/attachments`.
use super::dto::{
    Attachment, AttachmentFilter, AttachmentForm, AttachmentInput, Material, MaterialFilter,
};
use super::upload::Form;
use super::{attach, classify, content, get, list, register, update, withdraw};
use crate::hanging::Removal;
use crate::secret_items::ClassifyItem;
use crate::{AttachmentId, ClassifyClients, ClientId, ReadClients};
use actix_web::{HttpResponse, get, patch, post, web::Data};
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

/// List attachments
///
/// The papers of a client, latest first.
#[utoipa::path(
    tag = "clients", operation_id = "list_attachments",
    params(("id" = ClientId, Path, description = "The file"), AttachmentFilter, PageParams),
    responses((status = 200, description = "A page of attachments", body = Page<Attachment>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-25", "B-SEC-02"]))),
)]
#[get("/clients/{id}/attachments")]
async fn list_attachments(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    filter: Query<AttachmentFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<Attachment>>> {
    list::list(&app, &actor, *id, &filter, &paging).await
}

/// List the register of archive material
///
/// The papers of all files that the caller may see, filed last first.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_materials",
    params(MaterialFilter, PageParams),
    responses((status = 200, description = "A page of the register", body = Page<Material>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-21", "A-CLI-25"]))),
)]
#[get("/client-materials")]
async fn list_client_materials(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    filter: Query<MaterialFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<Material>>> {
    register::register(&app, &actor, &filter, &paging).await
}

/// File a paper
///
/// One file with what it is. The bytes decide about the kind of file; scripts, pages and programs are
/// refused, and so is a name that says another kind.
#[utoipa::path(
    tag = "clients", operation_id = "create_attachment",
    params(("id" = ClientId, Path, description = "The file")),
    request_body(content = AttachmentForm, content_type = "multipart/form-data"),
    responses((status = 201, description = "The attachment", body = Attachment)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(
        ("x-permission" = json!("client.read")),
        ("x-also-needs" = json!([
            "client.collect", "client.maintain", "client.create-group-buy", "client.follow-up",
            "client.maintain-key", "client.report-inferior", "client.verify",
        ])),
        ("x-clauses" = json!(["A-CLI-25"])),
    ),
)]
#[post("/clients/{id}/attachments")]
async fn create_attachment(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReadClients>,
    id: Param<ClientId>,
    form: Form,
) -> ApiResult<Reply<Attachment>> {
    attach::attach(&app, &handbook, &actor, *id, form).await
}

/// Read an attachment
///
/// What is known of a paper; its bytes are at `content`.
#[utoipa::path(
    tag = "clients", operation_id = "get_attachment",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("attachment_id" = AttachmentId, Path, description = "The attachment"),
    ),
    responses((status = 200, description = "The attachment", body = Attachment)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-25"]))),
)]
#[get("/clients/{id}/attachments/{attachment_id}")]
async fn get_attachment(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, AttachmentId)>,
) -> ApiResult<Reply<Attachment>> {
    get::get(&app, &actor, *ids).await
}

/// Download an attachment
///
/// The bytes, always as a file to be saved. A withdrawn one is refused.
#[utoipa::path(
    tag = "clients", operation_id = "download_attachment",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("attachment_id" = AttachmentId, Path, description = "The attachment"),
    ),
    responses((
        status = 200, description = "The bytes, under the media type that they are",
        content_type = "*/*", body = String,
    )),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-25"]))),
)]
#[get("/clients/{id}/attachments/{attachment_id}/content")]
async fn download_attachment(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, AttachmentId)>,
) -> ApiResult<HttpResponse> {
    content::content(&app, &actor, *ids).await
}

/// Change an attachment
///
/// What is said of it; the bytes stay. By whoever filed it or a keeper of the archive.
#[utoipa::path(
    tag = "clients", operation_id = "update_attachment",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("attachment_id" = AttachmentId, Path, description = "The attachment"),
    ),
    request_body = Patch<AttachmentInput>,
    responses((status = 200, description = "The attachment as it is now", body = Attachment)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(
        ("x-permission" = json!("client.read")), ("x-also-needs" = json!(["client.maintain"])),
        ("x-clauses" = json!(["A-CLI-16", "A-CLI-25"])),
    ),
)]
#[patch("/clients/{id}/attachments/{attachment_id}")]
async fn update_attachment(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, AttachmentId)>,
    seen: IfMatch,
    patch: Patch<AttachmentInput>,
) -> ApiResult<Reply<Attachment>> {
    update::update(&app, &actor, *ids, seen, patch).await
}

/// Withdraw an attachment
///
/// Nobody is handed it any more; that it was there stays known. By whoever filed it or a keeper of
/// the archive.
#[utoipa::path(
    tag = "clients", operation_id = "withdraw_attachment",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("attachment_id" = AttachmentId, Path, description = "The attachment"),
    ),
    request_body = Removal,
    responses((status = 200, description = "The attachment as it is now", body = Attachment)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(
        ("x-permission" = json!("client.read")), ("x-also-needs" = json!(["client.maintain"])),
        ("x-clauses" = json!(["A-CLI-16", "A-CLI-25"])),
    ),
)]
#[post("/clients/{id}/attachments/{attachment_id}/actions/withdraw")]
async fn withdraw_attachment(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    ids: Param<(ClientId, AttachmentId)>,
    seen: IfMatch,
    Valid(removal): Valid<Removal>,
) -> ApiResult<Reply<Attachment>> {
    withdraw::withdraw(&app, &actor, *ids, seen, removal).await
}

/// Set the level of an attachment
///
/// Above that of its file, with a term and what makes it secret, or as secret as the file again. Who is not
/// cleared for it finds it nowhere.
#[utoipa::path(
    tag = "clients", operation_id = "classify_attachment",
    params(
        ("id" = ClientId, Path, description = "The file"),
        ("attachment_id" = AttachmentId, Path, description = "The attachment"),
    ),
    request_body = ClassifyItem,
    responses((status = 200, description = "The attachment as classified", body = Attachment)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.classify")), ("x-clauses" = json!(["A-SEC-06", "A-SEC-07", "A-SEC-08"]))),
)]
#[post("/clients/{id}/attachments/{attachment_id}/actions/classify")]
async fn classify_attachment(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ClassifyClients>,
    ids: Param<(ClientId, AttachmentId)>,
    seen: IfMatch,
    Valid(input): Valid<ClassifyItem>,
) -> ApiResult<Reply<Attachment>> {
    classify::classify(&app, &handbook, &actor, (*ids, seen), input).await
}

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_attachments)
        .service(list_client_materials)
        .service(create_attachment)
        .service(get_attachment)
        .service(download_attachment)
        .service(update_attachment)
        .service(withdraw_attachment)
        .service(classify_attachment);
}
