//! A contact as its caller may see it.
use super::dto::Contact;
use super::entity::Model;
use crate::archive::entity::Model as File;
use crate::hanging::{self, Removed, in_full, in_place, keep};
use crate::names::Names;
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::http::shown;
use sea_orm::ConnectionTrait;

/// Names that contacts mention.
pub async fn names(db: &impl ConnectionTrait, rows: &[Model]) -> ApiResult<Names> {
    let ids = rows.iter().flat_map(|row| [Some(row.created_by), row.removed_by]);
    hanging::people(db, ids).await
}

pub async fn one(
    db: &impl ConnectionTrait,
    actor: &Actor,
    file: &File,
    row: Model,
) -> ApiResult<Contact> {
    let names = names(db, std::slice::from_ref(&row)).await?;
    Ok(contact(actor, file, row, &names))
}

/// The answer for a row of a file that the caller may see (A-CLI-28).
#[must_use]
pub fn contact(actor: &Actor, file: &File, row: Model, names: &Names) -> Contact {
    let removed = Removed::of(row.removed_at, row.removed_by, row.remove_reason, names);
    let verdict = || keep(actor, file).and_then(|()| in_place(row.removed_at));
    let allowed = |action| shown::allowed(action, verdict(), actor.request.lang);
    let full = Contact {
        allowed_actions: vec![allowed("update"), allowed("remove")],
        id: row.id,
        client_id: row.client_id,
        name: row.name,
        position: row.position,
        department: row.department,
        mobile: row.mobile,
        telephone: row.telephone,
        email: row.email,
        wechat: row.wechat,
        is_key_person: row.is_key_person,
        influence: row.influence,
        influence_note: row.influence_note,
        birthday: row.birthday,
        native_place: row.native_place,
        education: row.education,
        hobbies: row.hobbies,
        family_note: row.family_note,
        preferences: row.preferences,
        masked_fields: vec![],
        created_at: row.created_at,
        created_by: names.person(row.created_by),
        updated_at: row.updated_at,
        removed,
        version: row.version,
    };
    if in_full(actor, file) { full } else { full.masked() }
}
