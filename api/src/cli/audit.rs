//! `zhidu audit verify`.
use crate::start;
use anyhow::{Result, bail};
use clap::Subcommand;
use kernel::{audit, config::Config};

#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Recompute the chain from its first entry and name the first bad one.
    Verify {
        /// An anchor kept elsewhere, `<sequence>:<hash>`: the chain must still contain it.
        #[arg(long)]
        anchor: Option<String>,
    },
}

impl Audit {
    pub async fn run(&self, config: Config) -> Result<()> {
        let Self::Verify { anchor } = self;
        let app = start::open(config).await?;
        audit::seal::seal(&app.db).await?;
        let verdict = audit::verify::verify(app.db.reader()).await?;
        println!("{}", serde_json::to_string_pretty(&verdict)?);
        if let Some(anchor) = anchor {
            contained(&app, anchor).await?;
        }
        if !verdict.valid {
            bail!("the audit trail does not hold");
        }
        Ok(())
    }
}

async fn contained(app: &kernel::app::App, anchor: &str) -> Result<()> {
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    let Some((sequence, hash)) = anchor.split_once(':') else {
        bail!("an anchor is written <sequence>:<hash>")
    };
    let sequence: i64 = sequence.parse()?;
    let found = audit::entry::Entity::find()
        .filter(audit::entry::Column::Sequence.eq(sequence))
        .one(app.db.reader())
        .await?;
    if found.and_then(|row| row.hash).as_deref() != Some(hash) {
        bail!("entry {sequence} of the chain is not the one of the anchor");
    }
    println!("the chain contains the anchor {sequence}");
    Ok(())
}
