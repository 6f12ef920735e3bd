//! What hangs on a file changes the file: completeness, compliance, what it is found by. Every use
//! case that adds, changes or takes out a contact or a qualification holds the file's row
//! (`store::lock`) and calls [`recount`] before it commits.
use super::entity::Model;
use super::{contents, index};
use crate::ClientId;
use crate::contacts::entity as contact;
use crate::interactions::entity as interaction;
use crate::obligations::saved;
use crate::qualifications::entity as qualification;
use chrono::{DateTime, Utc};
use kernel::error::ApiResult;
use kernel::work::Work;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

/// Everything that hangs on a file by its `client_id` and lives on its own: it follows the file into
/// which it is merged, and an import is not taken back from under it. Decisions about the file
/// itself (tiers, verifications, hand-overs) stay where they were taken.
macro_rules! everything_hanging {
    ($each:ident) => {
        $each!(
            contacts,
            qualifications,
            interactions,
            purchases,
            comments,
            attachments,
            submissions,
            instructions,
            information_report_entries,
            incident_files,
            disclosed_files
        )
    };
}
pub(crate) use everything_hanging;

/// Count again, judge again, index again. The version stays: what somebody else is writing into
/// the file at this moment is not touched by it.
pub async fn recount(work: &mut Work<'_>, before: &Model) -> ApiResult<Model> {
    let people = people(work.db(), before.id).await?;
    let papers = qualification::Entity::find()
        .filter(qualification::Column::ClientId.eq(before.id))
        .filter(qualification::Column::RemovedAt.is_null())
        .count(work.db())
        .await?;
    let key_persons = people.iter().filter(|(_, key)| *key).count();
    let mut after = before.clone();
    after.contacts = counted(people.len());
    after.key_persons = counted(key_persons);
    after.qualifications = i32::try_from(papers).unwrap_or(i32::MAX);
    let written = contents::read(&after)?;
    contents::judge(&mut after, &written);
    supplemented(work, &mut after);
    saved(work, before, &after).await?;
    let names: Vec<String> = people.into_iter().map(|(name, _)| name).collect();
    index::put(work, &after, &names);
    Ok(after)
}

/// The client was talked to, or what was written of a talk was put right: the file is of now, and
/// knows when the last one was (B-CRM-07 to B-CRM-09). Its version stays.
pub async fn contacted(work: &mut Work<'_>, before: &Model) -> ApiResult<()> {
    let last_contact_at = last_contact(work.db(), before.id).await?;
    let mut after = Model { last_contact_at, ..before.clone() };
    supplemented(work, &mut after);
    saved(work, before, &after).await
}

/// Something was put into the file or put right in it (A-CLI-11).
pub fn supplemented(work: &Work<'_>, after: &mut Model) {
    after.updated_at = work.at();
    after.supplemented_at = work.at();
}

/// When a client was last talked to, as far as it stands.
pub async fn last_contact(
    db: &impl ConnectionTrait,
    client: ClientId,
) -> Result<Option<DateTime<Utc>>, DbErr> {
    interaction::Entity::find()
        .select_only()
        .column(interaction::Column::OccurredAt)
        .filter(interaction::Column::ClientId.eq(client))
        .filter(interaction::Column::RemovedAt.is_null())
        .order_by_desc(interaction::Column::OccurredAt)
        .limit(1)
        .into_tuple()
        .one(db)
        .await
}

fn counted(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Names of the contacts of a file, and who of them is a key person.
pub async fn people(
    db: &impl ConnectionTrait,
    client: ClientId,
) -> Result<Vec<(String, bool)>, DbErr> {
    contact::Entity::find()
        .select_only()
        .columns([contact::Column::Name, contact::Column::IsKeyPerson])
        .filter(contact::Column::ClientId.eq(client))
        .filter(contact::Column::RemovedAt.is_null())
        .order_by_asc(contact::Column::Id)
        .into_tuple()
        .all(db)
        .await
}
