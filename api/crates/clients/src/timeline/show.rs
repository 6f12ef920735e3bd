//! Rows of the timeline as their caller may see them.
use super::dto::{Change, Paper, Said, Talk, TimelineItem, TimelineKind};
use super::rules;
use super::store::Row;
use crate::archive::entity::Model as File;
use crate::archive::kinds::Level;
use crate::contacts;
use crate::hanging;
use crate::names::{Names, Ref};
use crate::{ContactId, InteractionId};
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use sea_orm::ConnectionTrait;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::HashMap;

/// What the rows of a page name: two look-ups, whatever their number.
pub struct Named {
    people: Names,
    contacts: HashMap<ContactId, String>,
}

impl Named {
    pub async fn of(db: &impl ConnectionTrait, rows: &[Row]) -> ApiResult<Self> {
        let mut people: Vec<_> = rows.iter().map(|row| Some(PersonId(row.actor_id))).collect();
        for row in of_kind(rows, "COMMENT") {
            people.extend(mentions(row)?.into_iter().map(Some));
        }
        let with = of_kind(rows, "INTERACTION").filter_map(|row| row.reference).map(ContactId);
        Ok(Self {
            people: hanging::people(db, people).await?,
            contacts: contacts::store::names(db, with).await?,
        })
    }
}

fn of_kind<'a>(rows: &'a [Row], kind: &'a str) -> impl Iterator<Item = &'a Row> {
    rows.iter().filter(move |row| row.kind == kind)
}

fn mentions(row: &Row) -> ApiResult<Vec<PersonId>> {
    Ok(serde_json::from_str(row.more.as_deref().unwrap_or("[]"))?)
}

/// A stored choice as its type.
fn choice<T: DeserializeOwned>(row: &Row) -> ApiResult<T> {
    Ok(serde_json::from_value(Value::String(row.what.clone().unwrap_or_default()))?)
}

pub fn item(file: &File, in_full: bool, row: Row, named: &Named) -> ApiResult<TimelineItem> {
    let kind: TimelineKind = serde_json::from_value(Value::String(row.kind.clone()))?;
    let mut actor = named.people.person(PersonId(row.actor_id));
    if let Some(name) = &row.actor_name {
        // The trail keeps the name that somebody had then; the service itself has no other.
        actor.name.clone_from(name);
    }
    let mut item = TimelineItem {
        id: row.id,
        kind,
        occurred_at: row.at,
        actor,
        level: Level::of_rank(row.level).filter(|level| *level > file.level),
        change: None,
        interaction: None,
        comment: None,
        attachment: None,
    };
    match kind {
        TimelineKind::Change => item.change = Some(change(file, in_full, row)?),
        TimelineKind::Interaction => item.interaction = Some(talk(row, named)?),
        TimelineKind::Comment => item.comment = Some(said(row, named)?),
        TimelineKind::Attachment => item.attachment = Some(paper(row)?),
    }
    Ok(item)
}

fn change(file: &File, in_full: bool, row: Row) -> ApiResult<Change> {
    let open = serde_json::from_str(&row.body)?;
    let personal = serde_json::from_str(row.more.as_deref().unwrap_or("{}"))?;
    let other = row.reference.filter(|id| *id != file.id.0);
    Ok(Change {
        changes: rules::shown(open, personal, in_full),
        action: row.what.unwrap_or_default(),
        reason: row.note,
        of: other.map(|id| Ref { id, name: row.label.unwrap_or_default() }),
    })
}

fn talk(row: Row, named: &Named) -> ApiResult<Talk> {
    let contact = |id: uuid::Uuid| Ref {
        id,
        name: named.contacts.get(&ContactId(id)).cloned().unwrap_or_default(),
    };
    Ok(Talk {
        channel: choice(&row)?,
        with_contact: row.reference.map(contact),
        summary: row.body,
        needs: row.more,
        next_step: row.note,
        next_on: row.next_on,
        corrects_id: row.corrects_id.map(InteractionId),
        corrected: row.removed_at.is_some(),
    })
}

fn said(row: Row, named: &Named) -> ApiResult<Said> {
    let mentioned = mentions(&row)?;
    Ok(Said {
        edited: row.removed_at.is_none() && row.number.is_some_and(|version| version > 1),
        mentions: mentioned.into_iter().map(|id| named.people.person(id)).collect(),
        body: Some(row.body).filter(|_| row.removed_at.is_none()),
    })
}

fn paper(row: Row) -> ApiResult<Paper> {
    Ok(Paper {
        kind: choice(&row)?,
        file_name: row.body,
        media_type: row.more.unwrap_or_default(),
        size: row.number.unwrap_or_default(),
        note: row.note,
        withdrawn: row.removed_at.is_some(),
    })
}
