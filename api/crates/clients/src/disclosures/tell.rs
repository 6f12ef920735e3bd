//! What the trail, the events and the people concerned hear of a disclosure: its number and what was
//! decided, never what a file is called or who consented.
use super::entity::Model;
use super::{KIND, rules};
use crate::notices;
use crate::{ProvideDisclosures, ReadDisclosures};
use kernel::access::Permission;
use kernel::audit::{Record, Resource};
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::notify::{self, Notice, NoticeKind};
use kernel::work::Work;

#[must_use]
pub fn resource(row: &Model) -> Resource {
    Resource::new(KIND, row.id.0, &row.number)
}

#[must_use]
pub fn record(action: &'static str, row: &Model) -> Record {
    Record::new(action, resource(row))
        .at(rules::place(row))
        .tell(ReadDisclosures::NAME)
        .concerned_under(ReadDisclosures::NAME)
        .data("state", row.state)
        .data("recipient_kind", row.recipient_kind)
}

/// Those who provide it.
pub async fn keepers(work: &Work<'_>, row: &Model) -> ApiResult<()> {
    let right = ProvideDisclosures::NAME;
    let holders = identity::people::holders_of(work.db(), [right], work.at()).await?;
    let place = rules::place(row);
    let may = identity::people::who_may(work.db(), &holders, right, &place, work.at()).await?;
    let people: Vec<_> = may.into_iter().filter(|id| *id != row.requested_by).collect();
    notify::send(work, &people, &Notice::new(notices::CLIENT_DISCLOSURE_APPROVED, resource(row)))
        .await
}

/// Whoever asked for it and whoever provided it, where somebody else acted.
pub async fn concerned(work: &Work<'_>, row: &Model, kind: &'static NoticeKind) -> ApiResult<()> {
    let mut people: Vec<PersonId> = [Some(row.requested_by), row.provided_by]
        .into_iter()
        .flatten()
        .filter(|id| *id != work.actor().id)
        .collect();
    people.dedup();
    notify::send(work, &people, &Notice::new(kind, resource(row))).await
}
