//! Middleware: a refused act is part of the audit trail. The refused work itself was rolled back,
//! so the entry is written by a work of its own.
use actix_web::{
    Error, HttpMessage,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::Method,
    middleware::Next,
    web::Data,
};
use kernel::{
    access::Actor,
    app::App,
    audit::{Outcome, Record, Resource},
    error::ApiError,
    work,
};

use crate::policy::Policy;

/// Statuses that say "you may not": the right is missing, or a rule of the handbook refuses.
const REFUSED: [u16; 2] = [403, 409];

pub async fn refusals(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let response = next.call(request).await?.map_into_boxed_body();
    let status = response.status().as_u16();
    if REFUSED.contains(&status) && (changes || status == 403) {
        note(&response).await;
    }
    Ok(response)
}

async fn note(response: &ServiceResponse<BoxBody>) {
    let http = response.request();
    let error = response.response().error().and_then(|e| e.as_error::<ApiError>());
    let (Some(error), Some(app)) = (error, http.app_data::<Data<App>>()) else { return };
    let Some(actor) = http.extensions().get::<Actor>().cloned() else { return };
    let mut record = Record::new("request.refused", resource(response));
    record.outcome = Outcome::Refused;
    record.code = Some(error.code().name);
    let clauses = error.clauses().join(" ");
    record.reason = (!clauses.is_empty()).then_some(clauses);
    // Without the key, which belongs to the refused work: that may be tried again.
    if let Err(error) = work::note(app, &actor, record).await {
        tracing::error!(%error, "a refusal could not be recorded");
    }
}

/// The operation, and the record that its path names.
fn resource(response: &ServiceResponse<BoxBody>) -> Resource {
    let http = response.request();
    let operation = http
        .app_data::<Data<Policy>>()
        .and_then(|policy| policy.address(http.path())?.find(http.method().as_str()))
        .map(|entry| entry.operation_id.clone());
    Resource {
        kind: "operation",
        id: http.match_info().get("id").and_then(|id| id.parse().ok()),
        label: operation.unwrap_or_else(|| http.method().to_string()),
    }
}
