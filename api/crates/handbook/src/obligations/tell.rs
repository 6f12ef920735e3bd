//! What the trail and the events say of an obligation.
use super::KIND;
use super::entity::Model;
use crate::ReadObligations;
use kernel::access::{Permission, Place};
use kernel::audit::{Record, Resource};

/// Where it stands: with whom it is due.
#[must_use]
pub const fn place(row: &Model) -> Place {
    Place {
        owner_id: row.person_id,
        department_id: row.department_id,
        site_id: row.site_id,
        level: row.level,
    }
}

/// Its kind stands for its name: whom it is about is for the record to say.
#[must_use]
pub fn resource(row: &Model) -> Resource {
    Resource::new(KIND, row.id.0, &row.kind)
}

#[must_use]
pub fn record(action: &'static str, row: &Model) -> Record {
    let record = Record::new(action, resource(row))
        .at(place(row))
        .tell(ReadObligations::NAME)
        .concerned_under(ReadObligations::NAME)
        .data("kind", &row.kind)
        .data("state", row.state)
        .data("due_on", row.due_on);
    match row.person_id {
        Some(person) => record.tell_person(person),
        None => record,
    }
}
