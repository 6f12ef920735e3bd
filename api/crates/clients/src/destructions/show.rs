//! Destructions as their readers may see them.
use super::dto::{DestroyedCount, DestroyedFile, Destruction, DestructionRow};
use super::entity::Model;
use super::{KIND, rules, store};
use crate::names::{Names, Wanted};
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::http::shown::{AllowedAction, allowed};
use sea_orm::ConnectionTrait;
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// What a page of lines names: two look-ups, however many rows.
pub struct Called {
    names: Names,
    files: HashMap<Uuid, String>,
}

pub async fn called(db: &impl ConnectionTrait, actor: &Actor, rows: &[Model]) -> ApiResult<Called> {
    let mut wanted = Wanted::default();
    for row in rows {
        wanted.person(row.requested_by);
        wanted.person(row.settled_by);
        wanted.department(row.department_id);
    }
    let names = wanted.find(db).await?;
    let files = store::names(db, actor, rows.iter().map(|row| row.client_id)).await?;
    Ok(Called { names, files })
}

#[must_use]
pub fn row(row: &Model, called: &Called) -> DestructionRow {
    DestructionRow {
        id: row.id,
        number: row.number.clone(),
        client: DestroyedFile { id: row.client_id, number: row.client_number.clone() },
        client_name: called.files.get(&row.client_id.0).cloned(),
        ground: row.ground,
        state: row.state,
        requested_by: called.names.person(row.requested_by),
        requested_at: row.requested_at,
        department: row.department_id.map(|id| called.names.department(id)),
        level: row.level,
        settled_at: row.settled_at,
        version: row.version,
    }
}

/// What has ended has nothing to be done about it, which goes without saying.
fn actions(actor: &Actor, row: &Model) -> Vec<AllowedAction> {
    if rules::has_ended(row) {
        return vec![];
    }
    let lang = actor.request.lang;
    vec![
        allowed("change", rules::change(actor, row), lang),
        allowed("submit", rules::submit(actor, row), lang),
        allowed("abandon", rules::abandon(actor, row), lang),
        allowed("carry-out", rules::carry_out(actor, row), lang),
    ]
}

/// One destruction, as its certificate has it.
pub async fn whole(
    db: &impl ConnectionTrait,
    actor: &Actor,
    model: Model,
) -> ApiResult<Destruction> {
    let called = called(db, actor, std::slice::from_ref(&model)).await?;
    let approval_id = approvals::latest(db, KIND, model.id.0).await?;
    let allowed_actions = actions(actor, &model);
    let counts: BTreeMap<String, u64> = serde_json::from_str(&model.counts)?;
    Ok(Destruction {
        row: row(&model, &called),
        reason: model.reason,
        idle_since: model.idle_since,
        files: serde_json::from_str(&model.files)?,
        counts: counts.into_iter().map(|(kind, count)| DestroyedCount { kind, count }).collect(),
        content_sha256: model.content_sha256,
        settled_by: model.settled_by.map(|id| called.names.person(id)),
        settled_note: model.settled_note,
        severed_entries: model.severed_entries,
        cleared_at: model.cleared_at,
        approval_id,
        allowed_actions,
    })
}
