//! `zhidu healthcheck`: exit 0 when the service on the configured address is ready.
use anyhow::{Result, bail};
use clap::Args;
use kernel::config::Config;
use std::time::Duration;

#[derive(Debug, Args)]
pub struct Healthcheck {
    /// Another address than `server.address`.
    #[arg(long)]
    address: Option<String>,
}

impl Healthcheck {
    pub async fn run(&self, config: &Config) -> Result<()> {
        let address = self.address.as_deref().unwrap_or(&config.server.address);
        let client = reqwest::Client::builder().timeout(Duration::from_secs(5)).build()?;
        let answer = client.get(format!("http://{address}/readyz")).send().await?;
        let status = answer.status();
        if !status.is_success() {
            bail!("{status}: {}", answer.text().await?);
        }
        println!("ready");
        Ok(())
    }
}
