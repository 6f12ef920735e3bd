//! Queries on grants.
use super::entity;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel};

pub async fn insert(db: &impl ConnectionTrait, row: entity::Model) -> Result<(), DbErr> {
    entity::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}
