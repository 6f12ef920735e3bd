//! An exception that is no longer needed: what it was asked for was done, or is gone.
use super::entity::Model;
use super::kinds::ExceptionState;
use super::{store, tell};
use crate::ObligationId;
use kernel::error::ApiResult;
use kernel::work::Work;

/// Those that wait about some obligations wait no more.
pub async fn lapse(
    work: &mut Work<'_>,
    of: impl IntoIterator<Item = ObligationId>,
) -> ApiResult<()> {
    let of: Vec<_> = of.into_iter().collect();
    if of.is_empty() {
        return Ok(());
    }
    for row in store::waiting(work.db(), of).await? {
        let after = Model {
            state: ExceptionState::Lapsed,
            decided_at: Some(work.at()),
            version: row.version + 1,
            ..row
        };
        store::save(work.db(), &after).await?;
        work.record(tell::record("exception.lapsed", &after));
    }
    Ok(())
}
