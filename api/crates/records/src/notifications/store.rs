//! Queries on notifications; every one starts from [`of`].
use super::dto::NotificationFilter;
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::notify::entity::{Column, Entity, Model};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Select, sea_query::Expr,
};
use uuid::Uuid;

/// One's own.
fn of(actor: &Actor) -> Select<Entity> {
    Entity::find().filter(Column::PersonId.eq(actor.id.0))
}

pub fn matching(actor: &Actor, filter: NotificationFilter) -> Select<Entity> {
    let read = filter.unread.map(|unread| match unread {
        true => Column::ReadAt.is_null(),
        false => Column::ReadAt.is_not_null(),
    });
    of(actor).filter(Condition::all().add_option(read))
}

pub async fn some(
    db: &impl ConnectionTrait,
    matching: Select<Entity>,
    after: Option<Uuid>,
    rows: u64,
) -> Result<Vec<Model>, DbErr> {
    matching
        .filter(Condition::all().add_option(after.map(|id| Column::Id.lt(id))))
        .order_by_desc(Column::Id)
        .limit(rows)
        .all(db)
        .await
}

/// `ids`: these; none: all. Those read before keep their time.
pub async fn mark_read(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: Option<&[Uuid]>,
    at: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let named = ids.map(|ids| Column::Id.is_in(ids.iter().copied()));
    let done = Entity::update_many()
        .col_expr(Column::ReadAt, Expr::value(at))
        .filter(Column::PersonId.eq(actor.id.0))
        .filter(Column::ReadAt.is_null())
        .filter(Condition::all().add_option(named))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}
