//! Queries on attachments; each starts from a file that the caller was found to see.
use super::dto::AttachmentFilter;
use super::entity::{Column, Entity, Model};
use crate::{AttachmentId, ClientId};
use kernel::http::paging::COUNT_CAP;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

fn of(client: ClientId) -> Select<Entity> {
    Entity::find().filter(Column::ClientId.eq(client))
}

/// The attachments of a file that a filter asks for.
#[must_use]
pub fn matching(client: ClientId, filter: &AttachmentFilter) -> Select<Entity> {
    let mut found = of(client);
    if !filter.include_withdrawn.unwrap_or(false) {
        found = found.filter(Column::RemovedAt.is_null());
    }
    if !filter.kind.is_empty() {
        found = found.filter(Column::Kind.is_in(filter.kind.iter().copied()));
    }
    found
}

/// Latest first.
pub async fn page(
    db: &impl ConnectionTrait,
    matching: Select<Entity>,
    after: Option<AttachmentId>,
    rows: u64,
) -> Result<Vec<Model>, DbErr> {
    let mut found = matching;
    if let Some(after) = after {
        found = found.filter(Column::Id.lt(after));
    }
    found.order_by_desc(Column::Id).limit(rows).all(db).await
}

pub async fn count(db: &impl ConnectionTrait, matching: Select<Entity>) -> Result<u64, DbErr> {
    matching.limit(COUNT_CAP).count(db).await
}

pub async fn find(
    db: &impl ConnectionTrait,
    client: ClientId,
    id: AttachmentId,
) -> Result<Option<Model>, DbErr> {
    of(client).filter(Column::Id.eq(id)).one(db).await
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
