//! `zhidu seed`: the demonstration company in the configured database.
use crate::application::Service;
use crate::demo_company::{self, Order};
use crate::schema;
use crate::start;
use anyhow::{Result, bail};
use clap::Args;
use kernel::config::{Config, without_password};
use std::io::{BufRead, Write};

#[derive(Debug, Args)]
pub struct Seed {
    /// Number of clients.
    #[arg(long, default_value_t = 2000)]
    clients: u64,
    /// The same seed gives the same company.
    #[arg(long, default_value_t = demo_company::SEED)]
    seed: u64,
    /// Contacts and nothing else hangs on the files: for large numbers of them.
    #[arg(long)]
    lean: bool,
    /// Do not ask.
    #[arg(long)]
    yes: bool,
}

impl Seed {
    pub async fn run(self, config: Config) -> Result<()> {
        let url = without_password(&config.database.url);
        if !self.yes && !agreed(&url)? {
            bail!("nothing was done");
        }
        let app = start::open_unchecked(config).await?;
        schema::ready(&app).await?;
        let service = Service::new(app)?;
        let order = Order { seed: self.seed, clients: self.clients, lean: self.lean };
        if demo_company::fill(&service, order).await? {
            println!("{url} holds the demonstration company.");
        } else {
            println!("{url} held the demonstration company already.");
        }
        demo_company::print_accounts();
        service.app.db.clone().close().await?;
        Ok(())
    }
}

/// The accounts have a known password: never in a database that others can reach.
fn agreed(url: &str) -> Result<bool> {
    println!("Fills {url} with an invented company whose accounts have a password that everybody");
    print!("knows. Type yes to go on: ");
    std::io::stdout().flush()?;
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    Ok(answer.trim() == "yes")
}
