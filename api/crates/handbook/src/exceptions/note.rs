//! A departure that an act itself decides is entered in the register by that act.
use super::entity::Model;
use super::kinds::{ExceptionKind, ExceptionState};
use super::{store, tell};
use kernel::access::Place;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::work::Work;
use uuid::Uuid;

/// What was departed from, why, and on whose word.
#[derive(Clone, Debug)]
pub struct Departure {
    pub kind: ExceptionKind,
    pub clauses: &'static [&'static str],
    pub subject: (&'static str, Uuid),
    /// Where the record stands; `owner_id` is whose business it is.
    pub place: Place,
    pub reason: String,
    pub approved_by: PersonId,
}

/// Enter it, in the transaction of the act. It was for that act alone and has no end of its own.
pub async fn note(work: &mut Work<'_>, departure: Departure) -> ApiResult<()> {
    let Place { owner_id, department_id, site_id, level } = departure.place;
    let row = Model {
        id: work.fresh(),
        kind: departure.kind,
        clauses: serde_json::to_string(departure.clauses)?,
        subject_kind: departure.subject.0.to_owned(),
        subject_id: departure.subject.1,
        obligation_id: None,
        about: None,
        person_id: owner_id,
        department_id,
        site_id,
        level,
        reason: departure.reason,
        state: ExceptionState::Approved,
        requested_by: work.actor().id,
        requested_at: work.at(),
        decided_by: Some(departure.approved_by),
        decided_at: Some(work.at()),
        decision_note: None,
        expires_on: None,
        version: 1,
    };
    work.record(tell::record("exception.noted", &row));
    Ok(store::insert(work.db(), row).await?)
}
