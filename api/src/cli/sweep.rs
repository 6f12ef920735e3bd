//! `zhidu sweep`: what the service does once a day by itself.
use crate::{start, sweep::sweep};
use anyhow::{Result, anyhow};
use kernel::config::Config;

pub async fn run(config: Config) -> Result<()> {
    let app = start::open(config).await?;
    let swept = sweep(&app).await.map_err(|error| anyhow!("the file store: {error}"))?;
    println!("{} put aside, {} put back, {} removed", swept.aside, swept.back, swept.removed);
    Ok(())
}
