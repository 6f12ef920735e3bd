//! What the trail, the events and the people concerned hear of a submission.
use super::KIND;
use super::entity::Model;
use super::rules;
use crate::MaintainClients;
use crate::notices;
use kernel::access::{Permission, Place};
use kernel::audit::{Record, Resource};
use kernel::error::ApiResult;
use kernel::notify::{self, Notice, NoticeKind};
use kernel::work::Work;

fn resource(row: &Model) -> Resource {
    Resource::new(KIND, row.id.0, &row.client_name)
}

/// An act on a submission. The trail holds no contents of it: those stand in the submission and,
/// once accepted, in the file's own entries.
#[must_use]
pub fn record(action: &'static str, row: &Model) -> Record {
    Record::new(action, resource(row))
        .at(rules::place(row))
        .tell(<crate::ReadClients as Permission>::NAME)
        .data("state", row.state)
        .data("client_id", row.client_id)
}

/// Those who could key it in (A-CLI-16), as far as their right extends to it.
pub async fn keepers(work: &Work<'_>, row: &Model, at: &Place) -> ApiResult<()> {
    let right = MaintainClients::NAME;
    let holders = identity::people::holders_of(work.db(), [right], work.at()).await?;
    let may = identity::people::who_may(work.db(), &holders, right, at, work.at()).await?;
    let people: Vec<_> = may.into_iter().filter(|id| *id != row.submitted_by).collect();
    notify::send(work, &people, &Notice::new(notices::CLIENT_SUBMISSION_SUBMITTED, resource(row)))
        .await
}

/// Whoever handed it in.
pub async fn submitter(work: &Work<'_>, row: &Model, kind: &'static NoticeKind) -> ApiResult<()> {
    notify::send(work, &[row.submitted_by], &Notice::new(kind, resource(row))).await
}
