//! The command line: one file a command.
mod admin;
mod audit;
mod backup;
mod config;
mod doctor;
mod evidence;
mod healthcheck;
mod mail;
mod migrate;
mod openapi;
pub mod reconcile;
mod seed;
mod serve;
mod sweep;

use anyhow::{Context, Result};
use clap::{Args, Parser, Subcommand};
use kernel::config::{Config, load};
use std::{collections::BTreeMap, path::PathBuf};

/// 制度: the company's handbook as running software.
#[derive(Debug, Parser)]
#[command(name = "zhidu", version, about)]
struct Cli {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Args)]
struct Settings {
    /// Settings file (TOML); `zhidu.toml` here, if there is one.
    #[arg(long, global = true, env = "ZHIDU_CONFIG")]
    config: Option<PathBuf>,
    /// One setting, over file and environment: `--set server.address=0.0.0.0:8080`.
    #[arg(long = "set", global = true, value_name = "KEY=VALUE")]
    set: Vec<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve application and API.
    Serve(serve::Serve),
    /// Bring the schema up or down.
    #[command(subcommand)]
    Migrate(migrate::Migrate),
    /// Print the contract.
    Openapi(openapi::Openapi),
    /// Fill an empty database with the demonstration company.
    Seed(seed::Seed),
    /// Administrators, from the machine.
    #[command(subcommand)]
    Admin(admin::Admin),
    /// Look at the settings, the database, the file store and the machine.
    Doctor,
    /// Copies of an SQLite database and the files beside it.
    #[command(subcommand)]
    Backup(backup::Backup),
    /// Prove the audit trail.
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Packs of evidence: the key that proves them, and the proof.
    #[command(subcommand)]
    Evidence(evidence::Evidence),
    /// Check the invariants that must hold at any time.
    Reconcile,
    /// Put files that no record names aside, and remove those that have lain there for a day.
    Sweep,
    /// Ask a running service whether it is ready (for containers and units).
    Healthcheck(healthcheck::Healthcheck),
    /// Try the mail server.
    Mail(mail::Mail),
    /// The settings in force.
    #[command(subcommand)]
    Config(config::Show),
}

/// Run the command of this process.
pub async fn run() -> Result<()> {
    let cli = Cli::parse();
    let settings = cli.settings;
    match cli.command {
        Command::Serve(command) => command.run(&settings).await,
        Command::Migrate(command) => command.run(settings.read()?).await,
        Command::Openapi(command) => command.run(),
        Command::Seed(command) => command.run(settings.read()?).await,
        Command::Admin(command) => command.run(settings.read()?).await,
        Command::Doctor => doctor::run(settings.read()?).await,
        Command::Backup(command) => command.run(settings.read()?).await,
        Command::Audit(command) => command.run(settings.read()?).await,
        Command::Evidence(command) => command.run(settings.read()?).await,
        Command::Reconcile => reconcile::run(settings.read()?).await,
        Command::Sweep => sweep::run(settings.read()?).await,
        Command::Healthcheck(command) => command.run(&settings.read()?).await,
        Command::Mail(command) => command.run(settings.read()?).await,
        Command::Config(command) => command.run(&settings),
    }
}

impl Settings {
    fn read(&self) -> Result<Config> {
        self.read_with(&[])
    }

    /// `over` are a command's own flags.
    fn read_with(&self, over: &[(&str, String)]) -> Result<Config> {
        let default = PathBuf::from("zhidu.toml");
        let file = self.config.clone().or_else(|| default.exists().then_some(default));
        let environment: BTreeMap<_, _> = std::env::vars().collect();
        let mut flags = vec![];
        for pair in &self.set {
            let (key, value) =
                pair.split_once('=').with_context(|| format!("--set {pair}: no `=` in it"))?;
            flags.push((key.to_owned(), value.to_owned()));
        }
        flags.extend(over.iter().map(|(key, value)| ((*key).to_owned(), value.clone())));
        Ok(load(file.as_deref(), &environment, &flags)?)
    }
}
