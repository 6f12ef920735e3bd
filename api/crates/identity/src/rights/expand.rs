//! From roles, delegations and keys to what a person may do: pure.
use super::tree::Tree;
use crate::roles::scope::Scope;
use kernel::access::Reach;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use std::collections::BTreeMap;

/// Where somebody works; scopes are relative to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Home {
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
}

/// One permission that a grant in force gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub person_id: PersonId,
    pub clearance: i16,
    /// Null for a role that gives a clearance alone.
    pub permission: Option<String>,
    pub scope: Option<Scope>,
}

/// A delegation in force, with where the delegator works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lent {
    pub from: PersonId,
    pub home: Home,
    pub permissions: Vec<String>,
}

/// Permissions with their records, and the clearance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    pub permissions: BTreeMap<String, Reach>,
    pub clearance: i16,
}

/// A scope as records.
#[must_use]
pub fn reach(scope: Scope, home: Home, tree: &Tree) -> Reach {
    let mut reach = Reach::default();
    match scope {
        Scope::Own => reach.own = true,
        Scope::All => reach.all = true,
        Scope::Department => reach.department_ids.extend(home.department_id.map(|id| id.0)),
        Scope::Site => reach.site_ids.extend(home.site_id.map(|id| id.0)),
        Scope::Subtree => {
            if let Some(root) = home.department_id {
                reach.department_ids = tree.subtree(root);
            }
        }
    }
    reach
}

/// What `me` holds by grants of their own.
#[must_use]
pub fn own(me: PersonId, home: Home, held: &[Held], tree: &Tree) -> Rights {
    let mut rights = Rights::default();
    for one in held.iter().filter(|one| one.person_id == me) {
        rights.clearance = rights.clearance.max(one.clearance);
        if let (Some(permission), Some(scope)) = (&one.permission, one.scope) {
            let reach = reach(scope, home, tree);
            rights.permissions.entry(permission.clone()).or_default().extend(&reach);
        }
    }
    rights
}

/// Lay what others lent upon it. A delegation carries no more than its delegator holds now, not
/// what the delegator owns (`OWN` speaks of the reader's own records), and no clearance.
pub fn lend(rights: &mut Rights, lent: &[Lent], held: &[Held], tree: &Tree) {
    for delegation in lent {
        let theirs = own(delegation.from, delegation.home, held, tree);
        for permission in &delegation.permissions {
            let Some(reach) = theirs.permissions.get(permission) else { continue };
            let reach = Reach { own: false, ..reach.clone() };
            if reach != Reach::default() {
                rights.permissions.entry(permission.clone()).or_default().extend(&reach);
            }
        }
    }
}

/// Only what a key was made for; never more than its owner holds.
pub fn narrow(rights: &mut Rights, permissions: &[String]) {
    rights.permissions.retain(|permission, _| permissions.contains(permission));
}

#[cfg(test)]
#[path = "expand_tests.rs"]
mod tests;
