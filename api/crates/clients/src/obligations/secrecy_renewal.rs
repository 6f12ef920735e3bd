//! A-CLI-18: whoever works with client information signs the undertaking anew before it runs out.
use super::kinds::SECRECY_RENEWAL;
use super::notice::until;
use crate::parameters::SECRECY_NOTICE;
use crate::secrecy::current::current;
use crate::secrecy::entity::{Column, Entity};
use crate::secrecy::gate::bound;
use chrono::NaiveDate;
use handbook::obligations::{self, Tick, Wanted};
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait},
};

pub async fn wanted(tick: &Tick<'_>) -> ApiResult<Vec<Wanted>> {
    let db = tick.tx;
    let horizon = until(tick, &SECRECY_NOTICE).await?;
    let text = current(tick.handbook, db, tick.today).await?.text;
    let holders = identity::people::holders_of(db, bound(), tick.at).await?;
    let subject = Expr::col((Entity, Column::PersonId));
    let ending = Entity::find()
        .select_only()
        .column(Column::PersonId)
        .column_as(Column::ValidUntil.max(), "valid_until")
        .filter(Column::Text.eq(text))
        .filter(Column::PersonId.is_in(holders))
        .filter(obligations::none_waiting(SECRECY_RENEWAL.code, subject))
        .group_by(Column::PersonId)
        .having(Column::ValidUntil.max().lte(horizon))
        .limit(tick.most)
        .into_tuple::<(PersonId, NaiveDate)>()
        .all(db)
        .await?;
    let people = identity::people::some(db, ending.iter().map(|(person, _)| *person)).await?;
    let due = |person: &identity::people::Known| {
        let (_, due_on) = ending.iter().find(|(id, _)| *id == person.id)?;
        Some(Wanted {
            subject_id: person.id.0,
            occasion: None,
            due_on: *due_on,
            place: person.place(),
        })
    };
    Ok(people.iter().filter_map(due).collect())
}
