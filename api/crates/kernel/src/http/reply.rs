//! Successful answers: JSON with its `ETag`, `Location` and `Link`.
use actix_web::{
    HttpRequest, HttpResponse, Responder,
    body::BoxBody,
    http::{StatusCode, header},
};
use serde::Serialize;

/// What an answer knows about itself beyond its body.
pub trait Answer: Serialize {
    /// The version, where the body is one resource that can be changed.
    fn version(&self) -> Option<i64> {
        None
    }
    /// Where it can be read again, relative to the API's base.
    fn location(&self) -> Option<String> {
        None
    }
    /// The cursor of the next page.
    fn next_cursor(&self) -> Option<&str> {
        None
    }
}

/// A JSON answer; 200 unless made with [`Reply::created`] or [`Reply::accepted`].
#[derive(Debug)]
pub struct Reply<T> {
    pub body: T,
    pub status: StatusCode,
}

impl<T> Reply<T> {
    pub const fn ok(body: T) -> Self {
        Self { body, status: StatusCode::OK }
    }
    pub const fn created(body: T) -> Self {
        Self { body, status: StatusCode::CREATED }
    }
    pub const fn accepted(body: T) -> Self {
        Self { body, status: StatusCode::ACCEPTED }
    }
}

impl<T: Answer> Responder for Reply<T> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let mut response = HttpResponse::build(self.status);
        if let Some(version) = self.body.version() {
            response.insert_header((header::ETAG, format!("\"{version}\"")));
        }
        if let Some(place) = self.body.location().filter(|_| self.status == StatusCode::CREATED) {
            response.insert_header((header::LOCATION, format!("/api/v1{place}")));
        }
        if let Some(cursor) = self.body.next_cursor() {
            let link = format!("<{}>; rel=\"next\"", next_address(request, cursor));
            response.insert_header((header::LINK, link));
        }
        // Answers hold personal and commercial data; no cache on the way may keep them.
        response.insert_header((header::CACHE_CONTROL, "no-store"));
        response.json(self.body)
    }
}

fn next_address(request: &HttpRequest, cursor: &str) -> String {
    let kept = form_urlencoded::parse(request.query_string().as_bytes())
        .filter(|(name, _)| name != "cursor");
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(kept)
        .append_pair("cursor", cursor)
        .finish();
    format!("{}?{query}", request.path())
}

/// 204.
#[derive(Debug)]
pub struct Nothing;

impl Responder for Nothing {
    type Body = BoxBody;
    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::NoContent().insert_header((header::CACHE_CONTROL, "no-store")).finish()
    }
}

/// A list that is always short and always whole (roles, departments, sessions).
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Items<T> {
    pub items: Vec<T>,
}

impl<T: Serialize> Answer for Items<T> {}
