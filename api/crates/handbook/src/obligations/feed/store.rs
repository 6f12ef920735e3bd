//! Queries on secret links.
use super::entity::{Column, Entity, Model};
use chrono::{DateTime, Duration, Utc};
use kernel::ids::PersonId;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter,
    sea_query::{Expr, OnConflict},
};

pub async fn of(db: &impl ConnectionTrait, person: PersonId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(person).one(db).await
}

pub async fn by_hash(db: &impl ConnectionTrait, hash: &str) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::Hash.eq(hash)).one(db).await
}

/// The link that was there before is none any more.
pub async fn put(tx: &DatabaseTransaction, row: Model) -> Result<(), DbErr> {
    let instead = OnConflict::column(Column::PersonId)
        .update_columns([Column::Hash, Column::CreatedAt, Column::LastReadAt])
        .to_owned();
    let insert = Entity::insert(row.into_active_model()).on_conflict(instead);
    insert.exec_without_returning(tx).await.map(|_| ())
}

pub async fn end(tx: &DatabaseTransaction, person: PersonId) -> Result<bool, DbErr> {
    let gone = Entity::delete_by_id(person).exec(tx).await?;
    Ok(gone.rows_affected > 0)
}

/// Whether its last reading is so long ago that this one is noted.
#[must_use]
pub fn stale(row: &Model, now: DateTime<Utc>) -> bool {
    row.last_read_at.is_none_or(|at| at <= now - Duration::hours(1))
}

pub async fn note_reading(
    db: &impl ConnectionTrait,
    row: &Model,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::LastReadAt, Expr::value(now))
        .filter(Condition::all().add(Column::Hash.eq(&row.hash)))
        .exec(db)
        .await
        .map(|_| ())
}
