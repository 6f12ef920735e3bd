//! `zhidu openapi`: the contract, without a database.
use crate::application::DOCUMENT;
use anyhow::Result;
use clap::Args;

#[derive(Debug, Args)]
pub struct Openapi {
    /// Print the handbook's coverage (Markdown) in place of the contract.
    #[arg(long)]
    coverage: bool,
}

impl Openapi {
    pub fn run(&self) -> Result<()> {
        if self.coverage {
            print!("{}", handbook::coverage::markdown());
        } else {
            println!("{}", crate::openapi::text(&DOCUMENT)?);
        }
        Ok(())
    }
}
