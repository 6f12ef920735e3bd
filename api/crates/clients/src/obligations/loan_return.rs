//! A-BOR-03: what was borrowed comes back by the day on its card.
use super::kinds::LOAN_RETURN;
use super::notice::{days, horizon};
use crate::loans::entity::{Column, Entity, Model};
use crate::loans::kinds::LoanState;
use crate::loans::rules;
use chrono::NaiveDate;
use handbook::Handbook;
use handbook::obligations::parameters::NOTICE_DAYS;
use handbook::obligations::{self, Tick, Wanted};
use kernel::error::ApiResult;
use kernel::work::Work;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};

fn of(row: &Model, due_on: NaiveDate) -> Wanted {
    Wanted { subject_id: row.id.0, occasion: None, due_on, place: rules::place(row) }
}

pub async fn wanted(tick: &Tick<'_>) -> ApiResult<Vec<Wanted>> {
    let subject = Expr::col((Entity, Column::Id));
    let rows = Entity::find()
        .filter(Column::State.eq(LoanState::HandedOut))
        .filter(Column::DueOn.lte(horizon(tick).await?))
        .filter(obligations::none_waiting(LOAN_RETURN.code, subject))
        .order_by_asc(Column::Id)
        .limit(tick.most)
        .lock_shared()
        .all(tick.tx)
        .await?;
    Ok(rows.iter().filter_map(|row| Some(of(row, row.due_on?))).collect())
}

/// Handed out for less than the usual notice: spoken of at once.
pub async fn handed_out(work: &mut Work<'_>, handbook: &Handbook, row: &Model) -> ApiResult<()> {
    let Some(due_on) = row.due_on.filter(|_| row.state == LoanState::HandedOut) else {
        return Ok(());
    };
    let today = handbook.date(work.at());
    let notice = days(work.db(), handbook, &NOTICE_DAYS, today).await?;
    if today.checked_add_days(notice).is_none_or(|horizon| due_on > horizon) {
        return Ok(());
    }
    obligations::open_now(work, handbook, &LOAN_RETURN, of(row, due_on)).await
}
