use super::credential::Credential;
use super::dto::{EventFilter, EventPage, Frame, LastSeen};
use super::stream::{LastEvent, LiveReply};
use super::{list, stream};
use crate::Wiring;
use actix_web::{get, web::Data};
use identity::Member;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::input::Query;
use kernel::http::paging::{PageParams, Paging};
use kernel::http::reply::Reply;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(list_events).service(stream_events);
}

/// List events
///
/// In the order of their sequence, and only those about records that the caller may see. Poll with
/// `after` = `next_after` of the answer before: no event is ever skipped.
#[utoipa::path(
    tag = "records", operation_id = "list_events",
    params(EventFilter, PageParams),
    responses((status = 200, description = "Events after the given one", body = EventPage)),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/events")]
async fn list_events(
    app: Data<App>,
    actor: Member,
    filter: Query<EventFilter>,
    paging: Paging,
) -> ApiResult<Reply<EventPage>> {
    list::list(&app, &actor, *filter, &paging).await
}

/// Stream events
///
/// Server-sent events: `id` is the sequence, `data` an event as in the list. Starts after
/// `Last-Event-ID` (or `after`), without either from now on; a comment every 15 seconds shows that
/// the line is alive. Ends with an event `end` and a reason when the credential no longer holds
/// (`SIGNED_OUT`; an access token lives 15 minutes) or the process stops (`STOPPING`): come back
/// with the last id. One person holds at most eight streams.
#[utoipa::path(
    tag = "records", operation_id = "stream_events",
    params(
        EventFilter,
        LastSeen,
    ),
    responses((
        status = 200, description = "Events as they happen", body = Frame,
        content_type = "text/event-stream",
    )),
    extensions(("x-permission" = json!("signed-in"))),
)]
#[get("/events/stream")]
async fn stream_events(
    app: Data<App>,
    wiring: Data<Wiring>,
    actor: Member,
    credential: Credential,
    filter: Query<EventFilter>,
    last: LastEvent,
) -> ApiResult<LiveReply> {
    stream::open(app, wiring, (*actor).clone(), credential, (*filter, last)).await
}
