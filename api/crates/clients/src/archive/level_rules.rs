//! Levels of confidentiality and their terms: pure functions, as in `rules`.
use super::entity::Model;
use super::kinds::{ClientState, Level, Tier};
use super::refusal::Refusal;
use chrono::{Months, NaiveDate};
use kernel::access::Actor;

type Verdict = Result<(), Refusal>;

/// A-SEC-02: one of three; A-SEC-08: what has none any more came to the end of its term. Nobody sets a
/// level that they could then not read themselves (A-CLI-18).
pub fn level(actor: &Actor, row: &Model, to: Level, until: NaiveDate) -> Verdict {
    if to == Level::Declassified {
        return Err(Refusal::DeclassifiedByTerm);
    }
    if (row.level, row.level_until) == (to, until) {
        return Err(Refusal::Unchanged { clauses: &["A-SEC-07"] });
    }
    if to.rank() > actor.clearance { Err(Refusal::AboveClearance) } else { Ok(()) }
}

/// Nobody means a term of more.
const TERM_MOST: Months = Months::new(50 * 12);

/// A-SEC-07: a term that is over when it is set would be none.
pub fn term(until: NaiveDate, today: NaiveDate) -> Verdict {
    let latest = today.checked_add_months(TERM_MOST).unwrap_or(NaiveDate::MAX);
    let within = until > today && until <= latest;
    if within { Ok(()) } else { Err(Refusal::TermOutOfRange { today, latest }) }
}

/// A-SEC-08: its last day has passed.
#[must_use]
pub fn term_over(row: &Model, today: NaiveDate) -> bool {
    row.level != Level::Declassified && row.level_until < today
}

/// A-SEC-03: ordinary dealings, 秘密; A-SEC-04: important dealings, with key and core clients, 机密;
/// A-SEC-05: a key client that trades with the company touches its interests directly, 绝密.
#[must_use]
pub const fn proposed_level(tier: Tier, state: ClientState) -> Level {
    match (tier, state) {
        (Tier::Key, ClientState::Existing) => Level::TopSecret,
        (Tier::Key | Tier::Core, _) => Level::Confidential,
        (Tier::General | Tier::Potential, _) => Level::Secret,
    }
}

/// A client with two files: the higher level for the longer term, or what was secret in one of them would
/// be open with the end of the other's.
#[must_use]
pub fn level_of_both(target: &Model, from: &Model) -> (Level, NaiveDate) {
    (target.level.max(from.level), target.level_until.max(from.level_until))
}

#[cfg(test)]
#[path = "level_rules_tests.rs"]
mod tests;
