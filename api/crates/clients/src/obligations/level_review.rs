//! A-SEC-08: at the end of its term a file is declassified by itself. Those who set levels hear of it
//! beforehand, while they can still set another term.
use super::kinds::LEVEL_REVIEW;
use super::verification::of;
use crate::archive::entity::{Column, Entity};
use crate::archive::kinds::{FileStatus, Level};
use crate::parameters::LEVEL_NOTICE;
use chrono::Days;
use handbook::obligations::{self, Tick, Wanted};
use kernel::error::ApiResult;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};

pub async fn wanted(tick: &Tick<'_>) -> ApiResult<Vec<Wanted>> {
    let days = tick.handbook.value_at(tick.tx, &LEVEL_NOTICE, tick.today).await?.value;
    let days = Days::new(u64::try_from(days).unwrap_or_default());
    let horizon = tick.today.checked_add_days(days).unwrap_or(tick.today);
    let subject = Expr::col((Entity, Column::Id));
    let rows = Entity::find()
        .filter(Column::Level.is_in(Level::THREE))
        .filter(Column::LevelUntil.between(tick.today, horizon))
        .filter(Column::Status.eq(FileStatus::Active))
        .filter(obligations::none_waiting(LEVEL_REVIEW.code, subject))
        .order_by_asc(Column::Id)
        .limit(tick.most)
        .lock_shared()
        .all(tick.tx)
        .await?;
    Ok(rows.iter().map(|row| of(row, row.level_until)).collect())
}
