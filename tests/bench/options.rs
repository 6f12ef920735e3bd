//! The command line, as `scripts/bench.sh` gives it.
use crate::database::Engine;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::time::Duration;

#[derive(Debug)]
pub struct Options {
    pub binary: PathBuf,
    /// The built frontend.
    pub dist: PathBuf,
    /// Where the figures go.
    pub json: PathBuf,
    /// Where databases are made; on a disk, or a sync costs nothing.
    pub scratch: PathBuf,
    /// A cluster that syncs; none: SQLite alone.
    pub postgres: Option<String>,
    /// Numbers of clients, rising.
    pub scales: Vec<u64>,
    pub rounds: usize,
    pub time: Duration,
    only: Option<String>,
}

impl Options {
    pub fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self {
            binary: PathBuf::from("target/release/zhidu"),
            dist: PathBuf::from("frontend/dist"),
            json: PathBuf::from("target/bench"),
            scratch: PathBuf::from("target/bench/data"),
            postgres: None,
            scales: vec![],
            rounds: 3,
            time: Duration::from_secs(3),
            only: None,
        };
        let mut rest = arguments.iter();
        while let Some(name) = rest.next() {
            // cargo says so to every benchmark it runs.
            if name == "--bench" {
                continue;
            }
            let value = rest.next().with_context(|| format!("{name}: no value"))?;
            options.set(name, value)?;
        }
        if options.scales.is_empty() {
            options.scales = vec![10_000, 100_000];
        }
        options.scales.sort_unstable();
        Ok(options)
    }

    fn set(&mut self, name: &str, value: &str) -> Result<()> {
        match name {
            "--binary" => self.binary = value.into(),
            "--dist" => self.dist = value.into(),
            "--json" => self.json = value.into(),
            "--scratch" => self.scratch = value.into(),
            "--postgres" => self.postgres = Some(value.to_owned()),
            "--scale" => self.scales.push(value.parse().context("--scale: a number of clients")?),
            "--rounds" => self.rounds = value.parse().context("--rounds: a number")?,
            "--seconds" => self.time = Duration::from_secs(value.parse().context("--seconds")?),
            "--engine" => self.only = Some(value.to_owned()),
            _ => bail!("unknown argument {name}"),
        }
        Ok(())
    }

    pub fn engines(&self) -> Vec<Engine> {
        let mut engines = vec![Engine::Sqlite];
        engines.extend(self.postgres.as_ref().map(|_| Engine::Postgres));
        engines.retain(|engine| self.only.as_deref().is_none_or(|only| only == engine.name()));
        engines
    }
}
