//! Of which kinds of notices somebody wants to be told by their webhooks.
use crate::channels::choice::{Column, Entity};
use kernel::ids::PersonId;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Kinds that a person chose webhooks for; none unless they did.
pub async fn kinds(db: &impl ConnectionTrait, person: Uuid) -> Result<BTreeSet<String>, DbErr> {
    let chosen = Entity::find()
        .select_only()
        .column(Column::Kind)
        .filter(Column::PersonId.eq(PersonId(person)))
        .filter(Column::Webhook.eq(true));
    Ok(chosen.into_tuple::<String>().all(db).await?.into_iter().collect())
}
