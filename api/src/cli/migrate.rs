//! `zhidu migrate up|down|status`.
use crate::schema::{self, Schema};
use crate::start;
use anyhow::{Result, bail};
use clap::Subcommand;
use kernel::config::Config;

#[derive(Debug, Subcommand)]
pub enum Migrate {
    /// Apply what is missing.
    Up,
    /// Take the last steps back. Data in dropped tables is lost.
    Down {
        /// How many steps.
        #[arg(long, default_value_t = 1)]
        steps: u32,
        /// Without this nothing is dropped.
        #[arg(long)]
        yes: bool,
    },
    /// Say what is applied and what is missing.
    Status,
}

impl Migrate {
    pub async fn run(&self, config: Config) -> Result<()> {
        let app = start::open_unchecked(config).await?;
        let db = app.db.exclusive();
        match self {
            Self::Up => {
                println!("{} migrations applied", schema::bring_up(db).await?);
            }
            Self::Down { yes: false, .. } => {
                bail!("this drops tables and what is in them; repeat with --yes")
            }
            Self::Down { steps, .. } => schema::take_down(db, *steps).await?,
            Self::Status => status(db).await?,
        }
        Ok(())
    }
}

async fn status(db: &sea_orm::DatabaseConnection) -> Result<()> {
    let schema = Schema::of(db).await?;
    for name in &schema.applied {
        println!("{:<9} {name}", if schema.newer.contains(name) { "Newer" } else { "Applied" });
    }
    for name in &schema.missing {
        println!("{:<9} {name}", "Pending");
    }
    Ok(())
}
