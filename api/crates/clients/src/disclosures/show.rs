//! Disclosures as their readers may see them.
use super::dto::{Consent, DisclosedFile, Disclosure, DisclosureRow};
use super::entity::Model;
use super::kinds::DisclosureState;
use super::named::{self, entity::Model as Named};
use super::{KIND, rules};
use crate::archive::entity::Model as File;
use crate::archive::rules as files;
use crate::attachments::entity as attachment;
use crate::names::{Names, Ref, Wanted};
use crate::secret_items::{Seeing, shown};
use crate::{AttachmentId, parameters};
use chrono::{DateTime, NaiveDate, Utc};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::http::shown::{AllowedAction, allowed};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;

fn wanted(rows: &[Model]) -> Wanted {
    let mut wanted = Wanted::default();
    for row in rows {
        wanted.person(row.requested_by);
        wanted.person(row.provided_by);
        wanted.person(row.settled_by);
        wanted.department(row.department_id);
    }
    wanted
}

/// A page of lines: one look-up, however many rows.
pub async fn names(db: &impl ConnectionTrait, rows: &[Model]) -> ApiResult<Names> {
    wanted(rows).find(db).await
}

pub fn row(row: &Model, names: &Names) -> ApiResult<DisclosureRow> {
    Ok(DisclosureRow {
        id: row.id,
        number: row.number.clone(),
        recipient_kind: row.recipient_kind,
        recipient: row.recipient.clone(),
        purpose: row.purpose.clone(),
        ground: row.ground,
        sections: serde_json::from_str(&row.sections)?,
        form: row.form,
        state: row.state,
        requested_by: names.person(row.requested_by),
        requested_at: row.requested_at,
        department: row.department_id.map(|id| names.department(id)),
        level: row.level,
        file_count: row.file_count,
        provided_on: row.provided_on,
        version: row.version,
    })
}

/// What has ended has nothing to be done about it, which goes without saying.
fn actions(actor: &Actor, row: &Model) -> Vec<AllowedAction> {
    if !DisclosureState::OPEN.contains(&row.state) {
        return vec![];
    }
    let lang = actor.request.lang;
    vec![
        allowed("change", rules::change(actor, row), lang),
        allowed("submit", rules::submit(actor, row), lang),
        allowed("give-up", rules::give_up(actor, row), lang),
        allowed("provide", rules::provide(actor, row), lang),
    ]
}

/// What papers are called, and whether they were withdrawn.
type Papers = HashMap<AttachmentId, (String, bool)>;

async fn papers(
    db: &impl ConnectionTrait,
    (actor, at): Seeing<'_>,
    named: &[&Named],
) -> Result<Papers, DbErr> {
    use attachment::Column;
    let ids: Vec<_> = named.iter().filter_map(|it| it.attachment_id).collect();
    if ids.is_empty() {
        return Ok(Papers::new());
    }
    let found: Vec<(AttachmentId, String, Option<DateTime<Utc>>)> = attachment::Entity::find()
        .select_only()
        .columns([Column::Id, Column::FileName, Column::RemovedAt])
        .filter(Column::Id.is_in(ids))
        .filter(shown((Column::Level, Column::LevelEndsAt), actor, at))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().map(|(id, name, at)| (id, (name, at.is_some()))).collect())
}

fn disclosed(
    actor: &Actor,
    row: &Model,
    (named, file): (&Named, &File),
    (papers, names): (&Papers, &Names),
) -> DisclosedFile {
    let place = files::place(file);
    let consent = named.attachment_id.map(|id| {
        let paper = papers.get(&id);
        let shown = rules::shows_people(actor, row, &place);
        Consent {
            given_by: named.given_by.clone().filter(|_| shown),
            given_on: named.given_on,
            attachment: paper.map(|(name, _)| Ref::new(id.0, name.clone())),
            attachment_removed: paper.is_some_and(|(_, removed)| *removed),
            revoked_on: named.revoked_on,
            revoked_by: named.revoked_by.map(|id| names.person(id)),
            revoke_note: named.revoke_note.clone().filter(|_| shown),
            revocable: named.revoked_at.is_none() && rules::revoke(actor, file).is_ok(),
        }
    });
    let client = Ref::new(file.id.0, file.name.clone());
    DisclosedFile { client, number: named.client_number.clone(), consent }
}

/// One disclosure, with the consents of those files that the reader may see.
pub async fn whole(
    db: &impl ConnectionTrait,
    handbook: &Handbook,
    actor: &Actor,
    model: Model,
    at: DateTime<Utc>,
) -> ApiResult<Disclosure> {
    let named = named::of(db, model.id).await?;
    let files = named::visible(db, actor, &named).await?;
    let seen: Vec<_> = named.iter().filter(|it| files.contains_key(&it.client_id)).collect();
    let papers = papers(db, (actor, at), &seen).await?;
    let mut wanted = wanted(std::slice::from_ref(&model));
    seen.iter().for_each(|it| wanted.person(it.revoked_by));
    let names = wanted.find(db).await?;
    let with = |it: &&Named| {
        Some((*it, files.get(&it.client_id)?))
            .map(|(named, file)| disclosed(actor, &model, (named, file), (&papers, &names)))
    };
    let files = seen.iter().filter_map(with).collect();
    let approval_id = approvals::latest(db, KIND, model.id.0).await?;
    let valid_until = valid_until(db, handbook, &model, at).await?;
    let shown = rules::shows_people(actor, &model, &rules::place(&model));
    Ok(Disclosure {
        row: row(&model, &names)?,
        allowed_actions: actions(actor, &model),
        legal_basis: model.legal_basis,
        files,
        destroyed_files: model.destroyed_files,
        approved_at: model.approved_at,
        valid_until,
        provided_by: model.provided_by.map(|id| names.person(id)),
        provided_at: model.provided_at,
        means: model.means,
        received_by: model.received_by.filter(|_| shown),
        handed_over: model.handed_over,
        settled_by: model.settled_by.map(|id| names.person(id)),
        settled_at: model.settled_at,
        settled_note: model.settled_note,
        approval_id,
    })
}

/// As long as it waits to be provided.
async fn valid_until(
    db: &impl ConnectionTrait,
    handbook: &Handbook,
    row: &Model,
    at: DateTime<Utc>,
) -> ApiResult<Option<NaiveDate>> {
    let Some(approved_at) = row.approved_at.filter(|_| row.state == DisclosureState::Approved)
    else {
        return Ok(None);
    };
    let days = handbook.value_at(db, &parameters::DISCLOSURE_VALID, handbook.date(at)).await?;
    Ok(Some(rules::valid_until(handbook.date(approved_at), days.value)))
}
