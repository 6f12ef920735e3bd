//! `zhidu migrate up|down|status`.
use crate::start;
use anyhow::{Result, bail};
use clap::Subcommand;
use kernel::config::Config;
use migrations::{Migrator, MigratorTrait};

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
                let pending = Migrator::get_pending_migrations(db).await?.len();
                Migrator::up(db, None).await?;
                println!("{pending} migrations applied");
            }
            Self::Down { yes: false, .. } => {
                bail!("this drops tables and what is in them; repeat with --yes")
            }
            Self::Down { steps, .. } => Migrator::down(db, Some(*steps)).await?,
            Self::Status => status(db).await?,
        }
        Ok(())
    }
}

async fn status(db: &sea_orm::DatabaseConnection) -> Result<()> {
    for migration in Migrator::get_migration_with_status(db).await? {
        println!("{:<9} {}", migration.status().to_string(), migration.name());
    }
    Ok(())
}
