//! Rights that are held and rest until their holder has done something first.
use crate::code::Code;
use std::collections::BTreeSet;

/// What was taken out of somebody's permissions for the moment, and what gives it back.
#[derive(Clone, Debug)]
pub struct Withheld {
    pub permissions: BTreeSet<String>,
    /// First words of the kinds of jobs and drafts that rest with them: `client` for `client.edit`
    /// and `client-import`.
    pub kinds: &'static [&'static str],
    /// Says what is to be done first.
    pub code: Code,
    /// The handbook's rules that ask for it.
    pub clauses: &'static [&'static str],
    /// The operation by which it is done.
    pub operation: &'static str,
}

impl Withheld {
    /// Whether what is called so rests.
    #[must_use]
    pub fn covers(&self, kind: &str) -> bool {
        kind.split(['-', '.']).next().is_some_and(|first| self.kinds.contains(&first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_and_drafts_rest_by_the_first_word_of_their_kind() {
        let withheld = Withheld {
            permissions: BTreeSet::new(),
            kinds: &["client"],
            code: crate::code::CONFLICT,
            clauses: &[],
            operation: "acknowledge_secrecy",
        };
        for kind in ["client", "client.edit", "client-import"] {
            assert!(withheld.covers(kind), "{kind}");
        }
        for kind in ["clients", "person.edit", "undo-client"] {
            assert!(!withheld.covers(kind), "{kind}");
        }
    }
}
