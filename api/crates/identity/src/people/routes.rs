//! `/people`: within the caller's reach; a person beyond it does not exist.
use super::dto::{Person, PersonInput, PersonReason, PersonRow, ResetPassword, TemporaryPassword};
use super::filter::PersonFilter;
use super::{create, disable, enable, end_sessions, list, reset_password, update};
use crate::authenticator::Authenticator;
use crate::member::{Member, in_person};
use crate::permissions::{EndAnySession, ManagePeople, ReadPeople};
use actix_web::{get, patch, post, web::Data};
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::input::{Param, Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::patch::Patch;
use kernel::http::reply::{Nothing, Reply};
use kernel::ids::PersonId;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list_people)
        .service(create_person)
        .service(get_person)
        .service(update_person)
        .service(disable_person)
        .service(enable_person)
        .service(reset_person_password)
        .service(end_person_sessions);
}

/// List people
///
/// Those within the caller's reach, in the order of their names.
#[utoipa::path(
    tag = "identity", operation_id = "list_people",
    params(PersonFilter, PageParams),
    responses((status = 200, description = "A page of people", body = Page<PersonRow>)),
    extensions(("x-permission" = json!("person.read"))),
)]
#[get("/people")]
async fn list_people(
    app: Data<App>,
    actor: Allowed<ReadPeople>,
    filter: Query<PersonFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<PersonRow>>> {
    list::list(&app, &actor, &filter, &paging).await
}

/// Open a person's file
///
/// They cannot sign in until a password is made for them (`reset-password`).
#[utoipa::path(
    tag = "identity", operation_id = "create_person",
    request_body = PersonInput,
    responses((status = 201, description = "The new file", body = Person)),
    extensions(("x-permission" = json!("person.manage"))),
)]
#[post("/people")]
async fn create_person(
    app: Data<App>,
    actor: Allowed<ManagePeople>,
    Valid(input): Valid<PersonInput>,
) -> ApiResult<Reply<Person>> {
    create::create(&app, &actor, input).await
}

/// Read a person's file
///
/// With what the caller may do to the account.
#[utoipa::path(
    tag = "identity", operation_id = "get_person",
    params(("id" = PersonId, Path, description = "The person")),
    responses((status = 200, description = "The person", body = Person)),
    extensions(("x-permission" = json!("person.read"))),
)]
#[get("/people/{id}")]
async fn get_person(
    app: Data<App>,
    actor: Allowed<ReadPeople>,
    id: Param<PersonId>,
) -> ApiResult<Reply<Person>> {
    list::get(&app, &actor, *id).await
}

/// Change a person's file
///
/// Nobody changes their own department or site, nor the account of somebody with power over people
/// and rights that the caller does not have.
#[utoipa::path(
    tag = "identity", operation_id = "update_person",
    params(("id" = PersonId, Path, description = "The person")),
    request_body(content = Patch<PersonInput>, content_type = "application/merge-patch+json"),
    responses((status = 200, description = "The person as changed", body = Person)),
    extensions(("x-permission" = json!("person.manage"))),
)]
#[patch("/people/{id}")]
async fn update_person(
    app: Data<App>,
    actor: Allowed<ManagePeople>,
    id: Param<PersonId>,
    seen: IfMatch,
    patch: Patch<PersonInput>,
) -> ApiResult<Reply<Person>> {
    update::update(&app, &actor, *id, seen, &patch).await
}

/// Disable a person
///
/// Ends their sessions and API keys at once. The last administrator stays.
#[utoipa::path(
    tag = "identity", operation_id = "disable_person",
    params(("id" = PersonId, Path, description = "The person")),
    request_body = PersonReason,
    responses((status = 200, description = "The disabled person", body = Person)),
    extensions(("x-permission" = json!("person.manage"))),
)]
#[post("/people/{id}/actions/disable")]
async fn disable_person(
    app: Data<App>,
    actor: Allowed<ManagePeople>,
    id: Param<PersonId>,
    seen: IfMatch,
    Valid(input): Valid<PersonReason>,
) -> ApiResult<Reply<Person>> {
    disable::disable(&app, &actor, *id, seen, input).await
}

/// Enable a person
///
/// Roles still in force apply again; sessions and keys stay ended.
#[utoipa::path(
    tag = "identity", operation_id = "enable_person",
    params(("id" = PersonId, Path, description = "The person")),
    request_body = PersonReason,
    responses((status = 200, description = "The enabled person", body = Person)),
    extensions(("x-permission" = json!("person.manage"))),
)]
#[post("/people/{id}/actions/enable")]
async fn enable_person(
    app: Data<App>,
    actor: Allowed<ManagePeople>,
    id: Param<PersonId>,
    seen: IfMatch,
    Valid(input): Valid<PersonReason>,
) -> ApiResult<Reply<Person>> {
    enable::enable(&app, &actor, *id, seen, input).await
}

/// Make a temporary password
///
/// Shown once, valid for 72 hours, to be changed at the first sign-in. Ends all sessions. Repeating
/// the request by its idempotency key does not show the password again. For a newcomer by
/// `person.manage`; for somebody at work who holds more than the caller by their superiors alone,
/// without any permission. Person and superior are told.
#[utoipa::path(
    tag = "identity", operation_id = "reset_person_password",
    params(("id" = PersonId, Path, description = "The person")),
    request_body = ResetPassword,
    responses((status = 200, description = "The password to be told", body = TemporaryPassword)),
    extensions(("x-permission" = json!("signed-in")), ("x-also-needs" = json!(["person.manage"]))),
)]
#[post("/people/{id}/actions/reset-password")]
async fn reset_person_password(
    app: Data<App>,
    authenticator: Data<Authenticator>,
    actor: Member,
    id: Param<PersonId>,
    seen: IfMatch,
    Valid(input): Valid<ResetPassword>,
) -> ApiResult<Reply<TemporaryPassword>> {
    in_person(&actor)?;
    reset_password::reset_password(&app, &actor, &authenticator, *id, seen, input).await
}

/// Sign a person out everywhere
///
/// Ends all their sessions; API keys stay.
#[utoipa::path(
    tag = "identity", operation_id = "end_person_sessions",
    params(("id" = PersonId, Path, description = "The person")),
    request_body = PersonReason,
    responses((status = 204, description = "No session is left")),
    extensions(("x-permission" = json!("session.end-any"))),
)]
#[post("/people/{id}/actions/end-sessions")]
async fn end_person_sessions(
    app: Data<App>,
    actor: Allowed<EndAnySession>,
    id: Param<PersonId>,
    seen: IfMatch,
    Valid(input): Valid<PersonReason>,
) -> ApiResult<Nothing> {
    end_sessions::end_sessions(&app, &actor, *id, seen, input).await
}
