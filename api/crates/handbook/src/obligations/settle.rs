//! How an obligation ends: by the act that fulfils it, or because what it was about is no longer there.
//! Called in the transaction of that act; there is no other way to close one.
use super::entity::Model;
use super::kinds::ObligationState;
use super::source::{KindSpec, Wanted};
use super::{open, rules, store, tell};
use crate::Handbook;
use crate::exceptions;
use kernel::error::ApiResult;
use kernel::work::Work;
use uuid::Uuid;

/// Close what is open of a kind about a record, of one occasion or of all. Answers whether anything was.
pub async fn fulfil(
    work: &mut Work<'_>,
    kind: &KindSpec,
    subject: Uuid,
    occasion: Option<&str>,
) -> ApiResult<bool> {
    let open = [ObligationState::Open];
    let with_excused = [ObligationState::Open, ObligationState::Excused];
    // What stands until the act is fulfilled by it also while it is not asked for.
    let states: &[_] = if kind.standing() { &with_excused } else { &open };
    let mut rows = store::of_subject(work.db(), subject, &[kind.code], states).await?;
    rows.retain(|row| occasion.is_none_or(|one| row.occasion == one));
    fulfil_rows(work, &rows).await?;
    Ok(!rows.is_empty())
}

pub async fn fulfil_rows(work: &mut Work<'_>, rows: &[Model]) -> ApiResult<()> {
    for row in rows {
        let past = row.state == ObligationState::Open && rules::late(row.due_at, work.at());
        // What was late before it was excused stays late.
        let late = row.late || past;
        let after = Model { late, ..settled(work, row, ObligationState::Fulfilled) };
        store::save(work.db(), &after).await?;
        work.record(tell::record("obligation.fulfilled", &after).data("late", after.late));
    }
    exceptions::lapse(work, rows.iter().map(|row| row.id)).await
}

/// The same for what may be done before its obligation opens: it then stands as done in time.
pub async fn fulfil_or_ahead(
    work: &mut Work<'_>,
    handbook: &Handbook,
    kind: &KindSpec,
    wanted: Wanted,
) -> ApiResult<()> {
    let occasion = wanted.occasion.clone();
    let subject = wanted.subject_id;
    if fulfil(work, kind, subject, occasion.as_deref()).await?
        || open::done_ahead(work, handbook, kind, wanted).await?
    {
        return Ok(());
    }
    // A tick opened it between the two.
    fulfil(work, kind, subject, occasion.as_deref()).await.map(drop)
}

/// End what is open of some kinds about a record, with the reason: what it was about is gone.
pub async fn void(
    work: &mut Work<'_>,
    kinds: &[&str],
    subject: Uuid,
    reason: &str,
) -> ApiResult<()> {
    let states = [ObligationState::Open, ObligationState::Excused];
    let rows = store::of_subject(work.db(), subject, kinds, &states).await?;
    void_rows(work, &rows, reason).await
}

pub async fn void_rows(work: &mut Work<'_>, rows: &[Model], reason: &str) -> ApiResult<()> {
    for row in rows {
        let mut after = settled(work, row, ObligationState::Void);
        after.reason = Some(reason.to_owned());
        store::save(work.db(), &after).await?;
        work.record(tell::record("obligation.voided", &after).data("reason", reason));
    }
    exceptions::lapse(work, rows.iter().map(|row| row.id)).await
}

fn settled(work: &Work<'_>, row: &Model, state: ObligationState) -> Model {
    Model {
        state,
        next_at: None,
        settled_at: Some(work.at()),
        settled_by: Some(work.actor().id),
        version: row.version + 1,
        ..row.clone()
    }
}
