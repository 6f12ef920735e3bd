//! Queries on saved views; every one starts from [`visible_to`].
use super::default_entity as chosen;
use super::dto::{SavedViewInput, Visibility};
use super::entity::{ActiveModel, Column, Entity, Model};
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Place};
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::ids::{DepartmentId, PersonId};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr,
    EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::OnConflict,
};
use std::collections::HashSet;
use uuid::Uuid;

/// Views of one answer; a person's own and a department's stay far below.
const MOST: u64 = 2000;

/// One's own, and those shared with one's department.
fn visible_to(actor: &Actor) -> Select<Entity> {
    let team = actor.department_id.map(|department| {
        Condition::all()
            .add(Column::Visibility.eq(Visibility::Team.as_str()))
            .add(Column::DepartmentId.eq(department.0))
    });
    let any = Condition::any().add(Column::OwnerId.eq(actor.id.0)).add_option(team);
    Entity::find().filter(any)
}

pub async fn all(
    db: &impl ConnectionTrait,
    actor: &Actor,
    list: Option<&str>,
) -> Result<Vec<Model>, DbErr> {
    visible_to(actor)
        .filter(Condition::all().add_option(list.map(|list| Column::List.eq(list))))
        .order_by_asc(Column::Id)
        .limit(MOST)
        .all(db)
        .await
}

pub async fn lock(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: Uuid,
) -> Result<Option<Model>, DbErr> {
    visible_to(actor).filter(Column::Id.eq(id)).lock_exclusive().one(db).await
}

pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: Uuid,
) -> Result<Option<Model>, DbErr> {
    visible_to(actor).filter(Column::Id.eq(id)).one(db).await
}

pub async fn count_own(db: &impl ConnectionTrait, actor: &Actor, list: &str) -> Result<u64, DbErr> {
    Entity::find()
        .filter(Column::OwnerId.eq(actor.id.0))
        .filter(Column::List.eq(list))
        .count(db)
        .await
}

/// Ids of the views with which lists open for the caller.
pub async fn defaults(db: &impl ConnectionTrait, actor: &Actor) -> Result<HashSet<Uuid>, DbErr> {
    let ids = chosen::Entity::find()
        .select_only()
        .column(chosen::Column::ViewId)
        .filter(chosen::Column::PersonId.eq(actor.id.0))
        .into_tuple::<Uuid>();
    Ok(ids.all(db).await?.into_iter().collect())
}

pub async fn insert(db: &impl ConnectionTrait, row: Model) -> ApiResult<Model> {
    let inserted = Entity::insert(row.clone().into_active_model()).exec_without_returning(db).await;
    inserted.map_err(named_twice)?;
    Ok(row)
}

pub async fn save(
    db: &impl ConnectionTrait,
    row: &Model,
    input: &SavedViewInput,
    team: Option<Uuid>,
    at: DateTime<Utc>,
) -> ApiResult<Model> {
    let change = ActiveModel {
        name: Set(input.name.clone()),
        visibility: Set(input.visibility.as_str().to_owned()),
        department_id: Set(team),
        query: Set(input.query.clone()),
        columns: Set(serde_json::to_string(&input.columns)?),
        updated_at: Set(at),
        version: Set(row.version + 1),
        ..row.clone().into_active_model()
    };
    change.update(db).await.map_err(named_twice)
}

/// The only unique index besides the key is on the name.
fn named_twice(error: DbErr) -> ApiError {
    match kernel::db::fault::unique_violation(&error) {
        Some(_) => ApiError::field("/name", field::DUPLICATE),
        None => error.into(),
    }
}

pub async fn choose(db: &impl ConnectionTrait, actor: &Actor, view: &Model) -> Result<(), DbErr> {
    let row = chosen::ActiveModel {
        person_id: Set(actor.id.0),
        list: Set(view.list.clone()),
        view_id: Set(view.id),
    };
    let instead = OnConflict::columns([chosen::Column::PersonId, chosen::Column::List])
        .update_column(chosen::Column::ViewId)
        .to_owned();
    chosen::Entity::insert(row).on_conflict(instead).exec_without_returning(db).await?;
    Ok(())
}

pub async fn forget_choice(
    db: &impl ConnectionTrait,
    actor: &Actor,
    view: &Model,
) -> Result<(), DbErr> {
    chosen::Entity::delete_many()
        .filter(chosen::Column::PersonId.eq(actor.id.0))
        .filter(chosen::Column::ViewId.eq(view.id))
        .exec(db)
        .await?;
    Ok(())
}

/// With everybody's choice of it.
pub async fn delete(db: &impl ConnectionTrait, view: &Model) -> Result<(), DbErr> {
    chosen::Entity::delete_many().filter(chosen::Column::ViewId.eq(view.id)).exec(db).await?;
    Entity::delete_by_id(view.id).exec(db).await?;
    Ok(())
}

/// Where a view stands, for the trail.
pub fn place(view: &Model) -> Place {
    Place {
        owner_id: Some(PersonId(view.owner_id)),
        department_id: view.department_id.map(DepartmentId),
        ..Place::default()
    }
}
