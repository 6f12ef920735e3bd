//! Queries on presence.
use super::dto::PresenceKey;
use super::entity::{Column, Entity, Model};
use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect, sea_query::OnConflict,
};
use uuid::Uuid;

/// Nobody needs a longer row of names.
const SHOWN: u64 = 20;

/// Those who said so after an instant, longest there first; the caller, if they did, is the first of
/// the pair.
pub async fn present(
    db: &impl ConnectionTrait,
    key: &PresenceKey,
    me: Uuid,
    after: DateTime<Utc>,
) -> Result<(Option<Model>, Vec<Model>), DbErr> {
    let rows = Entity::find()
        .filter(Column::Kind.eq(key.kind.as_str()))
        .filter(Column::RecordId.eq(key.id))
        .filter(Column::SeenAt.gt(after))
        .order_by_asc(Column::Since)
        .order_by_asc(Column::PersonId)
        .limit(SHOWN + 1)
        .all(db)
        .await?;
    let (mine, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.person_id == me);
    Ok((mine.into_iter().next(), others))
}

pub async fn put(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    let over = OnConflict::columns([Column::Kind, Column::RecordId, Column::PersonId])
        .update_columns([Column::Editing, Column::Since, Column::SeenAt])
        .to_owned();
    Entity::insert(row.into_active_model()).on_conflict(over).exec_without_returning(db).await?;
    Ok(())
}

pub async fn delete(db: &impl ConnectionTrait, key: &PresenceKey, me: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id((key.kind.clone(), key.id, me)).exec(db).await?;
    Ok(())
}

/// Let go of those who left without a word.
pub async fn expire(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let gone = Entity::delete_many().filter(Column::SeenAt.lte(before)).exec(db).await?;
    Ok(gone.rows_affected)
}
