//! Queries on readings; every one starts from [`visible_to`].
use super::dto::{ReadFile, ReadingFilter};
use crate::archive::act::KIND;
use crate::archive::entity::{Column as FileColumn, Entity as File};
use crate::archive::kinds::Level;
use crate::archive::store::visible_to as files_visible_to;
use crate::destructions::store as destructions;
use crate::{ClientId, ReadReadings};
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::readings::entity::{Column, Entity, Model};
use kernel::visible;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, Select,
};
use std::collections::HashMap;
use uuid::Uuid;

/// Of the files within reach and clearance, and of those destroyed whose certificates are; nothing that
/// was read at a level above one's clearance.
fn visible_to(actor: &Actor, at: DateTime<Utc>) -> Condition {
    let file = || Expr::col((Entity, Column::ResourceId));
    let files = files_visible_to::<ReadReadings>(actor);
    let there = visible::exists::<File>(FileColumn::Id, file(), files);
    let gone = destructions::carried_out(actor, at, file());
    Condition::all()
        .add(Column::ResourceType.eq(KIND))
        .add(Column::Level.lte(actor.clearance))
        .add(Condition::any().add(there).add(gone))
}

pub fn matching(actor: &Actor, filter: &ReadingFilter, at: DateTime<Utc>) -> Select<Entity> {
    let (ways, levels) = (filter.way.iter().copied(), filter.level.iter().copied());
    Entity::find().filter(visible_to(actor, at)).filter(
        Condition::all()
            .add_option(filter.client_id.map(|id| Column::ResourceId.eq(id.0)))
            .add_option(filter.person_id.map(|id| Column::PersonId.eq(id.0)))
            .add_option((!filter.way.is_empty()).then(|| Column::Way.is_in(ways)))
            .add_option(
                (!filter.level.is_empty()).then(|| Column::Level.is_in(levels.map(Level::rank))),
            )
            .add_option(filter.read_after.map(|moment| Column::ReadAt.gte(moment)))
            .add_option(filter.read_before.map(|moment| Column::ReadAt.lt(moment))),
    )
}

/// What the files of a page are called: two statements, the second only where one was destroyed.
pub async fn files(
    db: &impl ConnectionTrait,
    actor: &Actor,
    at: DateTime<Utc>,
    rows: &[Model],
) -> Result<HashMap<Uuid, ReadFile>, DbErr> {
    let ids = || rows.iter().map(|row| ClientId(row.resource_id));
    let there: Vec<(Uuid, String, String)> = File::find()
        .select_only()
        .columns([FileColumn::Id, FileColumn::Number, FileColumn::Name])
        .filter(FileColumn::Id.is_in(ids()))
        .filter(files_visible_to::<ReadReadings>(actor))
        .into_tuple()
        .all(db)
        .await?;
    let file = |(id, number, name)| (id, ReadFile { id, number, name: Some(name) });
    let mut found: HashMap<_, _> = there.into_iter().map(file).collect();
    let gone: Vec<_> = ids().filter(|id| !found.contains_key(&id.0)).collect();
    if !gone.is_empty() {
        let numbers = destructions::numbers(db, actor, at, gone).await?;
        let file = |(id, number)| (id, ReadFile { id, number, name: None });
        found.extend(numbers.into_iter().map(file));
    }
    Ok(found)
}
