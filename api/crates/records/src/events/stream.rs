//! Use case: open a live stream of events.
use super::credential::Credential;
use super::dto::EventFilter;
use super::live::Live;
use crate::Wiring;
use actix_web::{
    FromRequest, HttpRequest, HttpResponse, Responder, body::BoxBody, dev::Payload, http::header,
    web::Data,
};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::{ApiError, ApiResult};
use std::future::{Ready, ready};

/// `Last-Event-ID`: what a client that comes back saw last.
#[derive(Clone, Copy, Debug)]
pub struct LastEvent(pub Option<i64>);

impl FromRequest for LastEvent {
    type Error = ApiError;
    type Future = Ready<ApiResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(value) = request.headers().get("Last-Event-ID") else {
            return ready(Ok(Self(None)));
        };
        let read = value.to_str().ok().and_then(|text| text.trim().parse().ok());
        let valid = read.filter(|sequence: &i64| *sequence >= 0);
        ready(
            valid
                .map(|sequence| Self(Some(sequence)))
                .ok_or_else(|| ApiError::parameter("Last-Event-ID")),
        )
    }
}

/// An answer that goes on.
pub struct LiveReply(Live);

/// From where the client left off; without that, from now on.
pub async fn open(
    app: Data<App>,
    wiring: Data<Wiring>,
    actor: Actor,
    credential: Credential,
    from: (EventFilter, LastEvent),
) -> ApiResult<LiveReply> {
    let place = wiring.streams.enter(actor.id)?;
    let head = wiring.streams.head(&app).await?;
    let (filter, LastEvent(last)) = from;
    // Beyond the head lies a place of another database (one restored from a backup, say): waiting for
    // it would mean silence. Seeing an event twice is allowed, missing one is not.
    let position = last.or(filter.after).unwrap_or(head).min(head);
    Ok(LiveReply(Live::new(app, wiring, actor, credential, place, position)))
}

impl Responder for LiveReply {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::Ok()
            .content_type("text/event-stream")
            .insert_header((header::CACHE_CONTROL, "no-store"))
            // A compressor or a proxy would gather lines until it has enough of them.
            .insert_header((header::CONTENT_ENCODING, "identity"))
            .insert_header(("X-Accel-Buffering", "no"))
            .streaming(self.0.bytes())
    }
}
