//! Queries on attachments; each starts from a file that the caller was found to see, and from the
//! items of it that they are cleared for.
use super::dto::AttachmentFilter;
use super::entity::{Column, Entity, Model};
use crate::secret_items::shown;
use crate::{AttachmentId, ClientId};
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, Select,
};

fn of(actor: &Actor, at: DateTime<Utc>, client: ClientId) -> Select<Entity> {
    let shown = shown((Column::Level, Column::LevelEndsAt), actor, at);
    Entity::find().filter(Column::ClientId.eq(client)).filter(shown)
}

/// The attachments of a file that a filter asks for.
#[must_use]
pub fn matching(
    actor: &Actor,
    at: DateTime<Utc>,
    client: ClientId,
    filter: &AttachmentFilter,
) -> Select<Entity> {
    let mut found = of(actor, at, client);
    if !filter.include_withdrawn.unwrap_or(false) {
        found = found.filter(Column::RemovedAt.is_null());
    }
    if !filter.kind.is_empty() {
        found = found.filter(Column::Kind.is_in(filter.kind.iter().copied()));
    }
    found
}

pub async fn find(
    db: &impl ConnectionTrait,
    (actor, at): (&Actor, DateTime<Utc>),
    client: ClientId,
    id: AttachmentId,
) -> Result<Option<Model>, DbErr> {
    of(actor, at, client).filter(Column::Id.eq(id)).one(db).await
}

pub async fn insert(tx: &DatabaseTransaction, row: &Model) -> Result<(), DbErr> {
    let row = row.clone().into_active_model();
    Entity::insert(row).exec_without_returning(tx).await.map(|_| ())
}

/// Write the whole row back.
pub async fn save(tx: &DatabaseTransaction, row: &Model) -> Result<(), DbErr> {
    let all = row.clone().into_active_model().reset_all();
    Entity::update_many().set(all).filter(Column::Id.eq(row.id)).exec(tx).await.map(|_| ())
}
