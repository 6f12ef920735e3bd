//! Attachments as their caller may see them.
use super::dto::{Attachment, Material};
use super::entity::Model;
use super::rules;
use crate::archive::entity::Model as File;
use crate::archive::rules as files;
use crate::hanging::{self, Removed};
use crate::names::{Names, Ref};
use crate::secret_items::{Marked, Seeing};
use chrono::{DateTime, Utc};
use kernel::error::ApiResult;
use kernel::http::shown::allowed;
use sea_orm::ConnectionTrait;

pub async fn names(db: &impl ConnectionTrait, rows: &[Model]) -> ApiResult<Names> {
    let ids = rows.iter().flat_map(|row| [Some(row.created_by), row.removed_by]);
    hanging::people(db, ids).await
}

pub async fn one(
    db: &impl ConnectionTrait,
    seeing: Seeing<'_>,
    file: &File,
    row: Model,
) -> ApiResult<Attachment> {
    let names = names(db, std::slice::from_ref(&row)).await?;
    Ok(attachment(seeing, file, row, &names))
}

#[must_use]
pub fn attachment((actor, at): Seeing<'_>, file: &File, row: Model, names: &Names) -> Attachment {
    let lang = actor.request.lang;
    Attachment {
        allowed_actions: vec![
            allowed("update", rules::change(actor, file, &row), lang),
            allowed("withdraw", rules::change(actor, file, &row), lang),
            allowed("download", rules::hand_out(&row), lang),
            allowed("classify", files::classify(actor, file), lang),
        ],
        secrecy: row.mark().shown(at),
        removed: Removed::of(row.removed_at, row.removed_by, row.remove_reason, names),
        id: row.id,
        client_id: row.client_id,
        kind: row.kind,
        file_name: row.file_name,
        media_type: row.media_type,
        size: row.size,
        sha256: row.sha256,
        note: row.note,
        created_at: row.created_at,
        created_by: names.person(row.created_by),
        updated_at: row.updated_at,
        version: row.version,
    }
}

#[must_use]
pub fn material(at: DateTime<Utc>, row: Model, client: String, names: &Names) -> Material {
    Material {
        client: Ref::new(row.client_id.0, client),
        secrecy: row.mark().shown(at),
        removed: Removed::of(row.removed_at, row.removed_by, row.remove_reason, names),
        id: row.id,
        kind: row.kind,
        file_name: row.file_name,
        media_type: row.media_type,
        size: row.size,
        note: row.note,
        created_at: row.created_at,
        created_by: names.person(row.created_by),
    }
}
