//! What the trail and the events say of an act on a job.
use super::entity;
use crate::access::Place;
use crate::audit::{Record, Resource};
use crate::ids::PersonId;

/// The permission to see everybody's jobs.
pub const READ_ALL: &str = "job.read-all";

/// Stands with the job's owner, who hears of it, as do those who see everybody's.
#[must_use]
pub fn act(action: &'static str, job: &entity::Model, label: impl Into<String>) -> Record {
    let owner = PersonId(job.owner_id);
    Record::new(action, Resource::new("job", job.id, label))
        .at(Place { owner_id: Some(owner), ..Place::default() })
        .tell(READ_ALL)
        .tell_person(owner)
}
