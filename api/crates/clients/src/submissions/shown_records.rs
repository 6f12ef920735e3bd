//! The records of a submission as their readers may see them (A-CLI-28).
use super::dto::ProposedRecord;
use super::entity::Model;
use super::kinds::{RecordKind, SubmissionState};
use super::record::{self, RecordProposal};
use super::rules;
use super::standing::{self, Standing, Standings};
use crate::ReadPersonalData;
use crate::archive::entity::Model as File;
use crate::archive::rules as file_rules;
use crate::contacts::mask;
use kernel::access::{Actor, Permission};
use kernel::error::ApiResult;
use sea_orm::ConnectionTrait;
use serde_json::Value;

/// One after the other as they were handed in.
pub async fn of(
    db: &impl ConnectionTrait,
    actor: &Actor,
    submission: &Model,
    file: Option<&File>,
) -> ApiResult<Vec<ProposedRecord>> {
    let proposed = record::of(submission.records.as_deref())?;
    let standing = match file {
        Some(file) => Standings::find(db, file.id, &proposed).await?,
        None => Standings::default(),
    };
    let pending = submission.state == SubmissionState::Pending;
    let place = file.map_or_else(|| rules::place(submission), file_rules::place);
    let in_full = actor.may(<ReadPersonalData as Permission>::NAME, &place);
    let own = submission.submitted_by == actor.id;
    let shown = |proposal: RecordProposal| {
        let current = standing.of(&proposal);
        let guarded = |name: &str| !in_full && personal(proposal.kind, name);
        let moved =
            |it: &Standing| it.removed_at.is_some() || proposal.record_version != Some(it.version);
        let mut shown = ProposedRecord {
            name: name(&proposal, current),
            removed: current.is_some_and(|it| it.removed_at.is_some()),
            conflict: pending && proposal.record_id.is_some() && current.is_none_or(moved),
            current_version: current.map(|it| it.version),
            changes: match current.filter(|_| pending) {
                Some(current) => standing::difference(&proposal, current, guarded),
                None => vec![],
            },
            proposal,
        };
        if !in_full {
            shown.mask(own);
        }
        shown
    };
    Ok(proposed.into_iter().map(shown).collect())
}

/// What people call it; no name is hidden from whoever sees the file.
fn name(proposal: &RecordProposal, current: Option<&Standing>) -> Option<String> {
    let field = match proposal.kind {
        RecordKind::Contact | RecordKind::Qualification => "name",
        RecordKind::Purchase => "product",
    };
    let stands = current.and_then(|it| it.contents.get(field));
    stands.or_else(|| proposal.payload.get(field)).and_then(Value::as_str).map(str::to_owned)
}

fn personal(kind: RecordKind, field: &str) -> bool {
    kind == RecordKind::Contact && mask::PERSONAL.contains(&field)
}

impl ProposedRecord {
    /// A-CLI-28: the words of whoever handed them in stay theirs, what stands in the file does not.
    fn mask(&mut self, own: bool) {
        let kind = self.proposal.kind;
        for change in self.changes.iter_mut().filter(|it| personal(kind, &it.field)) {
            hide(&change.field, &mut change.current);
            if !own {
                hide(&change.field, &mut change.proposed);
            }
        }
        if !own {
            let fields = self.proposal.payload.iter_mut();
            fields.filter(|(name, _)| personal(kind, name)).for_each(|(name, it)| hide(name, it));
        }
    }
}

fn hide(field: &str, value: &mut Value) {
    if let Value::String(text) = value {
        *text = mask::masked(field, text);
    }
}
