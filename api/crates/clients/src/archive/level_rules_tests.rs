use super::super::rules::tests::{day, file, who};
use super::*;
use kernel::code::Coded;

#[test]
fn nobody_sets_a_level_above_their_own() {
    let actor = who(2, 2, &["client.classify"]);
    let until = day(2036, 11, 23);
    assert_eq!(level(&actor, &file(), Level::Confidential, until), Ok(()));
    assert_eq!(level(&actor, &file(), Level::TopSecret, until), Err(Refusal::AboveClearance));
    let same = level(&actor, &file(), Level::Secret, until);
    assert!(matches!(same, Err(Refusal::Unchanged { .. })));
}

/// A-SEC-07: another term alone is a change; A-SEC-08: no level is no choice, not even of a file that
/// has none any more.
#[test]
fn a_term_is_changed_alone_and_none_is_ended_by_hand() {
    let actor = who(2, 3, &["client.classify"]);
    assert_eq!(level(&actor, &file(), Level::Secret, day(2030, 1, 1)), Ok(()));
    let open = Model { level: Level::Declassified, ..file() };
    for file in [file(), open.clone()] {
        let ended = level(&actor, &file, Level::Declassified, day(2030, 1, 1));
        assert_eq!(ended, Err(Refusal::DeclassifiedByTerm));
        assert_eq!(ended.unwrap_err().clauses(), ["A-SEC-02", "A-SEC-08"]);
    }
    assert_eq!(level(&actor, &open, Level::Secret, open.level_until), Ok(()), "classified again");
}

/// A-SEC-07, A-SEC-08: a term takes in its last day and is over on the next.
#[test]
fn a_term_ends_after_today_and_within_fifty_years() {
    let today = day(2026, 11, 29);
    assert_eq!(term(day(2026, 11, 30), today), Ok(()));
    assert_eq!(term(day(2076, 11, 29), today), Ok(()));
    for until in [today, day(2026, 11, 28), day(2076, 11, 30)] {
        let refusal = term(until, today).unwrap_err();
        assert_eq!(refusal, Refusal::TermOutOfRange { today, latest: day(2076, 11, 29) });
    }
    let file = Model { level_until: today, ..file() };
    assert!(!term_over(&file, today) && term_over(&file, day(2026, 11, 30)));
    let ended = Model { level: Level::Declassified, ..file };
    assert!(!term_over(&ended, day(2026, 11, 30)), "it ends once");
}

/// A-SEC-03, A-SEC-04, A-SEC-05.
#[test]
fn the_business_relation_proposes_a_level() {
    use ClientState::{Existing, InTheMaking, Potential};
    assert_eq!(proposed_level(Tier::Key, Existing), Level::TopSecret);
    assert_eq!(proposed_level(Tier::Key, InTheMaking), Level::Confidential);
    assert_eq!(proposed_level(Tier::Core, Existing), Level::Confidential);
    assert_eq!(proposed_level(Tier::General, Existing), Level::Secret);
    assert_eq!(proposed_level(Tier::Potential, Potential), Level::Secret);
}

/// A-SEC-07, A-SEC-08: nothing secret comes down by a merge, nor becomes open before its own term ends.
#[test]
fn of_two_files_the_higher_level_and_the_longer_term_remain() {
    let of = |level, until| Model { level, level_until: until, ..file() };
    let (near, far) = (day(2027, 1, 1), day(2040, 1, 1));
    let both = level_of_both(&of(Level::Secret, far), &of(Level::TopSecret, near));
    assert_eq!(both, (Level::TopSecret, far));
    let both = level_of_both(&of(Level::Secret, near), &of(Level::Secret, far));
    assert_eq!(both, (Level::Secret, far));
    let both = level_of_both(&of(Level::Declassified, day(2026, 1, 1)), &of(Level::Secret, near));
    assert_eq!(both, (Level::Secret, near));
}
