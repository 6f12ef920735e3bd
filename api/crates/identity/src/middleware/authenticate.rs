//! Middleware: who sent the request. It refuses no credential: a route says in its signature whom
//! it needs, so a public one works with a credential that has expired.
use crate::authenticator::Authenticator;
use actix_web::{
    Error, HttpMessage,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{Method, header},
    middleware::Next,
    web::Data,
};
use kernel::access::RequestInfo;
use kernel::code;
use kernel::error::{ApiError, ApiResult, Fault};

/// First segments of the paths whose acts may change what somebody may do.
const DECIDE_RIGHTS: &[&str] = &[
    "people",
    "departments",
    "sites",
    "roles",
    "role-grants",
    "duty-conflicts",
    "delegations",
    "api-keys",
    "me",
    // The undertaking of secrecy is a parameter: with a new text, rights rest (A-CLI-18).
    "parameters",
];
const BASE: &str = "/api/v1/";

/// Within [`super::request_info`].
pub async fn authenticate(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let authenticator = request
        .app_data::<Data<Authenticator>>()
        .ok_or_else(|| ApiError::from(Fault("no authenticator".to_owned())))?
        .clone();
    if let Err(error) = identify(&request, &authenticator).await {
        // As an answer and not as an error of the service, so that it keeps its headers.
        return Ok(ServiceResponse::from_err(error, request.into_parts().0));
    }
    let changes = changes_rights(request.method(), request.path());
    // Also when the caller goes away in the middle: the commit may have happened.
    let _forgetting = changes.then(|| Forgetting(authenticator));
    next.call(request).await.map(ServiceResponse::map_into_boxed_body)
}

struct Forgetting(Data<Authenticator>);

impl Drop for Forgetting {
    fn drop(&mut self) {
        self.0.forget();
    }
}

async fn identify(request: &ServiceRequest, authenticator: &Authenticator) -> ApiResult<()> {
    let Some(bearer) = bearer(request) else { return Ok(()) };
    let info = request.extensions().get::<RequestInfo>().cloned().ok_or(code::INTERNAL)?;
    if let Some(actor) = authenticator.actor(bearer, info).await? {
        request.extensions_mut().insert(actor);
    }
    Ok(())
}

fn bearer(request: &ServiceRequest) -> Option<&str> {
    let value = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

fn changes_rights(method: &Method, path: &str) -> bool {
    if method.is_safe() {
        return false;
    }
    let noun = path.strip_prefix(BASE).and_then(|rest| rest.split('/').next());
    noun.is_some_and(|noun| DECIDE_RIGHTS.contains(&noun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_on_people_and_roles_change_rights_and_reading_does_not() {
        assert!(changes_rights(&Method::POST, "/api/v1/people/0192/actions/disable"));
        assert!(changes_rights(&Method::PATCH, "/api/v1/roles/0192"));
        assert!(!changes_rights(&Method::GET, "/api/v1/roles"));
        assert!(!changes_rights(&Method::POST, "/api/v1/clients"));
        assert!(!changes_rights(&Method::POST, "/api/v1/auth/refresh"));
    }
}
