use super::super::blank::{Begun, blank};
use super::super::kinds::{ClientKind, Level};
use super::super::owner::Owner;
use super::*;
use crate::ClientId;
use chrono::DateTime;
use kernel::access::{Person, Reach, RequestInfo, Via};
use kernel::code::Coded;
use kernel::ids::PersonId;
use kernel::lang::Lang;
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

pub(crate) fn who(n: u128, clearance: i16, permissions: &[&str]) -> Actor {
    reaching(n, clearance, permissions, &Reach::everything())
}

fn reaching(n: u128, clearance: i16, permissions: &[&str], reach: &Reach) -> Actor {
    let permissions: BTreeMap<_, _> =
        permissions.iter().map(|p| ((*p).to_owned(), reach.clone())).collect();
    let person = Person {
        id: person(n),
        name: "林晓梅".to_owned(),
        department_id: None,
        site_id: None,
        clearance,
        permissions,
        must_change_password: false,
        withheld: None,
    };
    let request = RequestInfo::new("r".to_owned(), Lang::default(), "test".to_owned());
    Actor { person: Arc::new(person), via: Via::Session, credential: None, request }
}

/// A file of person 1.
pub(crate) fn file() -> Model {
    let owner = Owner { id: person(1), department_id: None, site_id: None };
    let begun = Begun {
        id: ClientId(Uuid::from_u128(100)),
        owner,
        at: DateTime::from_timestamp(1_764_000_000, 0).unwrap(),
        by: person(1),
        due_on: day(2026, 12, 31),
        level_until: day(2036, 11, 23),
    };
    Model { state: ClientState::Existing, tier: Tier::General, ..blank(&begun) }
}

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn missing(verdict: Verdict) -> &'static str {
    match verdict {
        Err(Refusal::NotPermitted { permission, .. }) => permission,
        other => panic!("{other:?}"),
    }
}

/// A-CLI-16, A-CLI-17, B-CRM-01.
#[test]
fn the_archive_is_kept_by_the_information_administrator_and_not_by_sales() {
    let (administrator, sales) = (who(2, 1, &["client.maintain"]), who(3, 1, &["client.collect"]));
    let specialist = who(4, 1, &["client.create-group-buy"]);
    let (ordinary, group) = (file(), Model { group_buy: true, ..file() });
    let at = place(&ordinary);
    assert_eq!(begin(&administrator, false, &at), Ok(()));
    assert_eq!(missing(begin(&sales, false, &at)), "client.maintain");
    assert_eq!(missing(begin(&administrator, true, &at)), "client.create-group-buy");
    assert_eq!(begin(&specialist, true, &at), Ok(()));
    assert_eq!(keep(&administrator, &ordinary), Ok(()));
    assert_eq!(keep(&administrator, &group), Ok(()));
    assert_eq!(keep(&specialist, &group), Ok(()));
    assert_eq!(missing(keep(&specialist, &ordinary)), "client.maintain");
    assert_eq!(missing(turn_group_buy(&administrator, &ordinary, true)), "client.create-group-buy");
    let refusal = keep(&sales, &ordinary).unwrap_err();
    assert!(refusal.clauses().contains(&"A-CLI-16"));
    assert_eq!(refusal.escalation(), Some("client.maintain"));
}

#[test]
fn a_right_ends_where_its_reach_or_the_clearance_ends() {
    let own = Reach { own: true, ..Reach::default() };
    let mine = reaching(1, 1, &["client.maintain"], &own);
    let others = reaching(2, 1, &["client.maintain"], &own);
    assert_eq!(keep(&mine, &file()), Ok(()));
    assert_eq!(missing(keep(&others, &file())), "client.maintain");
    let secret = Model { level: Level::Confidential, ..file() };
    assert_eq!(missing(keep(&mine, &secret)), "client.maintain");
}

#[test]
fn a_merged_file_is_history() {
    let gone = Model { status: FileStatus::Merged, ..file() };
    let all = who(
        2,
        3,
        &[
            "client.maintain",
            "client.verify",
            "client.hand-over",
            "client.classify",
            "client.report-inferior",
            "client.confirm-inferior",
            "client.merge",
        ],
    );
    for rule in [
        keep,
        verify,
        hand_over,
        |actor: &Actor, row: &Model| change_tier(actor, day(2026, 12, 1), row),
        change_state,
        classify,
        report_inferior,
        confirm_inferior,
        clear_inferior,
        merge,
    ] {
        assert_eq!(rule(&all, &gone), Err(Refusal::Merged));
    }
}

/// A-CLI-10: once per quarter; our reading is the end of the next quarter.
#[test]
fn verified_in_one_quarter_is_due_by_the_end_of_the_next() {
    assert_eq!(due_after(day(2026, 10, 1), 3), day(2027, 3, 31));
    assert_eq!(due_after(day(2026, 11, 30), 3), day(2027, 3, 31));
    assert_eq!(due_after(day(2026, 12, 31), 3), day(2027, 3, 31));
    assert_eq!(due_after(day(2027, 1, 1), 3), day(2027, 6, 30));
    assert_eq!(due_after(day(2026, 11, 22), 6), day(2027, 6, 30));
}

/// B-CRM-03: what a tier rests on is kept up to date.
#[test]
fn a_file_overdue_for_verification_keeps_its_tier_until_it_is_verified() {
    let administrator = who(2, 1, &["client.maintain"]);
    let last_day = file().verification_due_on;
    assert_eq!(change_tier(&administrator, last_day, &file()), Ok(()));
    let late = change_tier(&administrator, last_day.succ_opt().unwrap(), &file()).unwrap_err();
    assert_eq!(late, Refusal::VerificationOverdue { due_on: last_day });
    assert_eq!((late.clauses()[0], late.escalation()), ("B-CRM-03", Some("client.verify")));
}

/// A-CLI-02, A-CLI-10, A-CLI-11.
#[test]
fn a_file_with_gaps_is_not_found_in_order_and_differences_are_explained() {
    use VerificationResult::{Adjusted, Confirmed, Discrepancy};
    let gaps = || vec!["assets"];
    assert_eq!(verification(Confirmed, false, vec![]), Ok(()));
    let refused = verification(Confirmed, true, gaps()).unwrap_err();
    assert_eq!(refused.params(), [("missing", "assets".to_owned())]);
    assert_eq!(verification(Adjusted, true, gaps()), Ok(()));
    assert_eq!(verification(Adjusted, false, vec![]), Err(Refusal::NoteRequired));
    assert_eq!(verification(Discrepancy, false, vec![]), Err(Refusal::NoteRequired));
}

const NOBODY: Fitness = Fitness { reads: true, key: false, general: false };
const MANAGER: Fitness = Fitness { reads: true, key: true, general: false };
const SPECIALIST: Fitness = Fitness { reads: true, key: false, general: true };

/// B-CRM-05, B-CRM-07, B-CRM-08, B-CRM-09.
#[test]
fn a_tier_is_looked_after_by_those_whom_the_handbook_names() {
    let unfit = |tier, owner| fit(tier, owner).is_err();
    assert!(unfit(Tier::Key, SPECIALIST) && unfit(Tier::Core, SPECIALIST));
    assert!(!unfit(Tier::Key, MANAGER) && !unfit(Tier::Core, MANAGER));
    assert!(unfit(Tier::General, NOBODY));
    assert!(!unfit(Tier::General, SPECIALIST) && !unfit(Tier::General, MANAGER));
    assert!(!unfit(Tier::Potential, NOBODY));
    let planned = Model { service_plan: Some("季度走访".to_owned()), ..file() };
    assert_eq!(tier(&planned, Tier::Key, MANAGER), Ok(()));
    assert_eq!(tier(&file(), Tier::Key, MANAGER), Err(Refusal::ServicePlanMissing));
    assert_eq!(tier(&file(), Tier::General, MANAGER).unwrap_err().clauses(), ["B-CRM-05"]);
}

#[test]
fn a_client_is_handed_to_another_who_sees_the_file_and_is_fit_for_it() {
    let row = file();
    assert_eq!(new_owner(&row, false, SPECIALIST), Ok(()));
    assert!(matches!(new_owner(&row, true, SPECIALIST), Err(Refusal::Unchanged { .. })));
    assert!(matches!(new_owner(&row, false, NOBODY), Err(Refusal::OwnerUnfit { .. })));
    let blind = Fitness { reads: false, ..SPECIALIST };
    assert_eq!(new_owner(&row, false, blind), Err(Refusal::OwnerWithoutAccess));
}

/// A-CLI-29.
#[test]
fn a_client_is_won_and_lost_step_by_step() {
    use ClientState::{Existing, InTheMaking, Potential};
    let all = [Potential, InTheMaking, Existing];
    let moves: Vec<_> = all
        .iter()
        .flat_map(|from| all.iter().map(move |to| (*from, *to)))
        .filter(|(from, to)| state_move(*from, *to).is_ok())
        .collect();
    let steps = [
        (Potential, InTheMaking),
        (InTheMaking, Potential),
        (InTheMaking, Existing),
        (Existing, InTheMaking),
    ];
    assert_eq!(moves, steps);
    let refusal = state_move(Potential, Existing).unwrap_err();
    assert_eq!(refusal.params(), [("from", "POTENTIAL".to_owned()), ("to", "EXISTING".to_owned())]);
}

/// B-CRM-12.
#[test]
fn an_inferior_client_is_reported_by_one_and_confirmed_by_another() {
    let both = &["client.report-inferior", "client.confirm-inferior"][..];
    let (reporter, supervisor) = (who(2, 1, both), who(3, 1, both));
    let reported =
        Model { inferior: Inferior::Reported, inferior_reported_by: Some(person(2)), ..file() };
    let confirmed = Model { inferior: Inferior::Confirmed, ..reported.clone() };
    assert_eq!(report_inferior(&reporter, &file()), Ok(()));
    assert!(report_inferior(&reporter, &reported).is_err());
    assert_eq!(confirm_inferior(&reporter, &reported), Err(Refusal::OwnReport));
    assert_eq!(confirm_inferior(&supervisor, &reported), Ok(()));
    let nothing = Err(Refusal::InferiorState { state: Inferior::None });
    assert_eq!(confirm_inferior(&supervisor, &file()), nothing);
    assert_eq!(clear_inferior(&supervisor, &file()), nothing);
    assert_eq!(clear_inferior(&supervisor, &confirmed), Ok(()));
}

/// A-CLI-14.
#[test]
fn one_client_has_one_file() {
    let other = Model { id: ClientId(Uuid::from_u128(101)), ..file() };
    assert_eq!(merge_pair(&file(), &other), Ok(()));
    assert_eq!(merge_pair(&file(), &file()), Err(Refusal::SameFile));
    let person = Model { kind: ClientKind::Individual, ..other };
    assert_eq!(merge_pair(&file(), &person), Err(Refusal::KindsDiffer));
    assert_eq!(distinct(0, false, None), Ok(()));
    assert_eq!(distinct(2, true, Some("另一家分公司")), Ok(()));
    let suspected = Err(Refusal::DuplicateSuspected { count: 2 });
    assert_eq!(distinct(2, true, None), suspected);
    assert_eq!(distinct(2, false, Some("另一家分公司")), suspected);
}

#[test]
fn every_refusal_names_rules_that_exist() {
    let refusals = [
        begin(&who(2, 1, &[]), true, &place(&file())),
        keep(&who(2, 1, &[]), &file()),
        verify(&who(2, 1, &[]), &file()),
        hand_over(&who(2, 1, &[]), &file()),
        classify(&who(2, 1, &[]), &file()),
        report_inferior(&who(2, 1, &[]), &file()),
        merge(&who(2, 1, &[]), &file()),
        fit(Tier::Key, NOBODY),
        fit(Tier::General, NOBODY),
        state_move(ClientState::Potential, ClientState::Existing),
        Err(Refusal::ServicePlanMissing),
        Err(Refusal::BasicIncomplete { missing: vec![] }),
        Err(Refusal::NoteRequired),
        Err(Refusal::OwnReport),
        Err(Refusal::AboveClearance),
        Err(Refusal::Duplicate),
    ];
    for refusal in refusals.map(Result::unwrap_err) {
        assert!(!refusal.clauses().is_empty(), "{refusal:?}");
        for clause in refusal.clauses() {
            assert!(handbook::clause_title(clause, Lang::ZhCn).is_some(), "{clause}");
        }
    }
}
