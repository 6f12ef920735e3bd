//! Interactions as their caller may see them.
use super::dto::Interaction;
use super::entity::Model;
use super::{rules, store};
use crate::archive::entity::Model as File;
use crate::archive::rules as files;
use crate::contacts;
use crate::hanging::{self, Removed};
use crate::names::{Names, Ref};
use crate::secret_items::{Marked, Seeing};
use crate::{ContactId, InteractionId};
use kernel::error::ApiResult;
use kernel::http::shown::allowed;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// What the rows of a page name: three look-ups at the most, whatever their number.
pub struct Named {
    people: Names,
    contacts: HashMap<ContactId, String>,
    corrections: HashMap<InteractionId, InteractionId>,
}

impl Named {
    pub async fn of(
        db: &impl ConnectionTrait,
        seeing: Seeing<'_>,
        rows: &[Model],
    ) -> ApiResult<Self> {
        let people = rows.iter().flat_map(|row| [Some(row.created_by), row.removed_by]);
        let replaced = rows.iter().filter(|row| row.removed_at.is_some()).map(|row| row.id);
        let contacts = rows.iter().filter_map(|row| row.with_contact_id);
        Ok(Self {
            people: hanging::people(db, people).await?,
            contacts: contacts::store::names(db, contacts).await?,
            corrections: store::corrections(db, seeing, replaced).await?,
        })
    }
}

pub async fn one(
    db: &impl ConnectionTrait,
    seeing: Seeing<'_>,
    file: &File,
    row: Model,
) -> ApiResult<Interaction> {
    let named = Named::of(db, seeing, std::slice::from_ref(&row)).await?;
    Ok(interaction(seeing, file, row, &named))
}

#[must_use]
pub fn interaction((actor, at): Seeing<'_>, file: &File, row: Model, named: &Named) -> Interaction {
    let correct = allowed("correct", rules::correct(actor, file, &row), actor.request.lang);
    let contact = |id: ContactId| Ref {
        id: id.0,
        name: named.contacts.get(&id).cloned().unwrap_or_default(),
    };
    Interaction {
        allowed_actions: vec![
            correct,
            allowed("classify", files::classify(actor, file), actor.request.lang),
        ],
        with_contact: row.with_contact_id.map(contact),
        corrected_by_id: named.corrections.get(&row.id).copied(),
        secrecy: row.mark().shown(at),
        removed: Removed::of(row.removed_at, row.removed_by, row.remove_reason, &named.people),
        id: row.id,
        client_id: row.client_id,
        occurred_at: row.occurred_at,
        channel: row.channel,
        summary: row.summary,
        needs: row.needs,
        preferences: row.preferences,
        next_step: row.next_step,
        next_on: row.next_on,
        corrects_id: row.corrects_id,
        created_at: row.created_at,
        created_by: named.people.person(row.created_by),
        version: row.version,
    }
}
