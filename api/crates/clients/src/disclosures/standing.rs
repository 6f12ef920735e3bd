//! The files of a disclosure and the papers of its consents, held as they are now: the same is asked when
//! it is requested, submitted and provided.
use super::dto::DisclosureInput;
use super::kinds::{DisclosureGround, DisclosureSection};
use super::named::{self, entity::Model as Named};
use super::rules::{self, Paper};
use crate::archive::entity::Model as File;
use crate::archive::{rules as archive, store as files};
use crate::attachments::entity as attachment;
use crate::destructions::rules::names;
use crate::interactions::entity as interaction;
use crate::secret_items::shown;
use crate::{AttachmentId, ClientId, DISCLOSURE_NAMES_FILE};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::code::{Code, field};
use kernel::error::{ApiError, ApiResult};
use kernel::work::Work;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{HashMap, HashSet};

/// What is asked for may be asked for: the files in the order in which they are named, held, and how secret
/// all of it is.
pub async fn asked(
    work: &Work<'_>,
    input: &DisclosureInput,
    today: NaiveDate,
) -> ApiResult<(Vec<File>, i16)> {
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
    let level = found.iter().map(|file| file.level.rank()).max().unwrap_or_default();
    let level = level.max(of_items(work, input).await?);
    Ok((found, level))
}

/// The highest level of the items in what is asked for, as far as whoever asks knows of them: what they do
/// not know is not asked for (A-SEC-06).
async fn of_items(work: &Work<'_>, input: &DisclosureInput) -> Result<i16, DbErr> {
    macro_rules! highest {
        ($item:ident) => {{
            use $item::Column;
            let shown = shown((Column::Level, Column::LevelEndsAt), work.actor(), work.at());
            $item::Entity::find()
                .select_only()
                .column_as(Column::Level.max(), "highest")
                .filter(Column::ClientId.is_in(input.files.iter().map(|file| file.client_id)))
                .filter(Column::LevelEndsAt.gt(work.at()))
                .filter(shown)
                .into_tuple::<Option<i16>>()
                .one(work.db())
                .await?
                .flatten()
                .unwrap_or_default()
        }};
    }
    let has = |section| input.sections.contains(&section);
    let mut level = 0;
    // The papers of consents are among them.
    if has(DisclosureSection::Papers) || input.ground == DisclosureGround::Consent {
        level = highest!(attachment);
    }
    if has(DisclosureSection::Interactions) {
        level = level.max(highest!(interaction));
    }
    Ok(level)
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
    ids: impl Iterator<Item = AttachmentId>,
) -> Result<HashMap<AttachmentId, Paper>, DbErr> {
    use attachment::Column;
    let tx = work.db();
    let cleared = shown((Column::Level, Column::LevelEndsAt), work.actor(), work.at());
    let found: Vec<(AttachmentId, ClientId, Option<DateTime<Utc>>, String)> =
        attachment::Entity::find()
            .select_only()
            .columns([Column::Id, Column::ClientId, Column::RemovedAt, Column::Sha256])
            .filter(Column::Id.is_in(ids))
            .filter(cleared)
            .into_tuple()
            .all(tx)
            .await?;
    // Filed once more, it is the paper that it was.
    let twins: Vec<(AttachmentId, String)> = attachment::Entity::find()
        .select_only()
        .columns([Column::Id, Column::Sha256])
        .filter(Column::ClientId.is_in(found.iter().map(|(_, client, ..)| *client)))
        .filter(Column::Sha256.is_in(found.iter().map(|(.., sha256)| sha256.as_str())))
        .into_tuple()
        .all(tx)
        .await?;
    let revoked = named::revoked(tx, twins.iter().map(|(id, _)| *id)).await?;
    let revoked: HashSet<&str> = twins
        .iter()
        .filter(|(id, _)| revoked.contains(id))
        .map(|(_, sha256)| sha256.as_str())
        .collect();
    let paper = |(id, client_id, removed, sha256): &(AttachmentId, ClientId, Option<_>, String)| {
        let revoked = revoked.contains(sha256.as_str());
        (*id, Paper { client_id: *client_id, withdrawn: removed.is_some(), revoked })
    };
    Ok(found.iter().map(paper).collect())
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
