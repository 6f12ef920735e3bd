//! Middleware: one log line, two metrics and, where a collector is named, one span per request, by
//! route template so that ids never become labels.
use crate::policy::Policy;
use crate::traces::Traces;
use actix_web::{
    Error, HttpMessage,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    middleware::Next,
    web::Data,
};
use kernel::access::RequestInfo;
use std::time::Instant;

pub async fn observe(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let start = Instant::now();
    let method = method(&request);
    let route = route(&request);
    let traces = request.app_data::<Data<Traces>>().cloned();
    let span = traces.and_then(|traces| traces.begin(request.headers(), &method, &route));
    let response = next.call(request).await?;
    let elapsed = start.elapsed();
    let status = response.status().as_u16();
    let id = response.request().extensions().get::<RequestInfo>().map(|info| info.id.clone());
    let id = id.unwrap_or_default();
    if let Some(span) = span {
        span.end(status, &id);
    }
    tracing::info!(
        method,
        route,
        status,
        micros = u64::try_from(elapsed.as_micros()).unwrap_or(u64::MAX),
        request_id = id,
        "request"
    );
    let labels = [("method", method), ("route", route), ("status", status.to_string())];
    metrics::counter!("http_requests_total", &labels).increment(1);
    metrics::histogram!("http_request_duration_seconds", &labels).record(elapsed.as_secs_f64());
    Ok(response)
}

/// A word that the caller made up must not become a label of its own.
fn method(request: &ServiceRequest) -> String {
    let known = ["GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"];
    let method = request.method().as_str();
    known.iter().find(|known| **known == method).map_or("other", |known| known).to_owned()
}

/// The template of the address: of the contract's without asking the router, which tries its patterns
/// one after the other.
fn route(request: &ServiceRequest) -> String {
    let policy = request.app_data::<Data<Policy>>();
    let known = policy.and_then(|policy| policy.address(request.path()));
    let template = known.map(|address| address.template.clone());
    template.or_else(|| request.match_pattern()).unwrap_or_else(|| "unmatched".to_owned())
}
