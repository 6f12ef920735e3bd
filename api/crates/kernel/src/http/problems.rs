//! Middleware: every answer that is not a success leaves as problem+json in the caller's language,
//! the framework's own refusals and panics included.
use crate::access::RequestInfo;
use crate::code::{self, Code};
use crate::error::ApiError;
use crate::http::problem::{MEDIA_TYPE, Problem};
use actix_web::{
    Error, HttpMessage, HttpRequest, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header::{self, HeaderValue},
    middleware::Next,
};
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;

/// Wrap around everything with `actix_web::middleware::from_fn`.
pub async fn problems(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let http = request.request().clone();
    match AssertUnwindSafe(next.call(request)).catch_unwind().await {
        Ok(Ok(response)) => Ok(spoken(response.map_into_boxed_body())),
        Ok(Err(error)) => {
            let answer = HttpResponse::from_error(error);
            Ok(spoken(ServiceResponse::new(http, answer)))
        }
        Err(panic) => {
            let said = panic
                .downcast_ref::<String>()
                .map(String::as_str)
                .or_else(|| panic.downcast_ref::<&str>().copied());
            tracing::error!(panic = said.unwrap_or("?"), path = http.path(), "a handler panicked");
            let answer =
                answer(&http, &Problem::of(code::INTERNAL, lang(&http), &id(&http), &vec![]));
            Ok(ServiceResponse::new(http, answer))
        }
    }
}

fn spoken(response: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let http = response.request().clone();
    let replacement = match response.response().error().map(|e| e.as_error::<ApiError>()) {
        Some(Some(ApiError::Replay(_))) => return response,
        Some(Some(error)) => {
            log(error, &http);
            answer(&http, &error.problem(lang(&http), &id(&http)))
        }
        _ if is_problem(&response) => return response,
        _ => {
            let mut params = vec![];
            let code = framework_code(status.as_u16(), &mut params);
            answer(&http, &Problem::of(code, lang(&http), &id(&http), &params))
        }
    };
    let mut replacement = replacement;
    // What the first rendering knew beyond the body (Allow, Retry-After, rate limits, cookies).
    for (name, value) in response.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            replacement.headers_mut().append(name.clone(), value.clone());
        }
    }
    response.into_response(replacement)
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

fn answer(http: &HttpRequest, problem: &Problem) -> HttpResponse {
    let status = actix_web::http::StatusCode::from_u16(problem.status)
        .unwrap_or(actix_web::http::StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = HttpResponse::build(status).content_type(MEDIA_TYPE).json(problem);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang(http).tag()));
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

fn log(error: &ApiError, http: &HttpRequest) {
    if let ApiError::Coded(coded) = error
        && error.code().status >= 500
    {
        let error: &dyn std::error::Error = coded.as_ref();
        tracing::error!(error, path = http.path(), request_id = id(http), "request failed");
    }
}

fn lang(http: &HttpRequest) -> crate::lang::Lang {
    http.extensions().get::<RequestInfo>().map(|info| info.lang).unwrap_or_default()
}

fn id(http: &HttpRequest) -> String {
    http.extensions().get::<RequestInfo>().map(|info| info.id.clone()).unwrap_or_default()
}
