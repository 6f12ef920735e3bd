//! The credential of a request, kept for as long as its live stream: the stream asks again and again
//! whether it still holds.
use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header, web::Data};
use identity::Authenticator;
use kernel::access::{Actor, RequestInfo};
use kernel::error::{ApiError, ApiResult, Fault};
use std::future::{Ready, ready};

/// Who the caller is, as of now rather than as of the request.
pub struct Credential {
    bearer: String,
    authenticator: Data<Authenticator>,
}

impl Credential {
    /// Nobody: the session ended, the key was revoked, the person disabled or given a new password,
    /// the token expired.
    pub async fn holder(&self, request: &RequestInfo) -> ApiResult<Option<Actor>> {
        let holder = self.authenticator.actor(&self.bearer, request.clone()).await?;
        Ok(holder.filter(|actor| !actor.must_change_password))
    }
}

impl FromRequest for Credential {
    type Error = ApiError;
    type Future = Ready<ApiResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request))
    }
}

fn read(request: &HttpRequest) -> ApiResult<Credential> {
    let header = request.headers().get(header::AUTHORIZATION).and_then(|h| h.to_str().ok());
    let bearer = header.and_then(|h| h.split_once(' ')).map(|(_, token)| token.trim());
    let bearer = bearer.ok_or(kernel::access::Denied::Anonymous)?.to_owned();
    let authenticator = request
        .app_data::<Data<Authenticator>>()
        .ok_or_else(|| Fault("no authenticator".to_owned()))?
        .clone();
    Ok(Credential { bearer, authenticator })
}
