use super::*;
use crate::people::kinds::{Locale, Theme};
use kernel::access::{Person, Reach};
use kernel::ids::{DepartmentId, PersonId};
use std::sync::Arc;
use uuid::Uuid;

fn person(n: u128, status: PersonStatus) -> entity::Model {
    entity::Model {
        id: PersonId(Uuid::from_u128(n)),
        login: "lin.xiaomei".into(),
        name: "林晓梅".into(),
        sort_key: String::new(),
        search_text: String::new(),
        employee_number: None,
        email: None,
        phone: None,
        department_id: Some(DepartmentId(Uuid::from_u128(50))),
        site_id: None,
        superior_id: None,
        status,
        locale: Locale::ZhCn,
        theme: Theme::System,
        password_hash: None,
        must_change_password: false,
        password_changed_at: None,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
        version: 1,
    }
}

fn actor(n: u128, permissions: &[&str]) -> Actor {
    let system = Actor::system([], "test");
    let held = permissions.iter().map(|p| ((*p).to_owned(), Reach::everything())).collect();
    let known = Person {
        id: PersonId(Uuid::from_u128(n)),
        permissions: held,
        ..system.person.as_ref().clone()
    };
    Actor { person: Arc::new(known), ..system }
}

#[test]
fn nobody_disables_enables_or_resets_themselves() {
    let me = actor(1, &["person.manage"]);
    assert_eq!(disable(&me, &person(1, PersonStatus::Active)), Err(Refusal::Own));
    assert_eq!(enable(&me, &person(1, PersonStatus::Disabled)), Err(Refusal::Own));
    assert_eq!(
        reset_password(&me, &person(1, PersonStatus::Active), &BTreeSet::new(), false),
        Err(Refusal::Own)
    );
}

#[test]
fn each_move_has_its_state() {
    let me = actor(1, &["person.manage"]);
    assert_eq!(disable(&me, &person(2, PersonStatus::Active)), Ok(()));
    assert_eq!(disable(&me, &person(2, PersonStatus::Disabled)), Err(Refusal::Disabled));
    assert_eq!(enable(&me, &person(2, PersonStatus::Disabled)), Ok(()));
    assert_eq!(enable(&me, &person(2, PersonStatus::Active)), Err(Refusal::Active));
    assert_eq!(
        reset_password(&me, &person(2, PersonStatus::Disabled), &BTreeSet::new(), false),
        Err(Refusal::Disabled)
    );
}

#[test]
fn nobody_moves_themselves_but_others_and_their_own_telephone_they_may() {
    let mut moved = person(1, PersonStatus::Active);
    moved.department_id = Some(DepartmentId(Uuid::from_u128(51)));
    let before = person(1, PersonStatus::Active);
    assert_eq!(move_self(&actor(1, &[]), &before, &moved), Err(Refusal::Own));
    assert_eq!(move_self(&actor(2, &[]), &before, &moved), Ok(()));
    let mut called = before.clone();
    called.phone = Some("13800138000".into());
    assert_eq!(move_self(&actor(1, &[]), &before, &called), Ok(()));
}

#[test]
fn taking_an_account_over_takes_its_power_over_rights() {
    let held = ["client.read".to_owned(), "role.grant".to_owned()].into_iter().collect();
    let above = Err(Refusal::Above("role.grant".into()));
    assert_eq!(take_over(&actor(1, &["person.manage"]), &held), above);
    assert_eq!(take_over(&actor(1, &["role.grant"]), &held), Ok(()));
    assert_eq!(take_over(&actor(1, &["role.grant-any"]), &held), Ok(()));
    let business = ["client-personal.read".to_owned()].into_iter().collect();
    assert_eq!(take_over(&actor(1, &["person.manage"]), &business), Ok(()));
}

#[test]
fn one_administrator_remains_where_there_was_one() {
    assert_eq!(keep_an_administrator(1, 0), Err(Refusal::LastAdministrator));
    assert_eq!(keep_an_administrator(2, 1), Ok(()));
    assert_eq!(keep_an_administrator(0, 0), Ok(()));
}

#[test]
fn a_temporary_password_ends_and_a_chosen_one_does_not() {
    let at = |hours| DateTime::UNIX_EPOCH + Duration::hours(hours);
    let mut row = person(1, PersonStatus::Active);
    assert!(password_stands(&row, at(10_000)));
    row.must_change_password = true;
    assert!(password_stands(&row, at(71)) && !password_stands(&row, at(72)));
}

#[test]
fn superiors_lead_through_others_and_a_circle_ends() {
    let id = |n| PersonId(Uuid::from_u128(n));
    let superiors = HashMap::from([(id(2), id(1)), (id(3), id(2))]);
    assert!(leads(&superiors, id(1), id(2)) && leads(&superiors, id(1), id(3)));
    assert!(!leads(&superiors, id(3), id(1)) && !leads(&superiors, id(2), id(2)));
    let round = HashMap::from([(id(2), id(1)), (id(1), id(2))]);
    assert!(!leads(&round, id(9), id(1)));
}

#[test]
fn a_password_is_made_for_newcomers_by_those_who_keep_files_and_at_work_by_superiors() {
    let hr = actor(1, &["person.manage"]);
    let superior = actor(2, &[]);
    let held = BTreeSet::from(["client.read".to_owned()]);
    let newcomer = entity::Model { must_change_password: true, ..person(3, PersonStatus::Active) };
    let at_work = entity::Model {
        password_hash: Some("x".into()),
        must_change_password: false,
        ..person(3, PersonStatus::Active)
    };
    assert_eq!(reset_password(&hr, &newcomer, &held, false), Ok(()));
    let beyond = Err(Refusal::Beyond("client.read".into()));
    assert_eq!(reset_password(&hr, &at_work, &held, false), beyond);
    assert_eq!(reset_password(&superior, &at_work, &held, true), Ok(()));
    let missing = Err(Refusal::NotAllowed("person.manage"));
    assert_eq!(reset_password(&superior, &at_work, &held, false), missing);
    // Power over people and rights is not reached by leading its holder either.
    let power = BTreeSet::from(["role.grant".to_owned()]);
    let above = Err(Refusal::Above("role.grant".into()));
    assert_eq!(reset_password(&superior, &at_work, &power, true), above);
}
