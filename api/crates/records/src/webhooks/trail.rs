//! What the trail says of a webhook. An address may itself be a secret (many receivers know their
//! callers by it alone): host and fingerprint stand for it.
use super::dto::WebhookInput;
use super::entity::Model;
use kernel::access::{Actor, Place};
use kernel::audit::{Changes, Record, Resource};
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use reqwest::Url;
use sea_orm::ConnectionTrait;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// A webhook as the trail compares it.
#[derive(Serialize)]
pub struct Told {
    name: String,
    host: String,
    address: String,
    types: Vec<String>,
}

impl From<&WebhookInput> for Told {
    fn from(input: &WebhookInput) -> Self {
        let print = hex::encode(Sha256::digest(&input.url));
        Self {
            name: input.name.clone(),
            host: host(&input.url),
            address: print.chars().take(12).collect(),
            types: input.types.clone(),
        }
    }
}

/// The host of an address that was taken.
#[must_use]
pub fn host(url: &str) -> String {
    let url = Url::parse(url).ok();
    url.as_ref().and_then(Url::host_str).unwrap_or_default().to_owned()
}

/// An act on a webhook, for whoever manages those of its owner.
pub fn act(action: &'static str, row: &Model, place: Place, changes: Changes) -> Record {
    Record::new(action, Resource::new("webhook", row.id, &row.name))
        .at(place)
        .changes(changes)
        .tell("webhook.manage")
}

/// Where a webhook stands: where its owner does.
pub async fn place(db: &impl ConnectionTrait, actor: &Actor, row: &Model) -> ApiResult<Place> {
    if row.owner_id == actor.id.0 {
        return Ok(actor.place());
    }
    let owner = PersonId(row.owner_id);
    let known = identity::people::find(db, owner).await?;
    let nowhere = Place { owner_id: Some(owner), ..Place::default() };
    Ok(known.map_or(nowhere, |known| known.place()))
}

/// State and reason before and after.
pub fn states(before: &Model, after: &Model) -> Changes {
    let of =
        |row: &Model| serde_json::json!({"state": row.state, "state_reason": row.state_reason});
    Changes::between(&of(before), &of(after))
}
