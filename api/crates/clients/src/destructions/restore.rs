//! A file that is kept after all is what it was.
use super::entity::Model;
use crate::archive::entity::Entity as Files;
use crate::archive::kinds::FileStatus;
use crate::archive::{act, step};
use kernel::audit::Changes;
use kernel::code;
use kernel::error::ApiResult;
use kernel::work::Work;
use sea_orm::{EntityTrait, QuerySelect};

/// Whoever decided it need not see the file.
pub async fn restore(work: &mut Work<'_>, row: &Model) -> ApiResult<()> {
    let found = Files::find_by_id(row.client_id).lock_exclusive().one(work.db()).await?;
    let file = found.ok_or(code::INTERNAL)?;
    if file.status != FileStatus::Obsolete {
        return Ok(());
    }
    let mut after = step::next(work, &file);
    after.status = row.prior_status;
    let record = act::act("client.kept", &after)
        .changes(Changes::one("status", file.status, after.status))
        .data("destruction_id", row.id);
    step::keep(work, &file, after, record).await?;
    Ok(())
}
