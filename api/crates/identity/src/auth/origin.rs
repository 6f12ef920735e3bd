//! Whether a request that carries the cookie comes from our own pages.
use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header, web::Data};
use kernel::app::App;
use kernel::code;
use kernel::error::{ApiResult, Fault};

/// Proof that no foreign page sent the request. Browsers say where a POST comes from; what says
/// nothing is no browser and has no cookie it was not given.
pub struct OwnOrigin(());

impl FromRequest for OwnOrigin {
    type Error = kernel::error::ApiError;
    type Future = std::future::Ready<ApiResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(check(request))
    }
}

fn check(request: &HttpRequest) -> ApiResult<OwnOrigin> {
    let app =
        request.app_data::<Data<App>>().ok_or_else(|| Fault("no application data".to_owned()))?;
    let header = |name: &str| request.headers().get(name).map(|v| v.to_str().unwrap_or("?"));
    let host = header(header::HOST.as_str());
    let ours = is_ours(
        header("sec-fetch-site"),
        header(header::ORIGIN.as_str()),
        host,
        &app.config.server.public_url,
    );
    if ours { Ok(OwnOrigin(())) } else { Err(code::ORIGIN_REFUSED.into()) }
}

/// The browser's own word first: no page can set `Sec-Fetch-Site`.
fn is_ours(
    fetch_site: Option<&str>,
    origin: Option<&str>,
    host: Option<&str>,
    public_url: &str,
) -> bool {
    match (fetch_site, origin) {
        (Some(site), _) => site == "same-origin",
        (None, None) => true,
        (None, Some(origin)) if public_url.is_empty() => {
            origin.split_once("://").map(|(_, authority)| authority) == host
        }
        (None, Some(origin)) => Some(origin) == origin_of(public_url).as_deref(),
    }
}

/// `https://host:port` of an address.
fn origin_of(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    Some(format!("{scheme}://{authority}").to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOST: Option<&str> = Some("zhidu.example.com");
    const PUBLIC: &str = "https://zhidu.example.com/app";

    #[test]
    fn the_browsers_word_decides() {
        assert!(is_ours(Some("same-origin"), Some("http://localhost:5173"), HOST, PUBLIC));
        for site in ["cross-site", "same-site", "none", "?"] {
            assert!(!is_ours(Some(site), Some("https://zhidu.example.com"), HOST, PUBLIC));
        }
    }

    #[test]
    fn an_older_browser_names_its_origin() {
        assert!(is_ours(None, Some("https://zhidu.example.com"), HOST, PUBLIC));
        assert!(is_ours(None, Some("http://zhidu.example.com"), HOST, ""));
        for origin in ["null", "https://evil.example.com", "http://zhidu.example.com:81", "?"] {
            assert!(!is_ours(None, Some(origin), HOST, PUBLIC), "{origin}");
            assert!(!is_ours(None, Some(origin), HOST, ""), "{origin}");
        }
    }

    #[test]
    fn what_is_no_browser_says_nothing() {
        assert!(is_ours(None, None, HOST, PUBLIC));
    }
}
