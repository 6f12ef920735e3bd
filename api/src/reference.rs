//! The contract as it is served, and the page to read it on.
use actix_web::{HttpResponse, http::header, web};
use utoipa::openapi::OpenApi;
use utoipa_swagger_ui::{Config, SwaggerUi};

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

/// The reference page; everything it needs is in the binary.
pub fn page() -> SwaggerUi {
    SwaggerUi::new("/api/docs/{_:.*}").config(Config::from(CONTRACT))
}
