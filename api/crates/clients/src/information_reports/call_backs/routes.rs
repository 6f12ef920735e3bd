//! HTTP of call backs.
use super::dto::{CallBack, CallBackFilter, CallBackInput};
use super::{create, read};
use crate::{InformationCallBackId, ReadInformationReports, ReceiveInformationReports};
use actix_web::{get, post, web::Data};
use handbook::Handbook;
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(list_call_backs).service(create_call_back).service(get_call_back);
}

/// List call backs on client information reports
///
/// Newest first: those to oneself, and those to people within reach.
#[utoipa::path(
    tag = "clients", operation_id = "list_client_information_report_call_backs",
    params(CallBackFilter, PageParams),
    responses((status = 200, description = "A page of calls", body = Page<CallBack>)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-report.read-information")), ("x-clauses" = json!(["A-CIR-03"]))),
)]
#[get("/client-information-report-call-backs")]
async fn list_call_backs(
    app: Data<App>,
    actor: Allowed<ReadInformationReports>,
    filter: Query<CallBackFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<CallBack>>> {
    read::list(&app, &actor, &filter, &paging).await
}

/// Call a salesperson back
///
/// On the report of a month, or on there being none; whoever was called hears of the note. Never
/// oneself.
#[utoipa::path(
    tag = "clients", operation_id = "create_client_information_report_call_back",
    request_body = CallBackInput,
    responses((status = 201, description = "The call", body = CallBack)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-report.receive")), ("x-clauses" = json!(["A-CIR-03"]))),
)]
#[post("/client-information-report-call-backs")]
async fn create_call_back(
    app: Data<App>,
    handbook: Data<Handbook>,
    actor: Allowed<ReceiveInformationReports>,
    Valid(input): Valid<CallBackInput>,
) -> ApiResult<Reply<CallBack>> {
    create::call_back(&app, &handbook, &actor, input).await
}

/// Read a call back
///
/// What was asked, and what was answered.
#[utoipa::path(
    tag = "clients", operation_id = "get_client_information_report_call_back",
    params(("id" = InformationCallBackId, Path, description = "The call")),
    responses((status = 200, description = "The call", body = CallBack)),
    security(("bearer" = []), ("api_key" = [])),
    extensions(("x-permission" = json!("client-report.read-information")), ("x-clauses" = json!(["A-CIR-03"]))),
)]
#[get("/client-information-report-call-backs/{id}")]
async fn get_call_back(
    app: Data<App>,
    actor: Allowed<ReadInformationReports>,
    id: Param<InformationCallBackId>,
) -> ApiResult<Reply<CallBack>> {
    read::get(&app, &actor, *id).await
}
