//! A-CLI-11, A-CLI-08: whoever owns a client sees to it that its file is supplemented or adjusted every
//! three months.
use super::kinds::UPDATE;
use super::notice::{horizon, of_file};
use crate::archive::entity::{Column, Entity, Model};
use crate::archive::kinds::FileStatus;
use crate::parameters::VERIFICATION_MONTHS;
use chrono::{Months, NaiveDate};
use handbook::obligations::{self, Tick, Wanted};
use kernel::code;
use kernel::error::ApiResult;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};

pub async fn wanted(tick: &Tick<'_>) -> ApiResult<Vec<Wanted>> {
    let months = tick.handbook.value_at(tick.tx, &VERIFICATION_MONTHS, tick.today).await?.value;
    let months = Months::new(u32::try_from(months).unwrap_or_default());
    let since = horizon(tick).await?.checked_sub_months(months).and_then(|day| day.succ_opt());
    let since = since.and_then(|day| tick.handbook.midnight(day)).ok_or(code::INTERNAL)?;
    let subject = Expr::col((Entity, Column::Id));
    let rows = Entity::find()
        .filter(Column::Status.eq(FileStatus::Active))
        .filter(Column::SupplementedAt.lt(since))
        .filter(obligations::none_waiting(UPDATE.code, subject))
        .order_by_asc(Column::Id)
        .limit(tick.most)
        .lock_shared()
        .all(tick.tx)
        .await?;
    Ok(rows.iter().map(|row| of_file(row, due_on(tick, row, months))).collect())
}

fn due_on(tick: &Tick<'_>, row: &Model, months: Months) -> NaiveDate {
    let changed = tick.handbook.date(row.supplemented_at);
    changed.checked_add_months(months).unwrap_or(changed)
}
