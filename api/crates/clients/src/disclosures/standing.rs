//! The files of a disclosure and the papers of its consents, held as they are now: the same is asked when
//! it is requested, submitted and provided.
use super::dto::DisclosureInput;
use super::named::{self, entity::Model as Named};
use super::rules::{self, Paper};
use crate::archive::entity::Model as File;
use crate::archive::{rules as archive, store as files};
use crate::attachments::entity as attachment;
use crate::destructions::rules::names;
use crate::secret_items::shown;
use crate::{AttachmentId, ClientId, DISCLOSURE_NAMES_FILE};
use chrono::NaiveDate;
use kernel::code::{Code, field};
use kernel::error::{ApiError, ApiResult};
use kernel::work::Work;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// What is asked for may be asked for: the files in the order in which they are named, held.
pub async fn asked(
    work: &Work<'_>,
    input: &DisclosureInput,
    today: NaiveDate,
) -> ApiResult<Vec<File>> {
    rules::shape(input)?;
    let ids = input.files.iter().map(|file| file.client_id);
    let held = files::lock_all(work.db(), work.actor(), ids).await?;
    let mut found = vec![];
    for (nth, named) in input.files.iter().enumerate() {
        let unknown = || unknown(nth, "client_id");
        let file = held.iter().find(|file| file.id == named.client_id).ok_or_else(unknown)?;
        archive::in_force(file)?;
        found.push(file.clone());
    }
    consented(work, input, today).await?;
    tells_nothing(input, &found)?;
    Ok(found)
}

fn unknown(nth: usize, field: &str) -> ApiError {
    ApiError::field(&format!("/files/{nth}/{field}"), field::UNKNOWN_REFERENCE)
}

async fn consented(work: &Work<'_>, input: &DisclosureInput, today: NaiveDate) -> ApiResult<()> {
    let given = || input.files.iter().filter_map(|file| file.consent.as_ref());
    let papers = papers(work, given().map(|consent| consent.attachment_id)).await?;
    for (nth, file) in input.files.iter().enumerate() {
        let Some(consent) = &file.consent else { continue };
        let paper = papers.get(&consent.attachment_id).copied();
        let paper = paper.filter(|paper| paper.client_id == file.client_id);
        let paper = paper.ok_or_else(|| unknown(nth, "consent/attachment_id"))?;
        rules::consent(nth + 1, Some(consent.given_on), Some(paper), today)?;
    }
    Ok(())
}

/// What stays when a file is destroyed holds nothing by which it would be known (A-BOR-06).
fn tells_nothing(input: &DisclosureInput, files: &[File]) -> ApiResult<()> {
    let texts = [
        ("/recipient", input.recipient.as_deref()),
        ("/purpose", Some(input.purpose.as_str())),
        ("/legal_basis", input.legal_basis.as_deref()),
    ];
    for (at, text) in texts {
        says_nothing(at, text.unwrap_or_default(), files)?;
    }
    Ok(())
}

pub fn says_nothing(at: &str, text: &str, files: &[File]) -> ApiResult<()> {
    const NAMES: Code = DISCLOSURE_NAMES_FILE;
    if names(text, files) { Err(ApiError::field(at, NAMES)) } else { Ok(()) }
}

/// Papers as they are now, as far as whoever acts is cleared for them.
async fn papers(
    work: &Work<'_>,
    ids: impl Iterator<Item = AttachmentId> + Clone,
) -> Result<HashMap<AttachmentId, Paper>, DbErr> {
    use attachment::Column;
    let tx = work.db();
    let cleared = shown((Column::Level, Column::LevelEndsAt), work.actor(), work.at());
    let revoked = named::revoked(tx, ids.clone()).await?;
    let found: Vec<(AttachmentId, ClientId, Option<chrono::DateTime<chrono::Utc>>)> =
        attachment::Entity::find()
            .select_only()
            .columns([Column::Id, Column::ClientId, Column::RemovedAt])
            .filter(Column::Id.is_in(ids))
            .filter(cleared)
            .into_tuple()
            .all(tx)
            .await?;
    let paper = |(id, client_id, removed): (AttachmentId, ClientId, Option<_>)| {
        let revoked = revoked.contains(&id);
        (id, Paper { client_id, withdrawn: removed.is_some(), revoked })
    };
    Ok(found.into_iter().map(paper).collect())
}

/// Everything is as it was reviewed, and every consent still holds: the files, held.
pub async fn reviewed(
    work: &Work<'_>,
    row: &super::entity::Model,
    named: &[Named],
    today: NaiveDate,
) -> ApiResult<Vec<File>> {
    let ids = named.iter().map(|it| it.client_id);
    let held = files::lock_all(work.db(), work.actor(), ids).await?;
    // Read after the files are held: what is recorded about them waits for that.
    let papers = papers(work, named.iter().filter_map(|it| it.attachment_id)).await?;
    for (nth, it) in named.iter().enumerate() {
        let file = held.iter().find(|file| file.id == it.client_id);
        rules::as_reviewed(row, &it.client_number, file)?;
        if row.ground == super::kinds::DisclosureGround::Consent {
            let paper = it.attachment_id.and_then(|id| papers.get(&id).copied());
            let paper = paper.filter(|paper| paper.client_id == it.client_id);
            rules::consent(nth + 1, it.given_on, paper, today)?;
        }
    }
    Ok(held)
}
