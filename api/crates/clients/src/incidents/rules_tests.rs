use super::*;
use crate::IncidentId;
use crate::incidents::kinds::IncidentKind;
use chrono::DateTime;
use kernel::access::{Reach, RequestInfo, Via};
use kernel::ids::DepartmentId;
use kernel::lang::Lang;
use kernel::money::Amount;
use std::sync::Arc;
use uuid::Uuid;

fn id(of: u128) -> PersonId {
    PersonId(Uuid::from_u128(of))
}

fn row(state: IncidentState) -> Model {
    Model {
        id: IncidentId(Uuid::from_u128(100)),
        number: "XM-20261123-0001".to_owned(),
        kind: IncidentKind::Leak,
        occurred_on: NaiveDate::default(),
        what_happened: "名单外传".to_owned(),
        loan_id: None,
        state,
        reported_by: id(1),
        reported_at: DateTime::UNIX_EPOCH,
        department_id: Some(DepartmentId(Uuid::from_u128(7))),
        site_id: None,
        level: 1,
        remedy: None,
        concluded_by: None,
        concluded_at: None,
        version: 1,
    }
}

/// Somebody with some rights of a reach.
fn actor(who: u128, rights: &[&str], reach: &Reach) -> Actor {
    let mut person = kernel::access::Person {
        id: id(who),
        name: "甲".to_owned(),
        department_id: None,
        site_id: None,
        clearance: 1,
        permissions: [].into(),
        must_change_password: false,
        withheld: None,
    };
    for right in rights {
        person.permissions.insert((*right).to_owned(), reach.clone());
    }
    let request = RequestInfo::new("test".to_owned(), Lang::default(), "test".to_owned());
    Actor { person: Arc::new(person), via: Via::Session, credential: None, request }
}

fn party(person: u128, superior: u128) -> Party {
    Party {
        id: crate::IncidentPartyId(Uuid::from_u128(person + 1_000)),
        incident_id: IncidentId(Uuid::from_u128(100)),
        position: 0,
        person_id: id(person),
        deed: "转发名单".to_owned(),
        superior_id: id(superior),
        measure: None,
        fine: None,
        measure_note: None,
        leadership: None,
        leadership_fine: None,
        leadership_note: None,
    }
}

fn concerned(parties: &[Party]) -> Concerned {
    Concerned { people: named(parties), lent: false }
}

#[test]
fn nobody_who_is_named_handles_it_whatever_they_hold() {
    let (open, everywhere) = (row(IncidentState::Open), Reach::everything());
    let concerned = concerned(&[party(2, 3)]);
    let handles = |who| actor(who, &[HandleIncidents::NAME], &everywhere);
    for who in [2, 3] {
        for judged in [
            amend(&handles(who), &open, &concerned),
            conclude(&handles(who), &open, &concerned),
            take_up(&handles(who), &row(IncidentState::Concluded), &concerned),
        ] {
            assert_eq!(judged, Err(Refusal::Named));
        }
    }
    // Whoever reported it is no party to it.
    assert_eq!(conclude(&handles(1), &open, &concerned), Ok(()));
    let none = actor(1, &[ReadIncidents::NAME], &everywhere);
    assert_eq!(conclude(&none, &open, &concerned), Err(Refusal::NotPermitted));
    let lent = Concerned { lent: true, ..concerned };
    assert_eq!(conclude(&handles(4), &open, &lent), Err(Refusal::LentByNamed));
}

#[test]
fn a_conclusion_is_final_until_it_is_taken_up_again() {
    let handler = actor(9, &[HandleIncidents::NAME], &Reach::everything());
    let nobody = concerned(&[party(2, 3)]);
    let in_state = |state| Err(Refusal::State { state });
    let concluded = row(IncidentState::Concluded);
    assert_eq!(amend(&handler, &concluded, &nobody), in_state(IncidentState::Concluded));
    assert_eq!(conclude(&handler, &concluded, &nobody), in_state(IncidentState::Concluded));
    assert_eq!(
        state(&actor(2, &[], &Reach::default()), &concluded, &nobody),
        in_state(IncidentState::Concluded)
    );
    assert_eq!(take_up(&handler, &concluded, &nobody), Ok(()));
    for open in [IncidentState::Open, IncidentState::TakenUp] {
        assert_eq!(take_up(&handler, &row(open), &nobody), in_state(open));
        assert_eq!(conclude(&handler, &row(open), &nobody), Ok(()));
        assert_eq!(state(&actor(3, &[], &Reach::default()), &row(open), &nobody), Ok(()));
        assert_eq!(state(&handler, &row(open), &nobody), Err(Refusal::NotNamed));
    }
}

#[test]
fn to_have_reported_it_shows_no_cases() {
    let own = Reach { own: true, ..Reach::default() };
    let row = row(IncidentState::Open);
    assert!(!reads_all(&actor(1, &[ReadIncidents::NAME], &own), &row));
    let there = Reach { department_ids: [Uuid::from_u128(7)].into(), ..Reach::default() };
    assert!(reads_all(&actor(5, &[ReadIncidents::NAME], &there), &row));
    let secret = Model { level: 2, ..row };
    assert!(!reads_all(&actor(5, &[ReadIncidents::NAME], &there), &secret));
}

#[test]
fn the_superior_is_somebody_else() {
    assert_eq!(responsible(id(2), Some(id(3)), None), Some(id(3)));
    assert_eq!(responsible(id(2), Some(id(3)), Some(id(4))), Some(id(4)));
    assert_eq!(responsible(id(2), Some(id(3)), Some(id(2))), None);
    assert_eq!(responsible(id(2), Some(id(2)), None), None);
    assert_eq!(responsible(id(2), None, None), None);
}

fn follows(person: u128, measure: Measure) -> PartyConclusion {
    PartyConclusion {
        person_id: id(person),
        measure,
        fine: None,
        measure_note: None,
        leadership: Measure::Warning,
        leadership_fine: None,
        leadership_note: "监督不力".to_owned(),
    }
}

fn refused(parties: &[Party], of: Vec<PartyConclusion>) -> (String, &'static str) {
    let input = ConcludeIncident { parties: of, remedy: "收回资料".to_owned() };
    match conclusion(parties, &input) {
        Ok(()) => (String::new(), "OK"),
        Err(ApiError::Invalid(wrong)) => (wrong[0].pointer.clone(), wrong[0].code.name),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn every_party_is_concluded_once() {
    let parties = [party(2, 3), party(4, 3)];
    let (one, other) = (follows(2, Measure::Warning), follows(4, Measure::Demerit));
    let said = |pointer: &str, code| (pointer.to_owned(), code);
    assert_eq!(refused(&parties, vec![one.clone(), other.clone()]), said("", "OK"));
    assert_eq!(refused(&parties, vec![one.clone()]), said("/parties", "REQUIRED"));
    let twice = vec![one.clone(), one.clone()];
    assert_eq!(refused(&parties, twice), said("/parties/1/person_id", "DUPLICATE"));
    let stranger = vec![one, follows(5, Measure::Warning)];
    assert_eq!(refused(&parties, stranger), said("/parties/1/person_id", "UNKNOWN_REFERENCE"));
}

#[test]
fn nothing_follows_only_for_a_reason_and_a_fine_is_an_amount() {
    let parties = [party(2, 3)];
    let said = |pointer: &str, code| (pointer.to_owned(), code);
    let none = follows(2, Measure::None);
    assert_eq!(refused(&parties, vec![none.clone()]), said("/parties/0/measure_note", "REQUIRED"));
    let blank = PartyConclusion { measure_note: Some("  ".to_owned()), ..none.clone() };
    assert_eq!(refused(&parties, vec![blank]), said("/parties/0/measure_note", "REQUIRED"));
    let reasoned = PartyConclusion { measure_note: Some("查无实据".to_owned()), ..none };
    assert_eq!(refused(&parties, vec![reasoned]), said("", "OK"));
    let fine = follows(2, Measure::Fine);
    assert_eq!(refused(&parties, vec![fine.clone()]), said("/parties/0/fine", "REQUIRED"));
    for (amount, code) in [(0, "RANGE"), (-1, "RANGE"), (1, "OK")] {
        let fine = PartyConclusion { fine: Some(Money::cny(Amount(amount))), ..fine.clone() };
        let at = if code == "OK" { "" } else { "/parties/0/fine" };
        assert_eq!(refused(&parties, vec![fine]), said(at, code));
    }
    let led = PartyConclusion {
        leadership_fine: Some(Money::cny(Amount(1))),
        ..follows(2, Measure::Warning)
    };
    assert_eq!(refused(&parties, vec![led]), said("/parties/0/leadership_fine", "RANGE"));
}
