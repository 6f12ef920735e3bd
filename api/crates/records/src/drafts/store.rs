//! Queries on drafts; every one is about one person's.
use super::dto::DraftKey;
use super::entity::{Column, Entity, Model};
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::db::count::capped;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter,
    sea_query::OnConflict,
};

pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    key: &DraftKey,
    now: DateTime<Utc>,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id((actor.id.0, key.kind.clone(), key.key.clone()))
        .filter(Column::ExpiresAt.gt(now))
        .one(db)
        .await
}

pub async fn put(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    let over = OnConflict::columns([Column::PersonId, Column::Kind, Column::Key])
        .update_columns([
            Column::Content,
            Column::BaseVersion,
            Column::UpdatedAt,
            Column::ExpiresAt,
            Column::Version,
        ])
        .to_owned();
    Entity::insert(row.into_active_model()).on_conflict(over).exec_without_returning(db).await?;
    Ok(())
}

pub async fn delete(db: &impl ConnectionTrait, actor: &Actor, key: &DraftKey) -> Result<(), DbErr> {
    Entity::delete_by_id((actor.id.0, key.kind.clone(), key.key.clone())).exec(db).await?;
    Ok(())
}

/// How many drafts somebody keeps.
pub async fn count(db: &impl ConnectionTrait, actor: &Actor) -> Result<u64, DbErr> {
    capped(db, Entity::find().filter(Column::PersonId.eq(actor.id.0))).await
}

pub async fn expire(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64, DbErr> {
    let gone = Entity::delete_many().filter(Column::ExpiresAt.lte(now)).exec(db).await?;
    Ok(gone.rows_affected)
}
