//! `zhidu config check|dump`.
use super::Settings;
use anyhow::Result;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Show {
    /// Read all layers and say what is wrong.
    Check,
    /// Print the outcome of all layers, secrets taken out.
    Dump,
}

impl Show {
    pub fn run(&self, settings: &Settings) -> Result<()> {
        let config = settings.read()?;
        match self {
            Self::Check => println!("the settings are in order"),
            Self::Dump => print!("{}", config.dump()),
        }
        Ok(())
    }
}
