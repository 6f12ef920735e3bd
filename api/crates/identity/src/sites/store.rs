//! Queries on sites.
use super::entity;
use kernel::ids::SiteId;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashMap;

pub async fn all(
    db: &impl ConnectionTrait,
    include_closed: bool,
) -> Result<Vec<entity::Model>, DbErr> {
    let mut query = entity::Entity::find();
    if !include_closed {
        query = query.filter(entity::Column::Closed.eq(false));
    }
    query.order_by_asc(entity::Column::SortKey).order_by_asc(entity::Column::Id).all(db).await
}

pub async fn find(db: &impl ConnectionTrait, id: SiteId) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).one(db).await
}

pub async fn lock(tx: &DatabaseTransaction, id: SiteId) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).lock_exclusive().one(tx).await
}

/// Open, and held open to the end of the work.
pub async fn is_open(tx: &DatabaseTransaction, id: SiteId) -> Result<bool, DbErr> {
    Ok(lock(tx, id).await?.is_some_and(|site| !site.closed))
}

pub async fn insert(db: &impl ConnectionTrait, row: entity::Model) -> Result<(), DbErr> {
    entity::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Write the whole row back.
pub async fn save(db: &impl ConnectionTrait, row: &entity::Model) -> Result<(), DbErr> {
    let all = row.clone().into_active_model().reset_all();
    entity::Entity::update_many().set(all).filter(entity::Column::Id.eq(row.id)).exec(db).await?;
    Ok(())
}

/// Names by id, for records that point here.
pub async fn names(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = SiteId>,
) -> Result<HashMap<SiteId, String>, DbErr> {
    let ids: Vec<_> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = entity::Entity::find()
        .select_only()
        .columns([entity::Column::Id, entity::Column::Name])
        .filter(entity::Column::Id.is_in(ids))
        .into_tuple::<(SiteId, String)>()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
