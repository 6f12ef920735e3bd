//! What the trail and the events hear of a plan.
use super::entity::Model;
use crate::ReadOversight;
use kernel::access::Permission;
use kernel::audit::{Record, Resource};

#[must_use]
pub fn record(action: &'static str, row: &Model) -> Record {
    Record::new(action, Resource::new("client-collection-plan", row.id.0, &row.period))
        .tell(<ReadOversight as Permission>::NAME)
        .data("state", row.state)
        .data("period", &row.period)
}
