//! Use case: read a calendar by its link. It shows what its owner has to do as of now, with the rights
//! that they have now.
use super::store;
use super::write::{self, Feed};
use crate::ReadObligations;
use crate::obligations::entity::{Column, Entity};
use crate::obligations::kinds::ObligationState;
use crate::obligations::source::Obligations;
use crate::obligations::store as due;
use chrono::Days;
use kernel::access::{OnBehalf, Permission};
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::work::Work;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// What is due later stands in the application.
const DAYS_AHEAD: u64 = 366;
const MOST: u64 = 1000;

/// Whoever is gone, or may no longer see obligations, has a link that leads nowhere, like one that never was.
pub async fn read(
    app: &App,
    obligations: &Obligations,
    people: &dyn OnBehalf,
    secret: &str,
) -> ApiResult<Feed> {
    let (db, now) = (app.db.reader(), app.clock.now());
    let feed = store::by_hash(db, &identity::hashed(secret)).await?.ok_or(code::NOT_FOUND)?;
    let owner = people.actor(app, feed.person_id, "calendar-feed").await?;
    let owner = owner.filter(|owner| owner.holds(ReadObligations::NAME)).ok_or(code::NOT_FOUND)?;
    let today = obligations.handbook.date(now);
    let last = today.checked_add_days(Days::new(DAYS_AHEAD)).unwrap_or(today);
    let rows = Entity::find()
        .filter(Column::State.eq(ObligationState::Open))
        .filter(Column::DueOn.lte(last))
        .filter(due::mine(obligations, &owner))
        .filter(due::visible_to(obligations, &owner, now))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(MOST)
        .all(db)
        .await?;
    let lang = identity::people::lang_of(db, feed.person_id).await?;
    if store::stale(&feed, now) {
        let work = Work::begin(app, &owner).await?;
        store::note_reading(work.db(), &feed, now).await?;
        work.commit_nothing().await?;
    }
    Ok(write::calendar(obligations, &rows, (lang, &app.config.server.base())))
}
