use super::entity::{ActiveModel, Column, Entity, Model};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};

/// Everything ever set, by (key, date, version).
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .order_by_asc(Column::Key)
        .order_by_asc(Column::EffectiveFrom)
        .order_by_asc(Column::Version)
        .all(db)
        .await
}

/// The values of one parameter, by (date, version).
pub async fn history(db: &impl ConnectionTrait, key: &str) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Key.eq(key))
        .order_by_asc(Column::EffectiveFrom)
        .order_by_asc(Column::Version)
        .all(db)
        .await
}

/// Two people who set the same parameter at once take the same version: the later one is refused
/// by the unique index and sees what the other one set.
pub async fn append(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    let row = row.into_active_model().reset_all();
    Entity::insert::<ActiveModel>(row).exec_without_returning(db).await.map(|_| ())
}
