//! `zhidu evidence key|verify`.
use crate::start;
use anyhow::{Context, Result, bail};
use clap::Subcommand;
use kernel::config::Config;
use records::evidence::{public_key, verify};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum Evidence {
    /// Print the public key by which this installation's packs are proved; keep it apart from them.
    Key,
    /// Prove a pack: its signature, and that every file is as listed.
    Verify {
        file: PathBuf,
        /// The public key, as `zhidu evidence key` printed it.
        #[arg(long)]
        key: String,
    },
}

impl Evidence {
    pub async fn run(&self, config: Config) -> Result<()> {
        match self {
            Self::Key => println!("{}", public_key(&start::open(config).await?.keys)),
            Self::Verify { file, key } => prove(file, key)?,
        }
        Ok(())
    }
}

fn prove(file: &PathBuf, key: &str) -> Result<()> {
    let pack = std::fs::read(file).with_context(|| file.display().to_string())?;
    let verdict = verify(&pack, key)?;
    println!("{}", serde_json::to_string_pretty(&verdict.manifest)?);
    for wrong in &verdict.wrong {
        println!("BAD  {wrong}");
    }
    if !verdict.signed {
        println!("BAD  the signature is not of this key");
    }
    if !verdict.holds() {
        bail!("the pack does not hold");
    }
    println!("ok   signed, and every file as listed");
    Ok(())
}
