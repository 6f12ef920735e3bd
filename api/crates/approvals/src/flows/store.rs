//! Queries on flows: a company has a few, each with a few versions.
use super::entity::{Column, Entity, Model};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};

/// Every version of every flow, in the order of setting.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    Entity::find().order_by_asc(Column::Code).order_by_asc(Column::Version).all(db).await
}

pub async fn of(db: &impl ConnectionTrait, code: &str) -> Result<Vec<Model>, DbErr> {
    let found = Entity::find().filter(Column::Code.eq(code)).order_by_asc(Column::Version);
    found.all(db).await
}

pub async fn append(tx: &DatabaseTransaction, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}
