//! What an exception in force does to obligations that open under it.
use super::entity::Model;
use super::store;
use crate::calendar::company::CompanyCalendar;
use crate::obligations::entity::Model as Obligation;
use crate::obligations::{KindSpec, ObligationState, late};
use chrono::{DateTime, Utc};
use kernel::error::ApiResult;
use sea_orm::DatabaseTransaction;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Those that are due while an exception holds begin excused.
pub async fn apply(
    tx: &DatabaseTransaction,
    kind: &KindSpec,
    rows: &mut [Obligation],
    calendar: &CompanyCalendar,
) -> ApiResult<()> {
    let Some(earliest) = rows.iter().map(|row| row.due_on).min() else { return Ok(()) };
    let subjects: BTreeSet<Uuid> = rows.iter().map(|row| row.subject_id).collect();
    let subjects: Vec<_> = subjects.into_iter().collect();
    for exception in store::in_force(tx, kind.code, &subjects, earliest).await? {
        let Some(until) = exception.expires_on else { continue };
        let covered =
            |row: &&mut Obligation| row.subject_id == exception.subject_id && row.due_on <= until;
        for row in rows.iter_mut().filter(covered) {
            let opened_at = row.opened_at;
            excuse(row, kind, &exception, (calendar, opened_at))?;
        }
    }
    Ok(())
}

/// Not asked for from a moment on, until the last day of an exception; what stands until its act is due
/// again then.
pub fn excuse(
    row: &mut Obligation,
    kind: &KindSpec,
    exception: &Model,
    (calendar, at): (&CompanyCalendar, DateTime<Utc>),
) -> ApiResult<()> {
    row.late |= late(row.due_at, at);
    row.state = ObligationState::Excused;
    row.exception_id = Some(exception.id);
    row.settled_at = Some(at);
    row.settled_by = exception.decided_by;
    row.next_at = None;
    if let (true, Some(until)) = (kind.standing(), exception.expires_on) {
        row.due_at = calendar.close_of(until)?;
        row.due_on = calendar.local_date(row.due_at);
        row.next_at = Some(calendar.opening_before(row.due_on)?.max(at));
    }
    Ok(())
}
