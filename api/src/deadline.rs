//! Middleware: a request that hangs is answered all the same. A network that swallows packets closes
//! nothing, and the limits that the database sets do not reach across it.
use actix_web::{
    Error,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header::{self, HeaderMap},
    middleware::Next,
    web::Data,
};
use kernel::{app::App, code, error::ApiError};
use std::time::Duration;

pub async fn deadline(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let limit = limit(&request);
    let answer = next.call(request);
    let answer = match limit {
        None => answer.await,
        Some(limit) => match tokio::time::timeout(limit, answer).await {
            Ok(answer) => answer,
            // Whether it took effect is not known: what `Idempotency-Key` and `If-Match` are for.
            Err(_) => return Err(ApiError::from(code::UNAVAILABLE).into()),
        },
    };
    answer.map(ServiceResponse::map_into_boxed_body)
}

fn limit(request: &ServiceRequest) -> Option<Duration> {
    let seconds = request.app_data::<Data<App>>()?.config.server.request_timeout_seconds;
    (seconds > 0 && !is_upload(request.headers())).then(|| Duration::from_secs(seconds))
}

/// A large paper over a slow line takes its time; it is the sender who would be cut off.
fn is_upload(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.to_ascii_lowercase().starts_with("multipart/"))
}
