//! A-CIR-01: each salesperson reports on their clients in the first week of the month.
use super::kinds::INFORMATION_REPORT;
use crate::SubmitInformationReports;
use crate::information_reports::entity::Model;
use handbook::Handbook;
use handbook::obligations::{self, Tick, Wanted};
use kernel::access::{Permission, Place};
use kernel::error::ApiResult;
use kernel::work::Work;

/// Of everybody who submits such reports on the day on which the month opens.
pub async fn wanted(tick: &Tick<'_>) -> ApiResult<Vec<Wanted>> {
    let (tx, month) = (tick.tx, &tick.occasion.key);
    let right = SubmitInformationReports::NAME;
    let holders = identity::people::holders_of(tx, [right], tick.at).await?;
    let there = obligations::with_occasion(tx, INFORMATION_REPORT.code, month).await?;
    let missing: Vec<_> = holders.into_iter().filter(|id| !there.contains(&id.0)).collect();
    let most = usize::try_from(tick.most).unwrap_or(usize::MAX);
    let people = identity::people::some(tx, missing.into_iter().take(most)).await?;
    let due = |person: identity::people::Known| Wanted {
        subject_id: person.id.0,
        occasion: Some(month.clone()),
        due_on: tick.occasion.due_on,
        place: person.place(),
    };
    Ok(people.into_iter().map(due).collect())
}

/// Submitted. Whoever was not asked for a month (they came later) and reports in time all the same stands
/// as having done so.
pub async fn submitted(work: &mut Work<'_>, handbook: &Handbook, row: &Model) -> ApiResult<()> {
    let (kind, person) = (&INFORMATION_REPORT, row.person_id.0);
    if row.late {
        return obligations::fulfil(work, kind, person, Some(&row.period)).await.map(drop);
    }
    let wanted = Wanted {
        subject_id: person,
        occasion: Some(row.period.clone()),
        due_on: handbook.date(row.due_at),
        place: Place {
            owner_id: Some(row.person_id),
            department_id: row.department_id,
            site_id: row.site_id,
            level: 0,
        },
    };
    obligations::fulfil_or_ahead(work, handbook, kind, wanted).await
}
