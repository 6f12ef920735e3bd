use super::*;
use crate::archive::rules::tests::{day, file, who};
use crate::destructions::kinds::Ground;
use chrono::DateTime;
use kernel::code::Coded;
use kernel::ids::PersonId;
use uuid::Uuid;

/// Out of date, and of no value to anybody.
fn forgotten() -> File {
    File { state: ClientState::Potential, tier: Tier::General, ..file() }
}

fn idle() -> Standing {
    Standing { idle_since: day(2023, 3, 14), before: day(2024, 11, 29), in_use: None }
}

fn proposal(by: u128, state: DestructionState) -> Model {
    Model {
        id: crate::DestructionId(Uuid::from_u128(9)),
        number: "DS-20261129-0001".to_owned(),
        client_id: file().id,
        client_number: "KH-20230314-0007".to_owned(),
        ground: Ground::Ceased,
        reason: "两年以上无往来".to_owned(),
        state,
        prior_status: FileStatus::Active,
        idle_since: day(2023, 3, 14),
        files: "[]".to_owned(),
        counts: "{}".to_owned(),
        content_sha256: "a".to_owned(),
        requested_by: PersonId(Uuid::from_u128(by)),
        requested_at: DateTime::from_timestamp(1_764_000_000, 0).unwrap(),
        owner_id: None,
        department_id: None,
        site_id: None,
        level: 1,
        settled_by: None,
        settled_at: None,
        settled_note: None,
        severed_entries: None,
        leftovers: None,
        cleared_at: None,
        version: 1,
    }
}

/// A-BOR-07.
#[test]
fn only_what_is_out_of_date_is_destroyed() {
    assert_eq!(obsolete(&forgotten(), &idle()), Ok(()));
    let last_day = Standing { idle_since: day(2024, 11, 28), ..idle() };
    assert_eq!(obsolete(&forgotten(), &last_day), Ok(()));
    let too_late = Standing { idle_since: day(2024, 11, 29), ..idle() };
    let refusal = obsolete(&forgotten(), &too_late).unwrap_err();
    assert!(matches!(refusal, Refusal::NotOutOfDate { .. }));
    assert_eq!(refusal.clauses(), ["A-BOR-07"]);
}

/// A-BOR-07, B-CRM-12: a client who matters, or who is a warning to others, has keeping value.
#[test]
fn what_is_worth_keeping_is_kept() {
    let value = |file: File| match obsolete(&file, &idle()) {
        Err(Refusal::OfValue { value }) => Some(value),
        _ => None,
    };
    assert_eq!(value(File { tier: Tier::Key, ..forgotten() }), Some(Value::Tier(Tier::Key)));
    assert_eq!(value(File { tier: Tier::Core, ..forgotten() }), Some(Value::Tier(Tier::Core)));
    assert_eq!(value(File { state: ClientState::Existing, ..forgotten() }), Some(Value::Existing));
    let inferior = File { inferior: Inferior::Confirmed, ..forgotten() };
    assert_eq!(value(inferior), Some(Value::Inferior));
    // What stood in a file that went into another one stands there now.
    let merged = File { status: FileStatus::Merged, tier: Tier::Key, ..forgotten() };
    assert_eq!(obsolete(&merged, &idle()), Ok(()));
}

#[test]
fn what_is_in_use_is_not_destroyed() {
    let refused = |standing| obsolete(&forgotten(), &standing).unwrap_err();
    for why in [InUse::Lent, InUse::Submitted, InUse::Instructed] {
        let standing = Standing { in_use: Some(why), ..idle() };
        assert_eq!(refused(standing), Refusal::InUse { why });
    }
}

/// A-BOR-06: proposing and carrying out are two people's, whatever both may do.
#[test]
fn nobody_carries_out_their_own_proposal() {
    let all = ["client-destruction.propose", "client-destruction.carry-out"];
    let (one, other) = (who(1, 3, &all), who(2, 3, &all));
    let approved = proposal(1, DestructionState::Approved);
    assert_eq!(carry_out(&one, &approved), Err(Refusal::OwnProposal));
    assert_eq!(carry_out(&other, &approved), Ok(()));
    let proposer = who(2, 3, &["client-destruction.propose"]);
    assert!(matches!(carry_out(&proposer, &approved), Err(Refusal::NotPermitted { .. })));
    let uncleared = who(2, 0, &all);
    assert!(matches!(carry_out(&uncleared, &approved), Err(Refusal::NotPermitted { .. })));
}

/// A-BOR-06: nothing is destroyed before all three have approved, and nothing twice.
#[test]
fn only_what_is_approved_is_carried_out() {
    use DestructionState::{Abandoned, CarriedOut, Rejected, Requested, SentBack, Withdrawn};
    let keeper = who(2, 3, &["client-destruction.carry-out"]);
    for state in [Requested, SentBack, Rejected, Withdrawn, Abandoned, CarriedOut] {
        assert_eq!(carry_out(&keeper, &proposal(1, state)), Err(Refusal::State { state }));
    }
}

#[test]
fn a_proposal_is_its_proposers_until_it_is_given_up() {
    let propose = ["client-destruction.propose"];
    let (one, other) = (who(1, 3, &propose), who(2, 3, &propose));
    let under_way = proposal(1, DestructionState::Requested);
    assert_eq!(change(&one, &under_way), Ok(()));
    assert_eq!(change(&other, &under_way), Err(Refusal::OfAnother));
    assert!(abandon(&other, &under_way).is_err());
    let approved = proposal(1, DestructionState::Approved);
    assert_eq!(abandon(&other, &approved), Ok(()));
    assert!(change(&one, &approved).is_err());
    assert_eq!(submit(&one, &proposal(1, DestructionState::SentBack)), Ok(()));
}

/// A-BOR-06.
#[test]
fn it_takes_three_persons() {
    assert_eq!(by_three(3), Ok(()));
    assert_eq!(by_three(2), Err(Refusal::NotByThree { approvers: 2 }));
}

#[test]
fn what_is_destroyed_is_what_was_approved() {
    assert_eq!(same(&proposal(1, DestructionState::Approved), "a"), Ok(()));
    let other = same(&proposal(1, DestructionState::Approved), "b");
    assert_eq!(other, Err(Refusal::ContentChanged));
}
