//! What may be done to a job, and by whom.
use crate::{JOB_FINISHED, JOB_NOT_UNDOABLE, JOB_OF_ANOTHER, JOB_UNDONE, JOB_UNFINISHED};
use kernel::access::Actor;
use kernel::code::{Code, Coded};
use kernel::jobs::{State, entity::Model};

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the job is somebody else's")]
    OfAnother,
    #[error("the job has ended")]
    Finished,
    #[error("the job has not ended")]
    Unfinished,
    #[error("jobs of this kind cannot be undone")]
    NotUndoable,
    #[error("the job has been undone")]
    Undone,
}

impl Coded for Refused {
    fn code(&self) -> Code {
        match self {
            Self::OfAnother => JOB_OF_ANOTHER,
            Self::Finished => JOB_FINISHED,
            Self::Unfinished => JOB_UNFINISHED,
            Self::NotUndoable => JOB_NOT_UNDOABLE,
            Self::Undone => JOB_UNDONE,
        }
    }
}

/// A job with the state of the job that undoes it, if there is one.
#[derive(Clone, Debug)]
pub struct Known {
    pub job: Model,
    pub undo: Option<Model>,
}

#[must_use]
pub fn is_finished(job: &Model) -> bool {
    let ended = [State::Done, State::Failed, State::Cancelled].map(State::as_str);
    ended.contains(&job.state.as_str())
}

/// A job acts with its owner's rights, so only they decide over it.
fn owned(actor: &Actor, job: &Model) -> Result<(), Refused> {
    if job.owner_id == actor.id.0 { Ok(()) } else { Err(Refused::OfAnother) }
}

/// What a job is about, is for its owner; and not while the rights that it is about rest.
#[must_use]
pub fn reads_content(actor: &Actor, job: &Model) -> bool {
    job.owner_id == actor.id.0 && actor.opens(&job.kind).is_ok()
}

pub fn cancel(actor: &Actor, job: &Model) -> Result<(), Refused> {
    owned(actor, job)?;
    if is_finished(job) { Err(Refused::Finished) } else { Ok(()) }
}

/// What a job did can be taken back once it has ended, however it ended: one that failed or was
/// stopped may have done half. An undoing that did not succeed may be tried again.
pub fn undo(actor: &Actor, known: &Known, undoable: &[&str]) -> Result<(), Refused> {
    owned(actor, &known.job)?;
    if !undoable.contains(&known.job.kind.as_str()) {
        return Err(Refused::NotUndoable);
    }
    if !is_finished(&known.job) {
        return Err(Refused::Unfinished);
    }
    let again = known.undo.as_ref().is_none_or(|undo| {
        undo.state == State::Failed.as_str() || undo.state == State::Cancelled.as_str()
    });
    if again { Ok(()) } else { Err(Refused::Undone) }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use chrono::DateTime;
    use kernel::access::{Permission, Person};
    use kernel::ids::PersonId;
    use std::sync::Arc;
    use uuid::Uuid;

    pub fn job(state: State) -> Model {
        Model {
            id: Uuid::from_u128(9),
            kind: "client-import".to_owned(),
            state: state.as_str().to_owned(),
            owner_id: Uuid::from_u128(1),
            input: "{}".to_owned(),
            result: Some(r#"{"created":2}"#.to_owned()),
            problem: None,
            progress_done: 2,
            progress_total: 2,
            created_at: DateTime::from_timestamp(0, 0).unwrap(),
            started_at: None,
            finished_at: None,
            lease_until: None,
            attempts: 1,
            version: 3,
        }
    }

    pub fn person(id: u128) -> Actor {
        let mut actor = Actor::system([], "test");
        let person = Person { id: PersonId(Uuid::from_u128(id)), ..(*actor.person).clone() };
        actor.person = Arc::new(person);
        actor
    }

    const IMPORTS: &[&str] = &["client-import"];

    fn known(state: State, undo: Option<State>) -> Known {
        Known { job: job(state), undo: undo.map(job) }
    }

    #[test]
    fn who_sees_everybodys_jobs_hears_of_them() {
        assert_eq!(<crate::ReadAllJobs as Permission>::NAME, kernel::jobs::READ_ALL);
    }

    #[test]
    fn only_the_owner_stops_a_job_and_only_while_it_runs() {
        assert_eq!(cancel(&person(1), &job(State::Queued)), Ok(()));
        assert_eq!(cancel(&person(1), &job(State::Running)), Ok(()));
        assert_eq!(cancel(&person(1), &job(State::Done)), Err(Refused::Finished));
        assert_eq!(cancel(&person(2), &job(State::Running)), Err(Refused::OfAnother));
    }

    #[test]
    fn what_has_ended_can_be_undone_once() {
        let me = person(1);
        assert_eq!(undo(&me, &known(State::Done, None), IMPORTS), Ok(()));
        assert_eq!(undo(&me, &known(State::Cancelled, None), IMPORTS), Ok(()));
        assert_eq!(undo(&me, &known(State::Running, None), IMPORTS), Err(Refused::Unfinished));
        let done = known(State::Done, Some(State::Done));
        assert_eq!(undo(&me, &done, IMPORTS), Err(Refused::Undone));
        let running = known(State::Done, Some(State::Running));
        assert_eq!(undo(&me, &running, IMPORTS), Err(Refused::Undone));
        let failed = known(State::Done, Some(State::Failed));
        assert_eq!(undo(&me, &failed, IMPORTS), Ok(()));
    }

    #[test]
    fn a_kind_without_a_way_back_is_not_undone_nor_somebody_elses_job() {
        let known = known(State::Done, None);
        assert_eq!(undo(&person(1), &known, &[]), Err(Refused::NotUndoable));
        assert_eq!(undo(&person(2), &known, IMPORTS), Err(Refused::OfAnother));
    }
}
