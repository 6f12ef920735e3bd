//! Put the records that a submission proposes into its file (A-CLI-06, A-CLI-16, B-CRM-10).
use super::kinds::RecordKind;
use super::record::{self, RecordProposal};
use super::rules;
use crate::archive::entity::Model as File;
use crate::hanging::in_place;
use crate::{ContactId, PurchaseId, QualificationId};
use crate::{contacts, purchases, qualifications};
use chrono::{DateTime, Utc};
use handbook::Handbook;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::work::Work;
use uuid::Uuid;

/// One after the other, in the order in which they were handed in; the work holds the file.
pub async fn records(
    work: &mut Work<'_>,
    handbook: &Handbook,
    mut file: File,
    records: &[RecordProposal],
) -> ApiResult<File> {
    for (at, one) in records.iter().enumerate() {
        let done = match one.record_id {
            None => add(work, handbook, file, one).await,
            Some(id) => change(work, handbook, file, one, id).await,
        };
        file = done.map_err(|error| error.within(&record::place(at, "payload")))?;
    }
    Ok(file)
}

async fn add(
    work: &mut Work<'_>,
    handbook: &Handbook,
    file: File,
    one: &RecordProposal,
) -> ApiResult<File> {
    match one.kind {
        RecordKind::Contact => {
            let added = contacts::create::add(work, handbook, &file, &one.read(None)?).await?;
            Ok(added.0)
        }
        RecordKind::Qualification => {
            let added = qualifications::create::add(work, &file, &one.read(None)?).await?;
            Ok(added.0)
        }
        RecordKind::Purchase => {
            purchases::create::add(work, handbook, &file, &one.read(None)?).await?;
            Ok(file)
        }
    }
}

async fn change(
    work: &mut Work<'_>,
    handbook: &Handbook,
    file: File,
    one: &RecordProposal,
    id: Uuid,
) -> ApiResult<File> {
    match one.kind {
        RecordKind::Contact => {
            let before = contacts::store::find(work.db(), file.id, ContactId(id)).await?;
            let before = before.ok_or_else(unknown)?;
            compared(one, before.version, before.removed_at)?;
            let patch = one.patch();
            Ok(contacts::update::change(work, handbook, file, &before, &patch).await?.0)
        }
        RecordKind::Qualification => {
            let before = qualifications::store::find(work.db(), file.id, QualificationId(id));
            let before = before.await?.ok_or_else(unknown)?;
            compared(one, before.version, before.removed_at)?;
            Ok(qualifications::update::change(work, file, &before, &one.patch()).await?.0)
        }
        RecordKind::Purchase => {
            let before = purchases::store::find(work.db(), file.id, PurchaseId(id)).await?;
            let before = before.ok_or_else(unknown)?;
            compared(one, before.version, before.removed_at)?;
            purchases::update::change(work, handbook, &file, &before, &one.patch()).await?;
            Ok(file)
        }
    }
}

fn unknown() -> ApiError {
    ApiError::field("", field::UNKNOWN_REFERENCE)
}

/// A-CLI-14: against the record as it is now; what was taken out meanwhile stays out.
fn compared(one: &RecordProposal, now: i64, removed_at: Option<DateTime<Utc>>) -> ApiResult<()> {
    in_place(removed_at)?;
    Ok(rules::compared(one.record_version, now, None)?)
}
