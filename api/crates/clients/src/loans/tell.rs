//! What the trail, the events and the people concerned hear of a loan.
use super::entity::Model;
use super::{KIND, rules};
use crate::notices;
use crate::{ManageLoans, ReadLoans};
use kernel::access::Permission;
use kernel::audit::{Changes, Record, Resource};
use kernel::error::ApiResult;
use kernel::notify::{self, Notice, NoticeKind};
use kernel::work::Work;
use serde_json::json;

#[must_use]
pub fn resource(row: &Model) -> Resource {
    Resource::new(KIND, row.id.0, &row.number)
}

#[must_use]
pub fn record(action: &'static str, row: &Model) -> Record {
    Record::new(action, resource(row))
        .at(rules::place(row))
        .tell(ReadLoans::NAME)
        .concerned_under(ReadLoans::NAME)
        .data("state", row.state)
        .data("kind", row.kind)
}

/// An act with what it changed.
#[must_use]
pub fn changed(action: &'static str, before: &Model, after: &Model) -> Record {
    let said = |row: &Model| {
        json!({
            "kind": row.kind, "wanted": row.wanted, "purpose": row.purpose, "due_on": row.due_on,
            "files": row.files, "note": row.handed_out_note, "settlement": row.settled_note,
            "superior_id": row.superior_id,
        })
    };
    record(action, after).changes(Changes::between(&said(before), &said(after)))
}

/// Those who hand it out.
pub async fn keepers(work: &Work<'_>, row: &Model) -> ApiResult<()> {
    let right = ManageLoans::NAME;
    let holders = identity::people::holders_of(work.db(), [right], work.at()).await?;
    let place = rules::place(row);
    let may = identity::people::who_may(work.db(), &holders, right, &place, work.at()).await?;
    let people: Vec<_> = may.into_iter().filter(|id| *id != row.requested_by).collect();
    notify::send(work, &people, &Notice::new(notices::CLIENT_LOAN_APPROVED, resource(row))).await
}

/// Whoever asked for it.
pub async fn borrower(work: &Work<'_>, row: &Model, kind: &'static NoticeKind) -> ApiResult<()> {
    notify::send(work, &[row.requested_by], &Notice::new(kind, resource(row))).await
}
