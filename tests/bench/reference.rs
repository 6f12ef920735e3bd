//! The web framework's plain JSON answer, in a process of its own: this binary run again.
use crate::service::{Service, free_address};
use actix_web::{App, HttpResponse, HttpServer, web};
use anyhow::{Context, Result};
use serde_json::json;
use std::process::{Command, Stdio};

/// The argument by which this binary becomes the reference.
pub const ARGUMENT: &str = "serve-reference";

pub fn start() -> Result<Service> {
    let address = free_address()?;
    let program = std::env::current_exe()?;
    let child = Command::new(program)
        .args([ARGUMENT, &address.to_string()])
        .stdout(Stdio::null())
        .spawn()
        .context("the reference does not start")?;
    Service::of(child, address)
}

/// Serve until killed. As many workers as the service has: one for each core.
pub fn serve(address: &str) -> Result<()> {
    let address = address.to_owned();
    let runtime = actix_web::rt::System::new();
    runtime.block_on(async move {
        let application = || {
            App::new()
                .route("/livez", web::get().to(HttpResponse::Ok))
                .route("/json", web::get().to(plain))
        };
        HttpServer::new(application).bind(address)?.run().await
    })?;
    Ok(())
}

async fn plain() -> HttpResponse {
    HttpResponse::Ok().json(json!({"message": "Hello, World!"}))
}
