//! Queries on people.
use super::entity;
use kernel::access::Place;
use kernel::ids::PersonId;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, QuerySelect,
};

/// As logins are stored and compared.
#[must_use]
pub fn fold_login(login: &str) -> String {
    login.trim().to_lowercase()
}

/// Where a person's file stands: their own, in their department, at their site.
#[must_use]
pub fn place(person: &entity::Model) -> Place {
    Place {
        owner_id: Some(person.id),
        department_id: person.department_id,
        site_id: person.site_id,
        level: 0,
    }
}

pub async fn by_login(
    db: &impl ConnectionTrait,
    login: &str,
) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find().filter(entity::Column::Login.eq(login)).one(db).await
}

/// Whatever the caller's reach; for what decides about the person, not for showing.
pub async fn find(db: &impl ConnectionTrait, id: PersonId) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).one(db).await
}

pub async fn lock(tx: &DatabaseTransaction, id: PersonId) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).lock_exclusive().one(tx).await
}

pub async fn insert(db: &impl ConnectionTrait, row: entity::Model) -> Result<(), DbErr> {
    entity::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Write the whole row back.
pub async fn save(db: &impl ConnectionTrait, row: &entity::Model) -> Result<(), DbErr> {
    let id = row.id;
    let all = row.clone().into_active_model().reset_all();
    entity::Entity::update_many().set(all).filter(entity::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Whether there is anybody at all.
pub async fn is_empty(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    Ok(entity::Entity::find().limit(1).one(db).await?.is_none())
}
