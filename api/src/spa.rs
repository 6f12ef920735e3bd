//! The application, inside the binary. Its own addresses (`/clients/…`) all answer the one page.
use actix_web::{HttpRequest, HttpResponse, http::header};
use rust_embed::Embed;

#[derive(Embed)]
#[folder = "../frontend/dist"]
#[allow_missing = true]
struct Dist;

/// Everything that is no API.
pub async fn page(request: HttpRequest) -> HttpResponse {
    let path = request.path().trim_start_matches('/');
    if path.starts_with("api/") {
        return HttpResponse::NotFound().finish();
    }
    if let Some(file) = Dist::get(path).filter(|_| !path.is_empty() && path != "index.html") {
        return serve(path, &file, &request);
    }
    // A missing asset must not be answered with the page: the browser would run it as a script.
    if path.starts_with("assets/") {
        return HttpResponse::NotFound().finish();
    }
    match Dist::get("index.html") {
        Some(file) => index(&file),
        None => HttpResponse::NotFound().finish(),
    }
}

/// One embedded file and nothing else.
pub fn part(path: &str, request: &HttpRequest) -> HttpResponse {
    match Dist::get(path) {
        Some(file) => serve(path, &file, request),
        None => HttpResponse::NotFound().finish(),
    }
}

/// The page, with a nonce of its own for the styles that the component library writes. No script
/// is ever inline.
fn index(file: &rust_embed::EmbeddedFile) -> HttpResponse {
    let random: [u8; 16] = rand::random();
    let nonce = hex::encode(random);
    let html = String::from_utf8_lossy(&file.data).replace("__CSP_NONCE__", &nonce);
    let policy = crate::headers::POLICY
        .replace("style-src 'self'", &format!("style-src 'self' 'nonce-{nonce}'"));
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_SECURITY_POLICY, policy))
        .body(html)
}

fn serve(path: &str, file: &rust_embed::EmbeddedFile, request: &HttpRequest) -> HttpResponse {
    let tag = format!("\"{}\"", hex::encode(file.metadata.sha256_hash().get(..12).unwrap_or(&[])));
    let known = request.headers().get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok());
    if known == Some(tag.as_str()) {
        return HttpResponse::NotModified().finish();
    }
    // Assets carry a hash in their name.
    let cache = if path.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    HttpResponse::Ok()
        .content_type(mime_guess::from_path(path).first_or_octet_stream().as_ref())
        .insert_header((header::CACHE_CONTROL, cache))
        .insert_header((header::ETAG, tag))
        .body(file.data.clone().into_owned())
}
