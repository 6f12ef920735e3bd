//! Versions: `ETag` out, `If-Match` in.
use crate::code;
use crate::error::{ApiError, ApiResult};
use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header};

/// The version the caller looked at, from `If-Match`. Without the header: 428.
#[derive(Clone, Copy, Debug)]
pub struct IfMatch(pub i64);

impl IfMatch {
    /// 412 with the current version, unless it is the one that the caller saw.
    pub fn check(self, current: i64) -> ApiResult<()> {
        if self.0 == current { Ok(()) } else { Err(stale(current)) }
    }
}

#[must_use]
pub fn stale(current: i64) -> ApiError {
    code::STALE_VERSION.with(vec![("current_version", current.to_string())]).into()
}

impl FromRequest for IfMatch {
    type Error = ApiError;
    type Future = std::future::Ready<ApiResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(read(request))
    }
}

fn read(request: &HttpRequest) -> ApiResult<IfMatch> {
    let header = request.headers().get(header::IF_MATCH).ok_or(code::VERSION_REQUIRED)?;
    let text = header.to_str().unwrap_or_default().trim();
    // A proxy that compresses may have weakened the tag; the version in it is still exact.
    text.strip_prefix("W/")
        .unwrap_or(text)
        .strip_prefix('"')
        .and_then(|t| t.strip_suffix('"'))
        .and_then(|t| t.parse().ok())
        .map(IfMatch)
        .ok_or_else(|| ApiError::parameter("If-Match"))
}
