//! Queries on interactions; each starts from a file that the caller was found to see, and from the
//! items of it that they are cleared for.
use super::dto::InteractionFilter;
use super::entity::{Column, Entity, Model};
use crate::secret_items::shown;
use crate::{ClientId, InteractionId};
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait},
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Where a page ends.
#[derive(Debug, Serialize, Deserialize)]
pub struct Cursor {
    pub occurred_at: DateTime<Utc>,
    pub id: InteractionId,
}

fn of(actor: &Actor, at: DateTime<Utc>, client: ClientId) -> Select<Entity> {
    let shown = shown((Column::Level, Column::LevelEndsAt), actor, at);
    Entity::find().filter(Column::ClientId.eq(client)).filter(shown)
}

/// The interactions of a file that a filter asks for.
#[must_use]
pub fn matching(
    actor: &Actor,
    at: DateTime<Utc>,
    client: ClientId,
    filter: &InteractionFilter,
) -> Select<Entity> {
    let mut found = of(actor, at, client);
    if !filter.include_corrected.unwrap_or(false) {
        found = found.filter(Column::RemovedAt.is_null());
    }
    if !filter.channel.is_empty() {
        found = found.filter(Column::Channel.is_in(filter.channel.iter().copied()));
    }
    if let Some(contact) = filter.with_contact_id {
        found = found.filter(Column::WithContactId.eq(contact));
    }
    if let Some(after) = filter.occurred_after {
        found = found.filter(Column::OccurredAt.gte(after));
    }
    if let Some(before) = filter.occurred_before {
        found = found.filter(Column::OccurredAt.lt(before));
    }
    found
}

/// Latest first.
pub async fn page(
    db: &impl ConnectionTrait,
    matching: Select<Entity>,
    after: Option<Cursor>,
    rows: u64,
) -> Result<Vec<Model>, DbErr> {
    let mut found = matching;
    if let Some(after) = after {
        let place = Expr::tuple([Column::OccurredAt.into_expr(), Column::Id.into_expr()]);
        let here = Expr::tuple([Expr::val(after.occurred_at), Expr::val(after.id.0)]);
        found = found.filter(place.lt(here));
    }
    found.order_by_desc(Column::OccurredAt).order_by_desc(Column::Id).limit(rows).all(db).await
}

pub async fn find(
    db: &impl ConnectionTrait,
    (actor, at): (&Actor, DateTime<Utc>),
    client: ClientId,
    id: InteractionId,
) -> Result<Option<Model>, DbErr> {
    of(actor, at, client).filter(Column::Id.eq(id)).one(db).await
}

/// Which record replaces each of these.
pub async fn corrections(
    db: &impl ConnectionTrait,
    (actor, at): (&Actor, DateTime<Utc>),
    of: impl IntoIterator<Item = InteractionId>,
) -> Result<HashMap<InteractionId, InteractionId>, DbErr> {
    let ids: Vec<_> = of.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(InteractionId, InteractionId)> = Entity::find()
        .filter(Column::CorrectsId.is_in(ids))
        .filter(shown((Column::Level, Column::LevelEndsAt), actor, at))
        .select_only()
        .columns([Column::CorrectsId, Column::Id])
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

pub async fn insert(tx: &DatabaseTransaction, row: &Model) -> Result<(), DbErr> {
    let row = row.clone().into_active_model();
    Entity::insert(row).exec_without_returning(tx).await.map(|_| ())
}

/// Write the whole row back.
pub async fn save(tx: &DatabaseTransaction, row: &Model) -> Result<(), DbErr> {
    let all = row.clone().into_active_model().reset_all();
    Entity::update_many().set(all).filter(Column::Id.eq(row.id)).exec(tx).await.map(|_| ())
}
