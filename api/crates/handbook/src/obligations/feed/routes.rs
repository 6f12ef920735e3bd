//! `/me/calendar-feed` and the calendars themselves.
use super::dto::CalendarFeed;
use super::write::Feed;
use super::{manage, read};
use crate::ReadObligations;
use crate::obligations::source::Obligations;
use actix_web::{delete, get, post, web::Data};
use identity::Authenticator;
use kernel::access::Allowed;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::Param;
use kernel::http::reply::{Nothing, Reply};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(get_my_calendar_feed)
        .service(create_my_calendar_feed)
        .service(end_my_calendar_feed)
        .service(read_calendar_feed);
}

/// Read whether there is a calendar link
///
/// And when a program last read by it. The link itself is shown only when it is made.
#[utoipa::path(
    tag = "obligations", operation_id = "get_my_calendar_feed",
    responses((status = 200, description = "The link's standing", body = CalendarFeed)),
    extensions(("x-permission" = json!("obligation.read"))),
)]
#[get("/me/calendar-feed")]
async fn get_my_calendar_feed(
    app: Data<App>,
    actor: Allowed<ReadObligations>,
) -> ApiResult<Reply<CalendarFeed>> {
    manage::get(&app, &actor).await
}

/// Make a calendar link
///
/// A secret address of an iCalendar of what the caller has to do; one made before ends. Shown this
/// once. Not with an API key.
#[utoipa::path(
    tag = "obligations", operation_id = "create_my_calendar_feed",
    responses((status = 200, description = "The link", body = CalendarFeed)),
    extensions(("x-permission" = json!("obligation.read"))),
)]
#[post("/me/calendar-feed")]
async fn create_my_calendar_feed(
    app: Data<App>,
    actor: Allowed<ReadObligations>,
) -> ApiResult<Reply<CalendarFeed>> {
    manage::renew(&app, &actor).await
}

/// End the calendar link
///
/// Programs that subscribed find nothing any more. Not with an API key.
#[utoipa::path(
    tag = "obligations", operation_id = "end_my_calendar_feed",
    responses((status = 204, description = "There is none any more")),
    extensions(("x-permission" = json!("obligation.read")), ("x-unversioned" = json!(true))),
)]
#[delete("/me/calendar-feed")]
async fn end_my_calendar_feed(
    app: Data<App>,
    actor: Allowed<ReadObligations>,
) -> ApiResult<Nothing> {
    manage::end(&app, &actor).await
}

/// Read a calendar
///
/// By its secret address, for calendar programs: what its owner has to do, a whole day each. It names
/// no record.
#[utoipa::path(
    tag = "obligations", operation_id = "read_calendar_feed",
    params(("secret" = String, Path, description = "The secret of the address", max_length = 100)),
    responses((status = 200, description = "An iCalendar", body = String, content_type = "text/calendar")),
    security(()),
    extensions(("x-permission" = json!("public"))),
)]
#[get("/calendar-feeds/{secret}")]
async fn read_calendar_feed(
    app: Data<App>,
    obligations: Data<Obligations>,
    authenticator: Data<Authenticator>,
    secret: Param<String>,
) -> ApiResult<Feed> {
    read::read(&app, &obligations, &**authenticator, &secret).await
}
