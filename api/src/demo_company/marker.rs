//! What a database says of the demonstration in it: with which figures it was begun, and whether
//! it is finished. A start that was cut short goes on where it was.
use anyhow::{Context, Result};
use chrono::NaiveDate;
use kernel::installation;
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};

/// Name of the fact in table `installation`.
const NAME: &str = "demo";

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marker {
    pub seed: u64,
    /// The date up to which its past reaches.
    pub today: NaiveDate,
    pub clients: u64,
    /// Contacts and nothing else hangs on the files.
    pub lean: bool,
    pub finished: bool,
}

impl Marker {
    pub async fn read(db: &impl ConnectionTrait) -> Result<Option<Self>> {
        let Some(text) = installation::get(db, NAME).await? else { return Ok(None) };
        let marker = serde_json::from_str(&text);
        marker.map(Some).context("the database's note of its demonstration cannot be read")
    }

    pub async fn write(&self, db: &impl ConnectionTrait) -> Result<()> {
        Ok(installation::set(db, NAME, &serde_json::to_string(self)?).await?)
    }
}
