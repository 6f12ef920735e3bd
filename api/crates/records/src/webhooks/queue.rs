//! Queries on deliveries: what waits, in which order, and whose attempt it is.
use super::delivery_entity::{Column, Entity, Model};
use super::dto::DeliveryFilter;
use super::entity as webhook;
use super::kinds::{DeliveryState, WebhookState};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, Order, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement},
};
use uuid::Uuid;

/// All of a webhook.
pub fn of(webhook: Uuid, filter: &DeliveryFilter) -> Select<Entity> {
    let states =
        (!filter.state.is_empty()).then(|| Column::State.is_in(filter.state.iter().copied()));
    Entity::find().filter(Column::WebhookId.eq(webhook)).filter(Condition::all().add_option(states))
}

/// One of a webhook, held until the end of the transaction.
pub async fn lock(
    tx: &DatabaseTransaction,
    webhook: Uuid,
    id: Uuid,
) -> Result<Option<Model>, DbErr> {
    let one = Entity::find_by_id(id).filter(Column::WebhookId.eq(webhook));
    one.lock_exclusive().one(tx).await
}

pub async fn insert(db: &impl ConnectionTrait, rows: Vec<Model>) -> Result<(), DbErr> {
    if rows.is_empty() {
        return Ok(());
    }
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

/// Those of a webhook that are not settled.
fn waiting(webhook: Uuid) -> Select<Entity> {
    Entity::find().filter(Column::WebhookId.eq(webhook)).filter(Column::NextAttemptAt.is_not_null())
}

async fn any(db: &impl ConnectionTrait, rows: Select<Entity>) -> Result<bool, DbErr> {
    let id = rows.select_only().column(Column::Id).limit(1).into_tuple::<Uuid>();
    Ok(id.one(db).await?.is_some())
}

/// Whether so many of a webhook wait already.
pub async fn is_full(db: &impl ConnectionTrait, webhook: Uuid, most: u64) -> Result<bool, DbErr> {
    any(db, waiting(webhook).offset(most.saturating_sub(1))).await
}

/// Whether an attempt of what waits for a webhook has failed.
pub async fn is_struggling(db: &impl ConnectionTrait, webhook: Uuid) -> Result<bool, DbErr> {
    any(db, waiting(webhook).filter(Column::Failures.gt(0))).await
}

/// Active webhooks for which something is due.
pub async fn with_due(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
) -> Result<Vec<webhook::Model>, DbErr> {
    let due = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(
            Expr::col((Entity, Column::WebhookId)).equals((webhook::Entity, webhook::Column::Id)),
        )
        .filter(Column::NextAttemptAt.lte(now));
    webhook::Entity::find()
        .filter(webhook::Column::State.eq(WebhookState::Active))
        .filter(Expr::exists(due.into_query()))
        .order_by_asc(webhook::Column::Id)
        .all(db)
        .await
}

/// What waits before a delivery about the same record: each record is told of in order.
fn earlier(webhook: Uuid) -> SelectStatement {
    let earlier = Alias::new("earlier");
    let column = |column: Column| Expr::col((earlier.clone(), column));
    Query::select()
        .expr(Expr::val(1))
        .from_as(Entity, earlier.clone())
        .and_where(column(Column::WebhookId).eq(webhook))
        .and_where(column(Column::ResourceId).equals((Entity, Column::ResourceId)))
        .and_where(column(Column::Sequence).lt(Expr::col((Entity, Column::Sequence))))
        .and_where(column(Column::NextAttemptAt).is_not_null())
        .take()
}

/// What is due for a webhook and waits for nothing else, the longest due first.
pub async fn heads(
    db: &impl ConnectionTrait,
    webhook: Uuid,
    now: DateTime<Utc>,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::WebhookId.eq(webhook))
        .filter(Column::NextAttemptAt.lte(now))
        .filter(Expr::exists(earlier(webhook)).not())
        .order_by(Column::NextAttemptAt, Order::Asc)
        .order_by(Column::Sequence, Order::Asc)
        .limit(most)
        .all(db)
        .await
}

/// Take an attempt: of all that saw the same number of attempts, one. Until `until` it is nobody
/// else's; a process that died with it is made up for after that.
pub async fn claim(
    db: &impl ConnectionTrait,
    seen: &Model,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Option<Model>, DbErr> {
    let claimed = Model {
        attempts: seen.attempts.saturating_add(1),
        next_attempt_at: Some(until),
        last_attempt_at: Some(now),
        ..seen.clone()
    };
    Ok(write(db, seen, &claimed).await?.then_some(claimed))
}

/// Write a row over the one that was seen, unless another attempt was made or it was settled since.
pub async fn write(db: &impl ConnectionTrait, seen: &Model, row: &Model) -> Result<bool, DbErr> {
    let all = row.clone().into_active_model().reset_all();
    let written = Entity::update_many()
        .set(all)
        .filter(Column::Id.eq(seen.id))
        .filter(Column::Attempts.eq(seen.attempts))
        .filter(Column::State.eq(seen.state))
        .exec(db)
        .await?;
    Ok(written.rows_affected == 1)
}

/// Whether a webhook has taken anything since.
pub async fn took_any(
    db: &impl ConnectionTrait,
    webhook: Uuid,
    since: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let taken = Entity::find()
        .filter(Column::WebhookId.eq(webhook))
        .filter(Column::State.eq(DeliveryState::Delivered))
        .filter(Column::SettledAt.gte(since));
    any(db, taken).await
}

/// With their webhook, whatever became of them.
pub async fn delete_of(db: &impl ConnectionTrait, webhook: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::WebhookId.eq(webhook)).exec(db).await?;
    Ok(())
}

/// What was settled long ago.
pub async fn forget(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let gone = Entity::delete_many().filter(Column::SettledAt.lt(before)).exec(db).await?;
    Ok(gone.rows_affected)
}
