//! Queries on roles.
use super::{dto::RolePermission, entity, permission_entity as permission};
use crate::ids::RoleId;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashMap;

pub async fn by_code(
    db: &impl ConnectionTrait,
    code: &str,
) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find().filter(entity::Column::Code.eq(code)).one(db).await
}

/// What every role is called, by its code.
pub async fn names(db: &impl ConnectionTrait) -> Result<HashMap<String, String>, DbErr> {
    let named =
        entity::Entity::find().select_only().columns([entity::Column::Code, entity::Column::Name]);
    Ok(named.into_tuple::<(String, String)>().all(db).await?.into_iter().collect())
}

pub async fn find(db: &impl ConnectionTrait, id: RoleId) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).one(db).await
}

pub async fn lock(tx: &DatabaseTransaction, id: RoleId) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).lock_exclusive().one(tx).await
}

pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<entity::Model>, DbErr> {
    entity::Entity::find().order_by_asc(entity::Column::Code).all(db).await
}

pub async fn by_ids(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = RoleId>,
) -> Result<HashMap<RoleId, entity::Model>, DbErr> {
    let rows = entity::Entity::find().filter(entity::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
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

/// Permissions of these roles, or of all.
pub async fn permissions(
    db: &impl ConnectionTrait,
    of: Option<RoleId>,
) -> Result<HashMap<RoleId, Vec<RolePermission>>, DbErr> {
    let mut query = permission::Entity::find();
    if let Some(role) = of {
        query = query.filter(permission::Column::RoleId.eq(role));
    }
    let rows = query.order_by_asc(permission::Column::Permission).all(db).await?;
    let mut found: HashMap<RoleId, Vec<RolePermission>> = HashMap::new();
    for permission::Model { role_id, permission, scope } in rows {
        found.entry(role_id).or_default().push(RolePermission { permission, scope });
    }
    Ok(found)
}

/// Put these in the place of all that the role had.
pub async fn set_permissions(
    db: &impl ConnectionTrait,
    role: RoleId,
    permissions: &[RolePermission],
) -> Result<(), DbErr> {
    permission::Entity::delete_many().filter(permission::Column::RoleId.eq(role)).exec(db).await?;
    let rows = permissions.iter().map(|one| {
        let RolePermission { permission, scope } = one.clone();
        permission::Model { role_id: role, permission, scope }.into_active_model()
    });
    if !permissions.is_empty() {
        permission::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}
