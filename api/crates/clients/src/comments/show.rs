//! Comments as their caller may see them.
use super::dto::{Comment, CommentInput};
use super::entity::Model;
use super::rules;
use crate::archive::entity::Model as File;
use crate::archive::rules as files;
use crate::hanging::{self, Removed};
use crate::names::Names;
use crate::secret_items::{Marked, Seeing};
use kernel::error::ApiResult;
use kernel::http::shown::allowed;
use kernel::ids::PersonId;
use sea_orm::ConnectionTrait;

/// Names of authors, of the mentioned, and of those who took a comment back: one look-up.
pub async fn names(db: &impl ConnectionTrait, rows: &[Model]) -> ApiResult<Names> {
    let mut ids = vec![];
    for row in rows {
        ids.extend([Some(row.created_by), row.removed_by]);
        ids.extend(CommentInput::of(row)?.mentions.into_iter().map(Some));
    }
    hanging::people(db, ids).await
}

pub async fn one(
    db: &impl ConnectionTrait,
    seeing: Seeing<'_>,
    file: &File,
    row: Model,
) -> ApiResult<Comment> {
    let names = names(db, std::slice::from_ref(&row)).await?;
    Ok(comment(seeing, file, row, &names))
}

#[must_use]
pub fn comment((actor, at): Seeing<'_>, file: &File, row: Model, names: &Names) -> Comment {
    let lang = actor.request.lang;
    let mentioned: Vec<PersonId> = serde_json::from_str(&row.mentions).unwrap_or_default();
    Comment {
        allowed_actions: vec![
            allowed("update", rules::change(actor, file, &row), lang),
            allowed("remove", rules::remove(actor, file, &row), lang),
            allowed("classify", files::classify(actor, file), lang),
        ],
        edited: row.removed_at.is_none() && row.version > 1,
        secrecy: row.mark().shown(at),
        body: Some(row.body).filter(|_| row.removed_at.is_none()),
        mentions: mentioned.into_iter().map(|id| names.person(id)).collect(),
        removed: Removed::of(row.removed_at, row.removed_by, row.remove_reason, names),
        id: row.id,
        client_id: row.client_id,
        created_at: row.created_at,
        created_by: names.person(row.created_by),
        updated_at: row.updated_at,
        version: row.version,
    }
}
