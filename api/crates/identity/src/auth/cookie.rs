//! The cookie that holds the refresh token.
use actix_web::{
    FromRequest, HttpRequest, HttpResponse, Responder,
    body::BoxBody,
    cookie::{Cookie, SameSite, time::Duration},
    dev::Payload,
};
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::{Answer, Nothing, Reply};

/// `__Host-`: the browser takes it only with Secure, for this host alone and the whole of it.
pub const NAME: &str = "__Host-zhidu-refresh";

/// The token that came with the request.
pub struct RefreshToken(pub Option<String>);

impl FromRequest for RefreshToken {
    type Error = ApiError;
    type Future = std::future::Ready<ApiResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let token = request.cookie(NAME).map(|cookie| cookie.value().to_owned());
        std::future::ready(Ok(Self(token)))
    }
}

fn cookie(value: String, days: u32) -> Cookie<'static> {
    Cookie::build(NAME, value)
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Strict)
        .max_age(Duration::days(i64::from(days)))
        .finish()
}

/// An answer that sets the cookie.
pub struct Keeping<T> {
    pub reply: Reply<T>,
    pub token: String,
    pub days: u32,
}

impl<T: Answer> Responder for Keeping<T> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        with(self.reply.respond_to(request), &cookie(self.token, self.days))
    }
}

/// 204, and the cookie is gone.
pub struct Leaving(pub Nothing);

impl Responder for Leaving {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        with(self.0.respond_to(request), &cookie(String::new(), 0))
    }
}

fn with(mut response: HttpResponse, cookie: &Cookie<'_>) -> HttpResponse {
    if let Err(error) = response.add_cookie(cookie) {
        // Cannot happen with our alphabet; without the cookie the client signs in again.
        tracing::error!(%error, "the refresh cookie cannot be written");
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_is_kept_from_scripts_and_from_other_sites() {
        let text = cookie("abc".to_owned(), 14).to_string();
        for part in ["__Host-zhidu-refresh=abc", "HttpOnly", "Secure", "SameSite=Strict", "Path=/"]
        {
            assert!(text.contains(part), "{text}");
        }
        assert!(text.contains("Max-Age=1209600"), "{text}");
        assert!(cookie(String::new(), 0).to_string().contains("Max-Age=0"));
    }
}
