//! Interactions as their caller may see them.
use super::dto::Interaction;
use super::entity::Model;
use super::{rules, store};
use crate::archive::entity::Model as File;
use crate::contacts;
use crate::hanging::{self, Removed};
use crate::names::{Names, Ref};
use crate::{ContactId, InteractionId};
use kernel::access::Actor;
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
    pub async fn of(db: &impl ConnectionTrait, rows: &[Model]) -> ApiResult<Self> {
        let people = rows.iter().flat_map(|row| [Some(row.created_by), row.removed_by]);
        let replaced = rows.iter().filter(|row| row.removed_at.is_some()).map(|row| row.id);
        let contacts = rows.iter().filter_map(|row| row.with_contact_id);
        Ok(Self {
            people: hanging::people(db, people).await?,
            contacts: contacts::store::names(db, contacts).await?,
            corrections: store::corrections(db, replaced).await?,
        })
    }
}

pub async fn one(
    db: &impl ConnectionTrait,
    actor: &Actor,
    file: &File,
    row: Model,
) -> ApiResult<Interaction> {
    let named = Named::of(db, std::slice::from_ref(&row)).await?;
    Ok(interaction(actor, file, row, &named))
}

#[must_use]
pub fn interaction(actor: &Actor, file: &File, row: Model, named: &Named) -> Interaction {
    let correct = allowed("correct", rules::correct(actor, file, &row), actor.request.lang);
    let contact = |id: ContactId| Ref {
        id: id.0,
        name: named.contacts.get(&id).cloned().unwrap_or_default(),
    };
    Interaction {
        allowed_actions: vec![correct],
        with_contact: row.with_contact_id.map(contact),
        corrected_by_id: named.corrections.get(&row.id).copied(),
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
