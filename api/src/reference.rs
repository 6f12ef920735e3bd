//! The contract as it is served, and the page to read it on.
use crate::spa;
use actix_web::{HttpRequest, HttpResponse, http::header, web};
use kernel::http::input::Param;
use utoipa::openapi::OpenApi;

/// Where the contract is found.
pub const CONTRACT: &str = "/api/openapi.json";

/// The document as text: made once, shared by all workers.
pub struct Contract(web::Bytes);

impl Contract {
    /// # Errors
    /// A document that cannot be written as JSON.
    pub fn of(document: &OpenApi) -> serde_json::Result<Self> {
        Ok(Self(serde_json::to_vec(document)?.into()))
    }
}

pub async fn contract(contract: web::Data<Contract>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(contract.0.clone())
}

/// The reference page and its parts, built beside the application (`frontend/tools/reference-page.ts`).
pub async fn page(request: HttpRequest, part: Param<String>) -> HttpResponse {
    let part = if part.is_empty() { "index.html" } else { part.as_str() };
    spa::part(&format!("reference/{part}"), &request)
}

/// Without its slash the page would look for its parts in the wrong place.
pub async fn to_page() -> HttpResponse {
    HttpResponse::PermanentRedirect().insert_header((header::LOCATION, "/api/docs/")).finish()
}
