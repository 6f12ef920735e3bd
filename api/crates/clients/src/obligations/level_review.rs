//! A-SEC-08: at the end of its term a file is declassified by itself. Those who set levels hear of it
//! beforehand, while they can still set another term.
use super::kinds::LEVEL_REVIEW;
use super::notice::{of_file, until};
use crate::archive::entity::{Column, Entity};
use crate::archive::kinds::{FileStatus, Level};
use crate::parameters::LEVEL_NOTICE;
use handbook::obligations::{self, Tick, Wanted};
use kernel::error::ApiResult;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};

pub async fn wanted(tick: &Tick<'_>) -> ApiResult<Vec<Wanted>> {
    let horizon = until(tick, &LEVEL_NOTICE).await?;
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
    Ok(rows.iter().map(|row| of_file(row, row.level_until)).collect())
}
