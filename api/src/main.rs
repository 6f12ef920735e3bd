//! The one binary.
use std::process::ExitCode;

/// A third less time in a request than with the C library's, and what a load took is given back a
/// second after it (`.cargo/config.toml` has the settings).
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

#[tokio::main]
async fn main() -> ExitCode {
    // One TLS provider for everything; the libraries ask for it at their first connection.
    // A second installation cannot happen here, and would be the same provider.
    let _ = rustls::crypto::ring::default_provider().install_default();
    match zhidu::cli::run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("zhidu: {error:#}");
            ExitCode::FAILURE
        }
    }
}
