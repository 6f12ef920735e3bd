//! A-CLI-08, A-CLI-09: what sales hand in is keyed in by the information administrator.
use super::kinds::SUBMISSION;
use crate::parameters::SUBMISSION_DAYS;
use crate::submissions::entity::{Column, Entity, Model};
use crate::submissions::kinds::SubmissionState;
use crate::submissions::rules;
use handbook::Handbook;
use handbook::obligations::{self, Tick, Wanted};
use kernel::error::ApiResult;
use kernel::work::Work;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};

async fn of(db: &impl ConnectionTrait, handbook: &Handbook, row: &Model) -> ApiResult<Wanted> {
    let day = handbook.date(row.submitted_at);
    let days = handbook.value_at(db, &SUBMISSION_DAYS, day).await?.value;
    let calendar = handbook.calendar(db).await?;
    let due_on = calendar.add_working_days(day, u32::try_from(days).unwrap_or(1))?;
    Ok(Wanted { subject_id: row.id.0, occasion: None, due_on, place: rules::place(row) })
}

/// Those that were there before obligations were; the others open as they are handed in.
pub async fn wanted(tick: &Tick<'_>) -> ApiResult<Vec<Wanted>> {
    let subject = Expr::col((Entity, Column::Id));
    let rows = Entity::find()
        .filter(Column::State.eq(SubmissionState::Pending))
        .filter(obligations::none_waiting(SUBMISSION.code, subject))
        .order_by_asc(Column::Id)
        .limit(tick.most)
        .lock_shared()
        .all(tick.tx)
        .await?;
    let mut found = vec![];
    for row in &rows {
        found.push(of(tick.tx, tick.handbook, row).await?);
    }
    Ok(found)
}

/// Handed in: the keepers have so many working days.
pub async fn handed_in(work: &mut Work<'_>, handbook: &Handbook, row: &Model) -> ApiResult<()> {
    let wanted = of(work.db(), handbook, row).await?;
    obligations::open_now(work, handbook, &SUBMISSION, wanted).await
}

/// Settled in whatever way, or taken back.
pub async fn settled(work: &mut Work<'_>, row: &Model) -> ApiResult<()> {
    if row.state == SubmissionState::Withdrawn {
        return obligations::void(work, &[SUBMISSION.code], row.id.0, "RECORD_GONE").await;
    }
    obligations::fulfil(work, &SUBMISSION, row.id.0, None).await.map(drop)
}
