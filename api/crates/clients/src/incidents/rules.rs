//! Breach, loss and leak (A-BOR-05): pure functions.
use super::dto::{ConcludeIncident, PartyConclusion, PartyInput};
use super::entity::Model;
use super::kinds::{IncidentState, Measure};
use super::party_entity::Model as Party;
use super::refusal::Refusal;
use crate::{HandleIncidents, ReadIncidents};
use chrono::NaiveDate;
use kernel::access::{Actor, Permission, Place};
use kernel::code::{Code, field};
use kernel::error::{ApiError, ApiResult};
use kernel::ids::PersonId;
use kernel::money::Money;
use kernel::text::trimmed;
use std::collections::BTreeSet;

/// Where an incident stands: with whoever reported it, in the department of the first party.
#[must_use]
pub fn place(row: &Model) -> Place {
    Place {
        owner_id: Some(row.reported_by),
        department_id: row.department_id,
        site_id: row.site_id,
        level: row.level,
    }
}

/// Who reads what the parties stated and what followed for them: whoever keeps or audits incidents there.
/// To have reported it is not enough.
#[must_use]
pub fn reads_all(actor: &Actor, row: &Model) -> bool {
    let anybodys = Place { owner_id: None, ..place(row) };
    [ReadIncidents::NAME, HandleIncidents::NAME].iter().any(|right| actor.may(right, &anybodys))
}

/// The parties and their superiors.
#[must_use]
pub fn named(parties: &[Party]) -> BTreeSet<PersonId> {
    parties.iter().flat_map(|party| [party.person_id, party.superior_id]).collect()
}

/// Whom an incident names, and whether one of them lent the caller the right to handle it.
#[derive(Clone, Debug, Default)]
pub struct Concerned {
    pub people: BTreeSet<PersonId>,
    pub lent: bool,
}

/// Whoever handles incidents, and is named in none of it. Whoever reported it and is not named handles it
/// like any other handler.
fn handle(actor: &Actor, row: &Model, concerned: &Concerned) -> Result<(), Refusal> {
    if !actor.may(HandleIncidents::NAME, &place(row)) {
        return Err(Refusal::NotPermitted);
    }
    if concerned.people.contains(&actor.id) {
        return Err(Refusal::Named);
    }
    if concerned.lent { Err(Refusal::LentByNamed) } else { Ok(()) }
}

fn open(row: &Model) -> Result<(), Refusal> {
    match row.state {
        IncidentState::Open | IncidentState::TakenUp => Ok(()),
        IncidentState::Concluded => Err(Refusal::State { state: row.state }),
    }
}

/// Facts, parties and files, until it is concluded.
pub fn amend(actor: &Actor, row: &Model, concerned: &Concerned) -> Result<(), Refusal> {
    handle(actor, row, concerned)?;
    open(row)
}

pub fn conclude(actor: &Actor, row: &Model, concerned: &Concerned) -> Result<(), Refusal> {
    amend(actor, row, concerned)
}

/// A conclusion is final, unless somebody who handles incidents takes it up again.
pub fn take_up(actor: &Actor, row: &Model, concerned: &Concerned) -> Result<(), Refusal> {
    handle(actor, row, concerned)?;
    match row.state {
        IncidentState::Concluded => Ok(()),
        state => Err(Refusal::State { state }),
    }
}

/// Everybody named is heard while it is open.
pub fn state(actor: &Actor, row: &Model, concerned: &Concerned) -> Result<(), Refusal> {
    if !concerned.people.contains(&actor.id) {
        return Err(Refusal::NotNamed);
    }
    open(row)
}

/// It has happened.
pub fn occurred(on: NaiveDate, today: NaiveDate) -> ApiResult<()> {
    if on > today { Err(ApiError::field("/occurred_on", field::RANGE)) } else { Ok(()) }
}

/// The direct superior bears the responsibility of leadership: the one who is named, else the one whom
/// the company knows; never the party themselves.
#[must_use]
pub fn responsible(
    party: PersonId,
    known: Option<PersonId>,
    named: Option<PersonId>,
) -> Option<PersonId> {
    named.or(known).filter(|superior| *superior != party)
}

/// Where somebody is a party a second time.
#[must_use]
pub fn repeated(parties: &[PartyInput]) -> Option<usize> {
    let mut seen = BTreeSet::new();
    parties.iter().position(|party| !seen.insert(party.person_id))
}

/// What follows for each party and each superior: all of them, and each once.
pub fn conclusion(parties: &[Party], input: &ConcludeIncident) -> ApiResult<()> {
    let mut settled = BTreeSet::new();
    for (at, one) in input.parties.iter().enumerate() {
        if !parties.iter().any(|party| party.person_id == one.person_id) {
            return Err(wrong(at, "person_id", field::UNKNOWN_REFERENCE));
        }
        if !settled.insert(one.person_id) {
            return Err(wrong(at, "person_id", field::DUPLICATE));
        }
        followed(at, one)?;
    }
    if settled.len() < parties.len() {
        return Err(ApiError::field("/parties", field::REQUIRED));
    }
    Ok(())
}

fn wrong(at: usize, name: &str, code: Code) -> ApiError {
    ApiError::field(&format!("/parties/{at}/{name}"), code)
}

/// A fine has an amount, nothing else has; that nothing follows takes a reason.
fn followed(at: usize, one: &PartyConclusion) -> ApiResult<()> {
    fined(one.measure, one.fine).map_err(|code| wrong(at, "fine", code))?;
    fined(one.leadership, one.leadership_fine)
        .map_err(|code| wrong(at, "leadership_fine", code))?;
    if one.measure == Measure::None && trimmed(one.measure_note.as_deref()).is_none() {
        return Err(wrong(at, "measure_note", field::REQUIRED));
    }
    Ok(())
}

fn fined(measure: Measure, fine: Option<Money>) -> Result<(), Code> {
    match (measure, fine) {
        (Measure::Fine, None) => Err(field::REQUIRED),
        (Measure::Fine, Some(fine)) if fine.amount.0 > 0 => Ok(()),
        (_, None) => Ok(()),
        (_, Some(_)) => Err(field::RANGE),
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
