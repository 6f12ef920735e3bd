//! Readings as those see them who answer for the archive.
use super::dto::{ClientReading, ReadFile};
use super::store;
use crate::archive::kinds::Level;
use crate::names::{Names, Wanted};
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::readings::entity::Model;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;
use uuid::Uuid;

/// What a page names.
pub struct Called {
    names: Names,
    files: HashMap<Uuid, ReadFile>,
}

pub async fn called(
    db: &impl ConnectionTrait,
    actor: &Actor,
    at: DateTime<Utc>,
    rows: &[Model],
) -> ApiResult<Called> {
    let mut wanted = Wanted::default();
    rows.iter().for_each(|row| wanted.person(PersonId(row.person_id)));
    let names = wanted.find(db).await?;
    Ok(Called { names, files: store::files(db, actor, at, rows).await? })
}

pub fn row(row: Model, called: &Called) -> ClientReading {
    let gone = || ReadFile { id: row.resource_id, number: String::new(), name: None };
    ClientReading {
        id: row.id,
        client: called.files.get(&row.resource_id).cloned().unwrap_or_else(gone),
        person: called.names.person(PersonId(row.person_id)),
        via: row.via,
        way: row.way,
        level: Level::of_rank(row.level).unwrap_or(Level::Declassified),
        read_at: row.read_at,
    }
}
