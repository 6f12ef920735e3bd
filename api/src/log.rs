//! Logs: one JSON object a line, with the request's id; or text for people at a terminal.
use anyhow::Result;
use kernel::config::Log;
use tracing_subscriber::{EnvFilter, fmt};

pub fn start(settings: &Log) -> Result<()> {
    let filter = EnvFilter::try_new(&settings.filter)?;
    let builder = fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if settings.format == "text" {
        builder.compact().init();
    } else {
        builder.json().flatten_event(true).with_current_span(false).init();
    }
    Ok(())
}
