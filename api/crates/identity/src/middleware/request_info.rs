//! Middleware: what a request says about itself, for problems, audit and idempotency.
use super::address;
use actix_web::{
    Error, HttpMessage,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method,
        header::{self, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use kernel::access::{ACTIONS, DRY_RUN, RequestInfo};
use kernel::app::App;
use kernel::error::{ApiError, ApiResult, Fault};
use kernel::http::problems::refuse;
use kernel::idempotency::KEY_LIMIT;
use kernel::lang::Lang;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
const FORWARDED: HeaderName = HeaderName::from_static("x-forwarded-for");
const USER_AGENT_LIMIT: usize = 200;
const REQUEST_ID_LIMIT: usize = 64;

/// Around everything that may answer a problem: language and id are known from here on.
///
/// The request is never cloned here: actix routes a request only while nobody else holds it.
pub async fn request_info(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let app = request
        .app_data::<Data<App>>()
        .ok_or_else(|| ApiError::from(Fault("no application data".to_owned())))?;
    let mut info = read(&request, app);
    let id = HeaderValue::from_str(&info.id).ok();
    let key = idempotency_key(&request);
    // Set even when the key is refused, so that the refusal has its language and its id.
    if let Ok(key) = &key {
        info.idempotency_key.clone_from(key);
    }
    request.extensions_mut().insert(info.clone());
    let mut response = match key {
        Ok(_) => next.call(request).await?.map_into_boxed_body(),
        Err(refused) => request.into_response(refuse(&refused, Some(&info))),
    };
    if let Some(id) = id {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    Ok(response)
}

fn read(request: &ServiceRequest, app: &App) -> RequestInfo {
    let id = text(request, &REQUEST_ID)
        .filter(|id| is_sane(id))
        .map_or_else(|| app.clock.fresh_id().to_string(), str::to_owned);
    let lang = Lang::negotiate(text(request, &header::ACCEPT_LANGUAGE));
    let path = request.uri().path_and_query().map_or("", |path| path.as_str());
    let mut info = RequestInfo::new(id, lang, format!("{} {path}", request.method()));
    info.dry_run = request.path().contains(ACTIONS) && dry_run(request.query_string());
    info.address = address::of(
        request.peer_addr().map(|peer| peer.ip()),
        text(request, &FORWARDED),
        &app.config.server.trusted_proxies,
    );
    let agent = text(request, &header::USER_AGENT).unwrap_or_default();
    info.user_agent = agent.chars().take(USER_AGENT_LIMIT).collect();
    info
}

fn text<'a>(request: &'a ServiceRequest, name: &HeaderName) -> Option<&'a str> {
    request.headers().get(name).and_then(|value| value.to_str().ok())
}

/// The contract knows the parameter on actions alone, and refuses it elsewhere.
fn dry_run(query: &str) -> bool {
    form_urlencoded::parse(query.as_bytes()).any(|(name, value)| name == DRY_RUN && value == "true")
}

/// A foreign id is kept when it can stand in a log line as it is.
fn is_sane(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= REQUEST_ID_LIMIT
        && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

/// The key of a POST; elsewhere the header has no meaning.
fn idempotency_key(request: &ServiceRequest) -> ApiResult<Option<String>> {
    if request.method() != Method::POST {
        return Ok(None);
    }
    let Some(value) = request.headers().get(&IDEMPOTENCY_KEY) else { return Ok(None) };
    let key = value.to_str().unwrap_or_default();
    let printable = key.chars().all(|c| c.is_ascii_graphic());
    if key.is_empty() || key.len() > KEY_LIMIT || !printable {
        return Err(ApiError::parameter("Idempotency-Key"));
    }
    Ok(Some(key.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn key(method: Method, value: &[u8]) -> Result<Option<String>, &'static str> {
        let value = HeaderValue::from_bytes(value).unwrap();
        let request = TestRequest::default().method(method).insert_header((IDEMPOTENCY_KEY, value));
        idempotency_key(&request.to_srv_request()).map_err(|e| e.code().name)
    }

    #[test]
    fn a_key_is_printable_ascii_of_up_to_100() {
        assert_eq!(key(Method::POST, b"order-17"), Ok(Some("order-17".to_owned())));
        assert_eq!(key(Method::POST, "x".repeat(100).as_bytes()).map(|k| k.is_some()), Ok(true));
        for wrong in ["x".repeat(101).as_bytes(), b"", b"a b", "键".as_bytes()] {
            assert_eq!(key(Method::POST, wrong), Err("INVALID_PARAMETER"));
        }
        assert_eq!(key(Method::PATCH, b"a b"), Ok(None));
    }

    #[test]
    fn a_foreign_request_id_must_fit_a_log_line() {
        assert!(is_sane("0192-ab_c.d"));
        assert!(!is_sane("") && !is_sane("a\"b") && !is_sane(&"x".repeat(65)));
    }
}
