//! A-CLI-10, A-CLI-11, B-CRM-03: every file is verified once a quarter.
use super::kinds::VERIFICATION;
use super::notice::{horizon, of_file};
use crate::archive::entity::{Column, Entity, Model};
use crate::archive::kinds::FileStatus;
use handbook::Handbook;
use handbook::obligations::{self, Tick, Wanted};
use kernel::error::ApiResult;
use kernel::work::Work;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};

pub async fn wanted(tick: &Tick<'_>) -> ApiResult<Vec<Wanted>> {
    let subject = Expr::col((Entity, Column::Id));
    let rows = Entity::find()
        .filter(Column::Status.eq(FileStatus::Active))
        .filter(Column::VerificationDueOn.lte(horizon(tick).await?))
        .filter(obligations::none_waiting(VERIFICATION.code, subject))
        // Held in the order in which acts hold several files.
        .order_by_asc(Column::Id)
        .limit(tick.most)
        .lock_shared()
        .all(tick.tx)
        .await?;
    Ok(rows.iter().map(|row| of_file(row, row.verification_due_on)).collect())
}

/// Verified before its obligation opened: it stands as done for the day that it was due.
pub async fn done(
    work: &mut Work<'_>,
    handbook: &Handbook,
    (before, after): (&Model, &Model),
) -> ApiResult<()> {
    if after.verification_due_on <= before.verification_due_on {
        return Ok(());
    }
    let wanted = of_file(before, before.verification_due_on);
    obligations::fulfil_or_ahead(work, handbook, &VERIFICATION, wanted).await
}
