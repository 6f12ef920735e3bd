//! Queries on qualifications; each starts from a file that the caller was found to see.
use super::dto::QualificationFilter;
use super::entity::{Column, Entity, Model};
use crate::{ClientId, QualificationId};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Select,
};

fn of(client: ClientId) -> Select<Entity> {
    Entity::find().filter(Column::ClientId.eq(client))
}

/// The qualifications of a file that a filter asks for.
#[must_use]
pub fn matching(client: ClientId, filter: &QualificationFilter) -> Select<Entity> {
    let mut found = of(client);
    if !filter.include_removed.unwrap_or(false) {
        found = found.filter(Column::RemovedAt.is_null());
    }
    if !filter.kind.is_empty() {
        found = found.filter(Column::Kind.is_in(filter.kind.iter().copied()));
    }
    if let Some(day) = filter.valid_until_before {
        found = found.filter(Column::ValidUntil.lt(day));
    }
    found
}

/// In the order in which they were entered.
pub async fn page(
    db: &impl ConnectionTrait,
    matching: Select<Entity>,
    after: Option<QualificationId>,
    rows: u64,
) -> Result<Vec<Model>, DbErr> {
    let mut found = matching;
    if let Some(after) = after {
        found = found.filter(Column::Id.gt(after));
    }
    found.order_by_asc(Column::Id).limit(rows).all(db).await
}

pub async fn find(
    db: &impl ConnectionTrait,
    client: ClientId,
    id: QualificationId,
) -> Result<Option<Model>, DbErr> {
    of(client).filter(Column::Id.eq(id)).one(db).await
}

/// Those of some ids that hang on the file.
pub async fn some(
    db: &impl ConnectionTrait,
    client: ClientId,
    ids: impl IntoIterator<Item = QualificationId>,
) -> Result<Vec<Model>, DbErr> {
    of(client).filter(Column::Id.is_in(ids)).all(db).await
}

/// Another one in place of the same kind with the same number.
pub async fn same(db: &impl ConnectionTrait, row: &Model) -> Result<bool, DbErr> {
    let Some(number) = &row.number else { return Ok(false) };
    let found = of(row.client_id)
        .filter(Column::RemovedAt.is_null())
        .filter(Column::Kind.eq(row.kind))
        .filter(Column::Number.eq(number))
        .filter(Column::Id.ne(row.id));
    Ok(found.one(db).await?.is_some())
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
