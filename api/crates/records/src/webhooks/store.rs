//! Queries on webhooks; whatever is shown starts from [`visible_to`].
use super::dto::WebhookFilter;
use super::entity::{Column, Entity, Model};
use super::kinds::WebhookState;
use crate::ManageWebhooks;
use kernel::access::{Actor, Permission};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::Expr,
};
use uuid::Uuid;

/// Those of the people within the caller's reach.
pub fn visible_to(actor: &Actor) -> Select<Entity> {
    let owners = identity::people::within(actor, ManageWebhooks::NAME, None);
    Entity::find().filter(Column::OwnerId.in_subquery(owners))
}

pub fn matching(actor: &Actor, filter: &WebhookFilter) -> Select<Entity> {
    let states =
        (!filter.state.is_empty()).then(|| Column::State.is_in(filter.state.iter().copied()));
    visible_to(actor).filter(Condition::all().add_option(states))
}

pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: Uuid,
) -> Result<Option<Model>, DbErr> {
    visible_to(actor).filter(Column::Id.eq(id)).one(db).await
}

/// One of the caller's reach, held until the end of the transaction.
pub async fn lock(
    tx: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
) -> Result<Option<Model>, DbErr> {
    visible_to(actor).filter(Column::Id.eq(id)).lock_exclusive().one(tx).await
}

/// One, whosever it is, held until the end of the transaction.
pub async fn hold(tx: &DatabaseTransaction, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).lock_exclusive().one(tx).await
}

pub async fn count_own(db: &impl ConnectionTrait, actor: &Actor) -> Result<u64, DbErr> {
    Entity::find().filter(Column::OwnerId.eq(actor.id.0)).count(db).await
}

pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Write the whole row back; whoever holds it.
pub async fn save(tx: &DatabaseTransaction, row: &Model) -> Result<(), DbErr> {
    let all = row.clone().into_active_model().reset_all();
    Entity::update_many().set(all).filter(Column::Id.eq(row.id)).exec(tx).await?;
    Ok(())
}

pub async fn delete(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// Those that have not looked at every event up to the head.
pub async fn behind(db: &impl ConnectionTrait, head: i64) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::State.eq(WebhookState::Active))
        .filter(Column::Position.lt(head))
        .order_by_asc(Column::Id)
        .all(db)
        .await
}

/// Move on, where the webhook is still active and stands where it was seen to stand.
pub async fn move_on(db: &impl ConnectionTrait, seen: &Model, to: i64) -> Result<bool, DbErr> {
    let moved = Entity::update_many()
        .col_expr(Column::Position, Expr::value(to))
        .filter(Column::Id.eq(seen.id))
        .filter(Column::State.eq(WebhookState::Active))
        .filter(Column::Position.eq(seen.position))
        .exec(db)
        .await?;
    Ok(moved.rows_affected == 1)
}
