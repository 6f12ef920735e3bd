use super::dto::{MarkRead, Marked, Notification, NotificationFilter};
use super::{list, mark_read};
use crate::Wiring;
use actix_web::{get, post, web::Data};
use identity::Member;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::{Query, Valid};
use kernel::http::paging::{Page, PageParams, Paging};
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(list_notifications).service(mark_notifications_read);
}

/// List notifications
///
/// What the caller was told, newest first. One about a record that they may no longer see is not
/// there. With `unread=true&include_total=true&limit=1` the total is the figure on the bell.
#[utoipa::path(
    tag = "desk", operation_id = "list_notifications",
    params(NotificationFilter, PageParams),
    responses((status = 200, description = "A page of notifications", body = Page<Notification>)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/notifications")]
async fn list_notifications(
    app: Data<App>,
    wiring: Data<Wiring>,
    actor: Member,
    filter: Query<NotificationFilter>,
    paging: Paging,
) -> ApiResult<Reply<Page<Notification>>> {
    list::list(&app, &wiring, &actor, *filter, &paging).await
}

/// Mark notifications as read
///
/// Some by their ids, or all. Once read they are kept for 180 days.
#[utoipa::path(
    tag = "desk", operation_id = "mark_notifications_read",
    request_body = MarkRead,
    responses((status = 200, description = "How many became read", body = Marked)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[post("/notifications/actions/mark-read")]
async fn mark_notifications_read(
    app: Data<App>,
    actor: Member,
    Valid(input): Valid<MarkRead>,
) -> ApiResult<Reply<Marked>> {
    mark_read::mark_read(&app, &actor, input).await
}
