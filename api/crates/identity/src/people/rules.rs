//! What may be done to a person's file and account.
use super::entity;
use super::kinds::PersonStatus;
use crate::codes;
use crate::permissions::is_over_rights;
use chrono::{DateTime, Duration, Utc};
use kernel::access::Actor;
use kernel::code::{self, Code, Coded, Params};
use kernel::ids::PersonId;
use std::collections::{BTreeSet, HashMap};
use std::iter::successors;

/// A password that somebody else knows signs in for no longer than this.
pub const TEMPORARY: Duration = Duration::hours(72);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("{0} is needed")]
    NotAllowed(&'static str),
    #[error("nobody does this to themselves")]
    Own,
    #[error("the person is disabled")]
    Disabled,
    #[error("the person is active")]
    Active,
    #[error("the person holds {0}, which the caller does not")]
    Above(String),
    #[error("the person holds {0}, which the caller does not, and has signed in before")]
    Beyond(String),
    #[error("nobody becomes somebody's superior by their own hand")]
    OwnLine,
    #[error("the last administrator")]
    LastAdministrator,
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::NotAllowed(_) => code::PERMISSION_MISSING,
            Self::Own => codes::OWN_FILE,
            Self::Disabled => codes::PERSON_DISABLED,
            Self::Active => codes::PERSON_ACTIVE,
            Self::Above(_) => codes::TARGET_ABOVE,
            Self::Beyond(_) => codes::TARGET_BEYOND,
            Self::OwnLine => codes::OWN_LINE,
            Self::LastAdministrator => codes::LAST_ADMINISTRATOR,
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::NotAllowed(name) => vec![("permission", (*name).to_owned())],
            Self::Above(permission) | Self::Beyond(permission) => {
                vec![("permission", permission.clone())]
            }
            Self::Own | Self::OwnLine | Self::Disabled | Self::Active | Self::LastAdministrator => {
                vec![]
            }
        }
    }
    fn escalation(&self) -> Option<&'static str> {
        match self {
            Self::NotAllowed(name) => Some(name),
            Self::Own | Self::OwnLine => Some("person.manage"),
            Self::Above(_) => Some("role.grant-any"),
            Self::Beyond(_) | Self::Disabled | Self::Active | Self::LastAdministrator => None,
        }
    }
}

/// The right itself, for the person's place.
pub fn manage(actor: &Actor, row: &entity::Model, needed: &'static str) -> Result<(), Refusal> {
    if actor.may(needed, &super::store::place(row)) {
        Ok(())
    } else {
        Err(Refusal::NotAllowed(needed))
    }
}

/// Department and site decide how far rights reach: nobody moves themselves.
pub fn move_self(actor: &Actor, row: &entity::Model, after: &entity::Model) -> Result<(), Refusal> {
    let stands = |row: &entity::Model| (row.department_id, row.site_id, row.superior_id);
    let moved = stands(row) != stands(after);
    if moved && actor.id == row.id { Err(Refusal::Own) } else { Ok(()) }
}

/// Who can set somebody's password can act as them: for an account with power over people and
/// rights that takes the same power.
pub fn take_over(actor: &Actor, held: &BTreeSet<String>) -> Result<(), Refusal> {
    if actor.holds("role.grant-any") {
        return Ok(());
    }
    let above = held.iter().find(|code| is_over_rights(code) && !actor.holds(code));
    above.map_or(Ok(()), |code| Err(Refusal::Above(code.clone())))
}

pub fn disable(actor: &Actor, row: &entity::Model) -> Result<(), Refusal> {
    not_self(actor, row)?;
    active(row)
}

pub fn enable(actor: &Actor, row: &entity::Model) -> Result<(), Refusal> {
    not_self(actor, row)?;
    if row.status == PersonStatus::Active { Err(Refusal::Active) } else { Ok(()) }
}

/// One's own password is changed by knowing the old one. Whoever makes a new one for somebody can act
/// as them: for a newcomer that is whoever keeps people's files, for somebody at work their superiors,
/// who answer for what they do anyway (`leads`), or who holds all that they hold.
pub fn reset_password(
    actor: &Actor,
    row: &entity::Model,
    held: &BTreeSet<String>,
    leads: bool,
) -> Result<(), Refusal> {
    not_self(actor, row)?;
    active(row)?;
    if !leads {
        manage(actor, row, "person.manage")?;
    }
    take_over(actor, held)?;
    let at_work = row.password_hash.is_some() && !row.must_change_password;
    if leads || !at_work {
        return Ok(());
    }
    let beyond = held.iter().find(|code| !actor.holds(code));
    beyond.map_or(Ok(()), |code| Err(Refusal::Beyond(code.clone())))
}

/// Whether somebody stands above a person, directly or through others.
#[must_use]
pub fn leads(superiors: &HashMap<PersonId, PersonId>, by: PersonId, person: PersonId) -> bool {
    // No line is longer than there are superiors; one that were would go round.
    let line = successors(Some(person), |below| superiors.get(below).copied());
    line.skip(1).take(superiors.len()).any(|above| above == by)
}

/// Superiors may do to a person what nobody else may, so nobody puts themselves above one.
pub fn own_line(led: bool, leads: bool) -> Result<(), Refusal> {
    if leads && !led { Err(Refusal::OwnLine) } else { Ok(()) }
}

fn not_self(actor: &Actor, row: &entity::Model) -> Result<(), Refusal> {
    if actor.id == row.id { Err(Refusal::Own) } else { Ok(()) }
}

fn active(row: &entity::Model) -> Result<(), Refusal> {
    if row.status == PersonStatus::Active { Ok(()) } else { Err(Refusal::Disabled) }
}

/// There was an administrator before the change and there is none after it.
pub fn keep_an_administrator(before: usize, after: usize) -> Result<(), Refusal> {
    if before > 0 && after == 0 { Err(Refusal::LastAdministrator) } else { Ok(()) }
}

/// Whether a password still signs in: a temporary one ends.
#[must_use]
pub fn password_stands(row: &entity::Model, now: DateTime<Utc>) -> bool {
    let since = row.password_changed_at.unwrap_or(row.created_at);
    !row.must_change_password || now - since < TEMPORARY
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
