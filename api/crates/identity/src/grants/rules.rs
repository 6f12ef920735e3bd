//! Who may give which role to whom, and take it back.
use super::entity;
use crate::codes;
use crate::rights::expand::Rights;
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Place, Reach};
use kernel::code::{self, Code, Coded, Params};
use kernel::ids::PersonId;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("role.grant is needed for this person")]
    NotAllowed,
    #[error("nobody gives rights to themselves")]
    ToSelf,
    #[error("the person is disabled")]
    Disabled,
    #[error("the caller does not hold {0} that far")]
    Exceeds(String),
    #[error("the grant is over")]
    Ended,
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::NotAllowed => code::PERMISSION_MISSING,
            Self::ToSelf => codes::SELF_GRANT,
            Self::Disabled => codes::PERSON_DISABLED,
            Self::Exceeds(_) => codes::GRANT_EXCEEDS_OWN,
            Self::Ended => codes::GRANT_ENDED,
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::NotAllowed => vec![("permission", "role.grant".to_owned())],
            Self::Exceeds(permission) => vec![("permission", permission.clone())],
            Self::ToSelf | Self::Disabled | Self::Ended => vec![],
        }
    }
    fn escalation(&self) -> Option<&'static str> {
        match self {
            Self::NotAllowed | Self::ToSelf => Some("role.grant"),
            Self::Exceeds(_) => Some("role.grant-any"),
            Self::Disabled | Self::Ended => None,
        }
    }
}

/// The right itself, for the person's place.
pub fn grant_to(actor: &Actor, place: &Place) -> Result<(), Refusal> {
    if actor.may("role.grant", place) { Ok(()) } else { Err(Refusal::NotAllowed) }
}

/// Whether this person may be given anything by this caller.
pub fn receive(actor: &Actor, to: PersonId, active: bool) -> Result<(), Refusal> {
    if actor.id == to {
        return Err(Refusal::ToSelf);
    }
    if active { Ok(()) } else { Err(Refusal::Disabled) }
}

/// `gives`: what the role would come to for this person.
pub fn give(actor: &Actor, to: PersonId, active: bool, gives: &Rights) -> Result<(), Refusal> {
    receive(actor, to, active)?;
    if actor.holds("role.grant-any") {
        return Ok(());
    }
    if gives.clearance > actor.clearance {
        return Err(Refusal::Exceeds("clearance".to_owned()));
    }
    let beyond = gives.permissions.iter().find(|(permission, reach)| {
        !actor.holds(permission) || !inside(reach, &actor.reach(permission))
    });
    beyond.map_or(Ok(()), |(permission, _)| Err(Refusal::Exceeds(permission.clone())))
}

/// Everything one reach covers, the other does too. What somebody owns themselves is not compared:
/// who holds the permission at all may let another have it for their own records.
fn inside(small: &Reach, large: &Reach) -> bool {
    large.all
        || (!small.all
            && small.department_ids.is_subset(&large.department_ids)
            && small.site_ids.is_subset(&large.site_ids))
}

/// A grant that has ended or was revoked cannot be taken back again.
pub fn revoke(row: &entity::Model, now: DateTime<Utc>) -> Result<(), Refusal> {
    let over = row.revoked_at.is_some() || row.valid_until.is_some_and(|until| until <= now);
    if over { Err(Refusal::Ended) } else { Ok(()) }
}

#[must_use]
pub fn in_force(row: &entity::Model, now: DateTime<Utc>) -> bool {
    revoke(row, now).is_ok() && row.valid_from <= now
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
