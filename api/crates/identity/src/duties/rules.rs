//! When somebody would hold two permissions that exclude each other.
use crate::codes;
use chrono::{DateTime, Utc};
use kernel::code::{Code, Coded, Params};

/// A permission and the time for which somebody holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    pub permission: String,
    pub from: DateTime<Utc>,
    pub until: Option<DateTime<Utc>>,
}

/// Two permissions that exclude each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    pub a: String,
    pub b: String,
    pub clauses: Vec<&'static str>,
}

/// Somebody holds both.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{person} would hold {} and {}", .exclusion.a, .exclusion.b)]
pub struct Clash {
    pub person: String,
    pub exclusion: Exclusion,
}

impl Coded for Clash {
    fn code(&self) -> Code {
        codes::DUTY_CONFLICT
    }
    fn clauses(&self) -> Vec<&'static str> {
        self.exclusion.clauses.clone()
    }
    fn params(&self) -> Params {
        vec![
            ("person", self.person.clone()),
            ("permission_a", self.exclusion.a.clone()),
            ("permission_b", self.exclusion.b.clone()),
        ]
    }
    fn escalation(&self) -> Option<&'static str> {
        Some("duty-conflict.manage")
    }
}

/// A pair in its one spelling.
#[must_use]
pub fn ordered(a: String, b: String) -> (String, String) {
    if a <= b { (a, b) } else { (b, a) }
}

/// The first exclusion that the holdings of one person break at any moment. One duty handed on
/// before the other begins breaks nothing. How far each permission reaches does not matter: duties
/// are separated by person, not by department.
#[must_use]
pub fn clash<'a>(holdings: &[Holding], matrix: &'a [Exclusion]) -> Option<&'a Exclusion> {
    matrix.iter().find(|exclusion| {
        let mut first = holdings.iter().filter(|h| h.permission == exclusion.a);
        first.any(|one| {
            holdings.iter().any(|other| other.permission == exclusion.b && overlap(one, other))
        })
    })
}

fn overlap(one: &Holding, other: &Holding) -> bool {
    let ends_after = |until: Option<DateTime<Utc>>, from| until.is_none_or(|until| until > from);
    ends_after(one.until, other.from) && ends_after(other.until, one.from)
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
