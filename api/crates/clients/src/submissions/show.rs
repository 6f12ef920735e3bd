//! Submissions as their readers may see them.
use super::dto::{Submission, SubmissionClient, SubmissionRow};
use super::entity::Model;
use super::kinds::SubmissionState;
use super::proposal::{self, FieldChange};
use super::{rules, shown_records, store};
use crate::archive::entity::Model as File;
use crate::archive::kinds::ClientKind;
use crate::archive::{contents, privacy, rules as file_rules};
use crate::names::{Names, Wanted};
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::http::shown::{AllowedAction, allowed};
use sea_orm::ConnectionTrait;
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// A page of lines: two look-ups, however many rows.
pub async fn rows(db: &impl ConnectionTrait, rows: &[Model]) -> ApiResult<(Files, Names)> {
    let mut wanted = Wanted::default();
    for row in rows {
        wanted.person(row.submitted_by);
        wanted.person(row.decided_by);
    }
    let files = store::files(db, rows.iter().filter_map(|row| row.client_id)).await?;
    Ok((files, wanted.find(db).await?))
}

pub type Files = HashMap<crate::ClientId, store::Named>;

pub fn row(row: Model, files: &Files, names: &Names) -> SubmissionRow {
    let file = row.client_id.and_then(|id| files.get(&id)).cloned();
    let pending = row.state == SubmissionState::Pending;
    // Where only records are proposed, each is compared by itself.
    let stale = row.payload != "{}"
        && file.as_ref().is_some_and(|file| row.client_version != Some(file.version));
    SubmissionRow {
        client: file.map(|it| SubmissionClient {
            id: it.id,
            number: it.number,
            name: it.name,
            version: it.version,
        }),
        conflict: pending && stale,
        client_version: row.client_version,
        id: row.id,
        client_name: row.client_name,
        state: row.state,
        note: row.note,
        submitted_at: row.submitted_at,
        submitted_by: names.person(row.submitted_by),
        decided_at: row.decided_at,
        decided_by: row.decided_by.map(|id| names.person(id)),
        decision_reason: row.decision_reason,
        version: row.version,
    }
}

/// One submission with what it proposes.
pub async fn whole(
    db: &impl ConnectionTrait,
    actor: &Actor,
    submission: Model,
) -> ApiResult<Submission> {
    let file = store::file(db, &submission).await?;
    let (files, names) = rows(db, std::slice::from_ref(&submission)).await?;
    let mut payload: Map<String, Value> = serde_json::from_str(&submission.payload)?;
    let allowed_actions = actions(actor, &submission, file.as_ref(), &payload);
    let mut changes = match &file {
        Some(file) if submission.state == SubmissionState::Pending => difference(file, &payload)?,
        _ => vec![],
    };
    let records = shown_records::of(db, actor, &submission, file.as_ref()).await?;
    if hidden(actor, &submission, file.as_ref(), &payload) {
        payload.iter_mut().for_each(|(field, value)| proposal::hide(field, value));
        for change in &mut changes {
            proposal::hide(&change.field, &mut change.current);
            proposal::hide(&change.field, &mut change.proposed);
        }
    }
    let row = row(submission, &files, &names);
    Ok(Submission { row, payload, changes, records, allowed_actions })
}

/// A file that has changed meanwhile may no longer go together with the proposal; then there is no
/// comparison to show, and accepting says why.
fn difference(file: &File, payload: &Map<String, Value>) -> ApiResult<Vec<FieldChange>> {
    let current = contents::read(file)?;
    let after = proposal::changed(&current, payload);
    Ok(after.map(|after| proposal::difference(&current, &after)).unwrap_or_default())
}

fn actions(
    actor: &Actor,
    submission: &Model,
    file: Option<&File>,
    payload: &Map<String, Value>,
) -> Vec<AllowedAction> {
    let group_buy = payload.get("group_buy") == Some(&Value::Bool(true));
    let lang = actor.request.lang;
    let settle = || rules::settle(actor, submission, file, group_buy);
    vec![
        allowed("accept", settle(), lang),
        allowed("return", settle(), lang),
        allowed("withdraw", rules::withdraw(actor, submission), lang),
    ]
}

/// A-CLI-28: personal data of private persons, but for whoever wrote them down here. The present
/// values of the file are no exception: they are hidden from the submitter as on the file.
fn hidden(
    actor: &Actor,
    submission: &Model,
    file: Option<&File>,
    payload: &Map<String, Value>,
) -> bool {
    match file {
        Some(file) => privacy::hidden(actor, file.kind, &file_rules::place(file)),
        None => {
            let individual = payload.get("kind") == Some(&json!(ClientKind::Individual));
            let kind = if individual { ClientKind::Individual } else { ClientKind::Institution };
            submission.submitted_by != actor.id
                && privacy::hidden(actor, kind, &rules::place(submission))
        }
    }
}
