//! What the trail and the events say of an exception.
use super::KIND;
use super::entity::Model;
use crate::ReadExceptions;
use kernel::access::{Permission, Place};
use kernel::audit::{Record, Resource};

#[must_use]
pub const fn place(row: &Model) -> Place {
    Place {
        owner_id: row.person_id,
        department_id: row.department_id,
        site_id: row.site_id,
        level: row.level,
    }
}

#[must_use]
pub fn resource(row: &Model) -> Resource {
    Resource::new(KIND, row.id.0, row.about.clone().unwrap_or_else(|| row.kind.code()))
}

#[must_use]
pub fn record(action: &'static str, row: &Model) -> Record {
    Record::new(action, resource(row))
        .at(place(row))
        .tell(ReadExceptions::NAME)
        .tell_person(row.requested_by)
        .data("kind", row.kind)
        .data("state", row.state)
}
