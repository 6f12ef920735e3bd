//! Who may ask for an exception from an obligation and who grants it: pure functions.
use super::entity::Model;
use super::kinds::ExceptionState;
use super::refusal::Refusal;
use crate::obligations::ObligationState;
use crate::obligations::entity::Model as Obligation;
use chrono::{Months, NaiveDate};
use kernel::ids::PersonId;

type Verdict = Result<(), Refusal>;

/// Nobody is let off for longer at once.
const LONGEST: Months = Months::new(12);

/// Whoever has to do it asks, while it is open.
pub fn request(row: &Obligation, theirs: bool, asked: bool) -> Verdict {
    if row.state != ObligationState::Open {
        return Err(Refusal::ObligationSettled { state: row.state });
    }
    if !theirs {
        return Err(Refusal::NotTheirs);
    }
    if asked { Err(Refusal::Asked) } else { Ok(()) }
}

/// It has an end, within a year.
pub fn until(until: NaiveDate, today: NaiveDate, due_on: NaiveDate) -> Verdict {
    let latest = today.checked_add_months(LONGEST).unwrap_or(NaiveDate::MAX);
    // Before it is due anyway, it would ask for it sooner.
    let within = until > today && until >= due_on && until <= latest;
    if within { Ok(()) } else { Err(Refusal::TermOutOfRange { today, latest }) }
}

/// What is asked of whoever decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decider {
    /// `exception.decide` extends over it.
    pub may: bool,
    /// They would have to do it themselves.
    pub theirs: bool,
    /// Their right is lent to them by whoever asked or has to do it.
    pub lent_by_them: bool,
}

/// Nobody grants what they asked for or would have to do, nor by a right lent by one who did.
pub fn decide(row: &Model, actor: PersonId, decider: Decider) -> Verdict {
    if row.state != ExceptionState::Requested {
        return Err(Refusal::Settled { state: row.state });
    }
    if row.requested_by == actor {
        return Err(Refusal::OwnRequest);
    }
    if row.person_id == Some(actor) || decider.theirs || decider.lent_by_them {
        return Err(Refusal::OwnDuty);
    }
    if decider.may { Ok(()) } else { Err(Refusal::NotPermitted) }
}

pub fn withdraw(row: &Model, actor: PersonId) -> Verdict {
    if row.state != ExceptionState::Requested {
        return Err(Refusal::Settled { state: row.state });
    }
    if row.requested_by == actor { Ok(()) } else { Err(Refusal::NotTheirs) }
}
