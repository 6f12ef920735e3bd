//! HTTP of instructions.
use super::dto::{InstructionFilter, InstructionInput, InstructionRow, SettleInstruction};
use super::{confirm, get, give, list, withdraw};
use crate::{InstructionId, ManageOversight, ReadClients};
use actix_web::{get, post, web::Data};
use handbook::Handbook;
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_instructions)
        .service(give_instruction)
        .service(get_instruction)
        .service(confirm_instruction)
        .service(withdraw_instruction);
}

/// List instructions
///
/// Newest first: the caller's own tasks, what they told others to do, and with
/// `client-oversight.read` what those within its reach have to do.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_instructions",
    params(InstructionFilter, PageParams),
    responses((status = 200, description = "A page of instructions", body = Page<InstructionRow>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-04"]))),
)]
#[get("/client-instructions")]
async fn list_instructions(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    filter: Query<InstructionFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<InstructionRow>>> {
    list::list(&app, &actor, &filter, &paging).await
}

/// Instruct an owner
///
/// About a file, or about the files that a query of the list shows. The addressee is notified and
/// confirms it when it is done.
#[utoipa::path(
    tag = "clients", operation_id = "give_client_instruction",
    request_body = InstructionInput,
    responses((status = 201, description = "The instruction", body = InstructionRow)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-oversight.manage")), ("x-clauses" = json!(["A-CLI-04", "B-CRM-13"]))),
)]
#[post("/client-instructions")]
async fn give_instruction(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ManageOversight>,
    Valid(input): Valid<InstructionInput>,
) -> ApiResult<Reply<InstructionRow>> {
    give::give(&app, &handbook, &actor, input).await
}

/// Read an instruction
///
/// With what the caller may do to it.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_instruction",
    params(("id" = InstructionId, Path, description = "The instruction")),
    responses((status = 200, description = "The instruction", body = InstructionRow)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-04"]))),
)]
#[get("/client-instructions/{id}")]
async fn get_instruction(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    id: Param<InstructionId>,
) -> ApiResult<Reply<InstructionRow>> {
    get::get(&app, &actor, *id).await
}

/// Confirm an instruction
///
/// Its addressee says that it is done, and how.
#[utoipa::path(
    tag = "clients", operation_id = "confirm_client_instruction",
    params(("id" = InstructionId, Path, description = "The instruction")),
    request_body = SettleInstruction,
    responses((status = 200, description = "The confirmed instruction", body = InstructionRow)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client.read")), ("x-clauses" = json!(["A-CLI-04"]))),
)]
#[post("/client-instructions/{id}/actions/confirm")]
async fn confirm_instruction(
    app: Data<App>,
    actor: Allowed<ReadClients>,
    id: Param<InstructionId>,
    seen: IfMatch,
    Valid(input): Valid<SettleInstruction>,
) -> ApiResult<Reply<InstructionRow>> {
    confirm::confirm(&app, &actor, *id, seen, input).await
}

/// Withdraw an instruction
///
/// With the reason, while nobody has confirmed it.
#[utoipa::path(
    tag = "clients", operation_id = "withdraw_client_instruction",
    params(("id" = InstructionId, Path, description = "The instruction")),
    request_body = SettleInstruction,
    responses((status = 200, description = "The withdrawn instruction", body = InstructionRow)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-oversight.manage")), ("x-clauses" = json!(["A-CLI-04"]))),
)]
#[post("/client-instructions/{id}/actions/withdraw")]
async fn withdraw_instruction(
    app: Data<App>,
    actor: Allowed<ManageOversight>,
    id: Param<InstructionId>,
    seen: IfMatch,
    Valid(input): Valid<SettleInstruction>,
) -> ApiResult<Reply<InstructionRow>> {
    withdraw::withdraw(&app, &actor, *id, seen, input).await
}
