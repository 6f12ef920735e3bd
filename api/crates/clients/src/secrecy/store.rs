//! Queries on acknowledgements; every list of other people's starts from [`visible_to`].
use super::dto::AcknowledgementFilter;
use super::entity::{Column, Entity, Model};
use super::rules::Signed;
use crate::ReadSecrecy;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::access::{Actor, Permission};
use kernel::ids::PersonId;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Select,
};
use std::collections::HashMap;

/// More than anybody signs in a life of work.
const MOST_OF_ONE: u64 = 200;

/// An acknowledgement stands where its signer stood.
fn visible_to(actor: &Actor) -> Condition {
    let reach = actor.reach(ReadSecrecy::NAME);
    reach.condition(actor.id, Column::PersonId, Column::DepartmentId, Column::SiteId)
}

pub fn matching(actor: &Actor, filter: &AcknowledgementFilter) -> Select<Entity> {
    let person = filter.person_id.map(|id| Column::PersonId.eq(id));
    Entity::find().filter(visible_to(actor)).filter(Condition::all().add_option(person))
}

/// Somebody's own, newest first.
pub async fn of_person(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::PersonId.eq(person))
        .order_by_desc(Column::Id)
        .limit(MOST_OF_ONE)
        .all(db)
        .await
}

/// What decides whether somebody's undertaking holds: a row for each text that they signed.
pub async fn signed(
    db: &impl ConnectionTrait,
    person: PersonId,
    text: &str,
) -> Result<Vec<Signed>, DbErr> {
    let mut found = signed_by(db, &[person], text).await?;
    Ok(found.remove(&person).unwrap_or_default())
}

/// The signatures of each of some people under the present text and others: of one text only until when it holds, and since when.
pub async fn signed_by(
    db: &impl ConnectionTrait,
    people: &[PersonId],
    text: &str,
) -> Result<HashMap<PersonId, Vec<Signed>>, DbErr> {
    let rows = Entity::find()
        .select_only()
        .columns([Column::PersonId, Column::Text])
        .column_as(Column::ValidUntil.max(), "longest")
        .column_as(Column::AcknowledgedAt.max(), "latest")
        .filter(Column::PersonId.is_in(people.iter().copied()))
        .group_by(Column::PersonId)
        .group_by(Column::Text)
        .into_tuple::<(PersonId, String, NaiveDate, DateTime<Utc>)>()
        .all(db)
        .await?;
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for (person, signed, valid_until, at) in rows {
        found.entry(person).or_default().push(Signed { present: signed == text, valid_until, at });
    }
    Ok(found)
}

pub async fn insert(tx: &DatabaseTransaction, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}
