//! `/presence/{kind}/{id}`.
use super::dto::{PresenceInput, PresenceKey, Presences};
use super::{announce, leave};
use crate::Wiring;
use actix_web::{delete, put, web::Data};
use identity::Member;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::{Param, Valid};
use kernel::http::reply::{Nothing, Reply};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(announce_presence).service(leave_presence);
}

/// Say that a record is open
///
/// And learn who else has it open, and whether they are writing. Said again every few seconds for as
/// long as it is true. No act: the trail does not hold it.
#[utoipa::path(
    tag = "desk", operation_id = "announce_presence",
    params(
        ("kind" = String, Path, description = "The kind of record", example = "client"),
        ("id" = Uuid, Path, description = "The record"),
    ),
    request_body = PresenceInput,
    responses((status = 200, description = "Who else is there", body = Presences)),
    extensions(("x-permission" = json!("signed-in")), ("x-unversioned" = json!(true))),
)]
#[put("/presence/{kind}/{id}")]
async fn announce_presence(
    app: Data<App>,
    wiring: Data<Wiring>,
    actor: Member,
    key: Param<PresenceKey>,
    Valid(input): Valid<PresenceInput>,
) -> ApiResult<Reply<Presences>> {
    announce::announce(&app, &wiring, &actor, key.clone(), input).await
}

/// Say that a record is closed
///
/// Also when it was not open.
#[utoipa::path(
    tag = "desk", operation_id = "leave_presence",
    params(
        ("kind" = String, Path, description = "The kind of record", example = "client"),
        ("id" = Uuid, Path, description = "The record"),
    ),
    responses((status = 204, description = "Gone")),
    extensions(("x-permission" = json!("signed-in")), ("x-unversioned" = json!(true))),
)]
#[delete("/presence/{kind}/{id}")]
async fn leave_presence(
    app: Data<App>,
    wiring: Data<Wiring>,
    actor: Member,
    key: Param<PresenceKey>,
) -> ApiResult<Nothing> {
    leave::leave(&app, &wiring, &actor, &key).await
}
