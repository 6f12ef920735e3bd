//! What may be done to a person's file and account.
use super::entity;
use super::kinds::PersonStatus;
use crate::codes;
use crate::permissions::is_over_rights;
use chrono::{DateTime, Duration, Utc};
use kernel::access::Actor;
use kernel::code::{self, Code, Coded, Params};
use std::collections::BTreeSet;

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
            Self::LastAdministrator => codes::LAST_ADMINISTRATOR,
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::NotAllowed(name) => vec![("permission", (*name).to_owned())],
            Self::Above(permission) => vec![("permission", permission.clone())],
            Self::Own | Self::Disabled | Self::Active | Self::LastAdministrator => vec![],
        }
    }
    fn escalation(&self) -> Option<&'static str> {
        match self {
            Self::NotAllowed(name) => Some(name),
            Self::Own => Some("person.manage"),
            Self::Above(_) => Some("role.grant-any"),
            Self::Disabled | Self::Active | Self::LastAdministrator => None,
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
    let moved = (row.department_id, row.site_id) != (after.department_id, after.site_id);
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

/// One's own password is changed by knowing the old one.
pub fn reset_password(actor: &Actor, row: &entity::Model) -> Result<(), Refusal> {
    not_self(actor, row)?;
    active(row)
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
