//! Middleware: every answer that is not a success leaves as problem+json in the caller's language,
//! the framework's own refusals and panics included.
use crate::access::RequestInfo;
use crate::code::{self, Code};
use crate::error::ApiError;
use crate::http::problem::{MEDIA_TYPE, Problem};
use actix_web::{
    Error, HttpMessage, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    error::InternalError,
    http::header::{self, HeaderValue},
    middleware::Next,
};
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;

/// Wrap with `actix_web::middleware::from_fn`, inside the middleware that sets [`RequestInfo`].
///
/// The request is never cloned here: actix routes a request only while nobody else holds it.
pub async fn problems(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let info = request.extensions().get::<RequestInfo>().cloned();
    match AssertUnwindSafe(next.call(request)).catch_unwind().await {
        Ok(Ok(response)) => Ok(spoken(response.map_into_boxed_body(), info.as_ref())),
        Ok(Err(error)) => {
            let answer = match error.as_error::<ApiError>() {
                Some(known) => refuse(known, info.as_ref()),
                None => plain(error.error_response().status().as_u16(), info.as_ref()),
            };
            Err(InternalError::from_response(error, answer).into())
        }
        Err(panic) => {
            let said = panic
                .downcast_ref::<String>()
                .map(String::as_str)
                .or_else(|| panic.downcast_ref::<&str>().copied());
            tracing::error!(
                panic = said.unwrap_or("?"),
                request_id = id(info.as_ref()),
                "a handler panicked"
            );
            Err(InternalError::from_response("panic", plain(500, info.as_ref())).into())
        }
    }
}

fn spoken(
    response: ServiceResponse<BoxBody>,
    info: Option<&RequestInfo>,
) -> ServiceResponse<BoxBody> {
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let mut replacement = match response.response().error().map(|e| e.as_error::<ApiError>()) {
        Some(Some(ApiError::Replay(_))) => return response,
        Some(Some(error)) => refuse(error, info),
        _ if is_problem(&response) => return response,
        _ => plain(status.as_u16(), info),
    };
    // What the first rendering knew beyond the body (Allow, rate limits, cookies).
    for (name, value) in response.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            replacement.headers_mut().append(name.clone(), value.clone());
        }
    }
    response.into_response(replacement)
}

/// The answer to an error of ours, for middleware outside of this one.
#[must_use]
pub fn refuse(error: &ApiError, info: Option<&RequestInfo>) -> HttpResponse {
    log(error, info);
    answer(&error.problem(lang(info), &id(info)), info)
}

/// The answer to a refusal of the framework's.
fn plain(status: u16, info: Option<&RequestInfo>) -> HttpResponse {
    let mut params = vec![];
    let code = framework_code(status, &mut params);
    let lang = lang(info);
    answer(&Problem::of(code, lang, code.say(lang, &params), &id(info)), info)
}

fn is_problem(response: &ServiceResponse<BoxBody>) -> bool {
    response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|v| v.as_bytes() == MEDIA_TYPE.as_bytes())
}

fn framework_code(status: u16, params: &mut code::Params) -> Code {
    match status {
        404 => code::NOT_FOUND,
        405 => code::METHOD_NOT_ALLOWED,
        413 => {
            params.push(("limit", "—".to_owned()));
            code::TOO_LARGE
        }
        415 => code::UNSUPPORTED_TYPE,
        400..=499 => code::MALFORMED_REQUEST,
        503 => code::UNAVAILABLE,
        _ => code::INTERNAL,
    }
}

fn answer(problem: &Problem, info: Option<&RequestInfo>) -> HttpResponse {
    let status = actix_web::http::StatusCode::from_u16(problem.status)
        .unwrap_or(actix_web::http::StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = HttpResponse::build(status).content_type(MEDIA_TYPE).json(problem);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang(info).tag()));
    if matches!(problem.status, 503 | 507) {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
    }
    if problem.status == 401 {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if let Some(seconds) = problem.params.get("seconds").and_then(|s| HeaderValue::from_str(s).ok())
    {
        headers.insert(header::RETRY_AFTER, seconds);
    }
    response
}

fn log(error: &ApiError, info: Option<&RequestInfo>) {
    if let ApiError::Coded(coded) = error
        && error.code().status >= 500
    {
        let error: &dyn std::error::Error = coded.as_ref();
        let target = info.map(|info| info.target.as_str()).unwrap_or_default();
        tracing::error!(error, target, request_id = id(info), "request failed");
    }
}

fn lang(info: Option<&RequestInfo>) -> crate::lang::Lang {
    info.map(|info| info.lang).unwrap_or_default()
}

fn id(info: Option<&RequestInfo>) -> String {
    info.map(|info| info.id.clone()).unwrap_or_default()
}
