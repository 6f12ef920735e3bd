//! What the trail, the events and the people concerned hear of a destruction: its number and the file's,
//! never what the file is called.
use super::entity::Model;
use super::{KIND, rules};
use crate::notices;
use crate::{CarryOutDestructions, ReadDestructions};
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
        .tell(ReadDestructions::NAME)
        .data("state", row.state)
        .data("client_id", row.client_id)
}

/// An act with what it changed.
#[must_use]
pub fn changed(action: &'static str, before: &Model, after: &Model) -> Record {
    let said = |row: &Model| json!({"ground": row.ground, "reason": row.reason});
    record(action, after).changes(Changes::between(&said(before), &said(after)))
}

/// Those who carry it out.
pub async fn carriers(work: &Work<'_>, row: &Model) -> ApiResult<()> {
    let right = CarryOutDestructions::NAME;
    let holders = identity::people::holders_of(work.db(), [right], work.at()).await?;
    let place = rules::place(row);
    let may = identity::people::who_may(work.db(), &holders, right, &place, work.at()).await?;
    let people: Vec<_> = may.into_iter().filter(|id| *id != row.requested_by).collect();
    let notice = Notice::new(notices::CLIENT_DESTRUCTION_APPROVED, resource(row));
    notify::send(work, &people, &notice).await
}

/// Whoever proposed it, where somebody else acted.
pub async fn proposer(work: &Work<'_>, row: &Model, kind: &'static NoticeKind) -> ApiResult<()> {
    if row.requested_by == work.actor().id {
        return Ok(());
    }
    notify::send(work, &[row.requested_by], &Notice::new(kind, resource(row))).await
}
