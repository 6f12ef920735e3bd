//! What may be done to a role, and what its making or changing gives to its holders.
use super::dto::{RoleInput, RolePermission};
use super::scope::Scope;
use crate::codes;
use kernel::access::{Actor, Reach};
use kernel::code::{self, Code, Coded, Params};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("role.manage for the whole company is needed")]
    NotAllowed,
    #[error("the caller holds the role")]
    Own,
    #[error("the caller does not hold {0} that far")]
    Exceeds(String),
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::NotAllowed => code::PERMISSION_MISSING,
            Self::Own => codes::SELF_GRANT,
            Self::Exceeds(_) => codes::GRANT_EXCEEDS_OWN,
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::NotAllowed => vec![("permission", "role.manage".to_owned())],
            Self::Own => vec![],
            Self::Exceeds(permission) => vec![("permission", permission.clone())],
        }
    }
    fn escalation(&self) -> Option<&'static str> {
        match self {
            Self::NotAllowed | Self::Own => Some("role.manage"),
            Self::Exceeds(_) => Some("role.grant-any"),
        }
    }
}

/// A role is held by people anywhere: changing it takes the whole company's right.
pub fn manage(reach: &Reach) -> Result<(), Refusal> {
    if reach.all { Ok(()) } else { Err(Refusal::NotAllowed) }
}

/// What `after` gives that `before` did not; a wider scope counts as given anew.
#[must_use]
pub fn gained(before: Option<&RoleInput>, after: &RoleInput) -> Vec<RolePermission> {
    let had = |one: &RolePermission| {
        before.is_some_and(|b| {
            let old = b.permissions.iter().find(|old| old.permission == one.permission);
            old.is_some_and(|old| covers(old.scope, one.scope))
        })
    };
    after.permissions.iter().filter(|one| !had(one)).cloned().collect()
}

/// Whether one scope reaches at least as far as another, for anybody.
const fn covers(wide: Scope, narrow: Scope) -> bool {
    matches!(
        (wide, narrow),
        (Scope::All, _)
            | (Scope::Own, Scope::Own)
            | (Scope::Department, Scope::Department)
            | (Scope::Subtree, Scope::Department | Scope::Subtree)
            | (Scope::Site, Scope::Site)
    )
}

/// Nobody gives themselves anything by changing a role they hold, and nobody puts into a role what
/// they do not hold, unless they may give anything. Relative scopes are judged when it is granted,
/// to whom; here a scope of all must be held for all.
pub fn change(
    actor: &Actor,
    held_by_actor: bool,
    before: Option<&RoleInput>,
    after: &RoleInput,
) -> Result<(), Refusal> {
    let gained = gained(before, after);
    let cleared = after.clearance > before.map_or(0, |b| b.clearance);
    if held_by_actor && (cleared || !gained.is_empty()) {
        return Err(Refusal::Own);
    }
    if actor.holds("role.grant-any") {
        return Ok(());
    }
    if cleared && after.clearance > actor.clearance {
        return Err(Refusal::Exceeds("clearance".to_owned()));
    }
    let beyond = gained.iter().find(|one| {
        let mine = actor.reach(&one.permission);
        !actor.holds(&one.permission) || (one.scope == Scope::All && !mine.all)
    });
    beyond.map_or(Ok(()), |one| Err(Refusal::Exceeds(one.permission.clone())))
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
