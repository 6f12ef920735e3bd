//! An obligation follows its record: an act on the record may fulfil it, end it, or take it to another
//! owner, another department, another level.
use super::entity::Model;
use super::kinds::{ObligationState, Stage};
use super::notices::Notices;
use super::{settle, store, tell};
use crate::notices;
use kernel::access::Place;
use kernel::audit::Record;
use kernel::error::ApiResult;
use kernel::work::Work;
use uuid::Uuid;

/// What an act on a record does to an obligation about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is due as before, where the record stands now.
    Stays,
    Fulfilled,
    /// With the reason.
    Void(&'static str),
}

/// After an act on a record: what becomes of its obligations of some kinds, by what `fate` says of each
/// kind. `places`: where the record stood and where it stands.
pub async fn follow(
    work: &mut Work<'_>,
    (kinds, subject): (&[&str], Uuid),
    places: (&Place, &Place),
    fate: impl Fn(&str) -> Fate,
) -> ApiResult<()> {
    let states = [ObligationState::Open, ObligationState::Excused];
    let mut stays = vec![];
    for row in store::of_subject(work.db(), subject, kinds, &states).await? {
        match fate(&row.kind) {
            Fate::Stays => stays.push(row),
            Fate::Fulfilled => settle::fulfil_rows(work, &[row]).await?,
            Fate::Void(reason) => settle::void_rows(work, &[row], reason).await?,
        }
    }
    if places.0 != places.1 { moved(work, stays, places).await } else { Ok(()) }
}

/// Of somebody else: an exception was not theirs and ends with the next tick, and what is late goes up
/// their own line.
fn begin_anew(work: &Work<'_>, row: &mut Model) {
    if row.state == ObligationState::Excused {
        row.exception_id = None;
        row.next_at = Some(work.at());
    } else {
        row.stage = Stage::Reminded;
        row.next_at = Some(row.due_at.max(work.at()));
    }
}

/// What was due of the record's owner becomes due of the new one, who hears of it.
async fn moved(
    work: &mut Work<'_>,
    rows: Vec<Model>,
    (before, after): (&Place, &Place),
) -> ApiResult<()> {
    let mut notices = Notices::default();
    for row in rows {
        let passed = row.person_id.is_some() && row.person_id == before.owner_id;
        let person_id = if passed { after.owner_id } else { row.person_id };
        let mut changed = Model {
            person_id,
            department_id: after.department_id,
            site_id: after.site_id,
            level: after.level,
            version: row.version + 1,
            ..row.clone()
        };
        if person_id != row.person_id {
            begin_anew(work, &mut changed);
        }
        store::save(work.db(), &changed).await?;
        if changed.person_id == row.person_id {
            continue;
        }
        let record = tell::record("obligation.passed", &changed);
        // Whoever has it no longer sees it go.
        work.record(row.person_id.into_iter().fold(record, Record::tell_person));
        if row.state == ObligationState::Open {
            notices.add(changed.person_id, notices::OBLIGATION_PASSED, &changed);
        }
    }
    notices.send(work).await
}
