use super::*;
use crate::ids::{RoleGrantId, RoleId};
use chrono::Duration;
use kernel::access::Person;
use std::sync::Arc;
use uuid::Uuid;

fn id(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn departments(ids: &[u128]) -> Reach {
    Reach { department_ids: ids.iter().copied().map(Uuid::from_u128).collect(), ..Reach::default() }
}

fn actor(clearance: i16, permissions: &[(&str, Reach)]) -> Actor {
    let system = Actor::system([], "test");
    let permissions = permissions.iter().map(|(p, r)| ((*p).to_owned(), r.clone())).collect();
    let person = Person { id: id(1), clearance, permissions, ..system.person.as_ref().clone() };
    Actor { person: Arc::new(person), ..system }
}

fn rights(clearance: i16, permission: &str, reach: Reach) -> Rights {
    Rights { clearance, permissions: [(permission.to_owned(), reach)].into_iter().collect() }
}

#[test]
fn nobody_gives_rights_to_themselves_not_even_who_may_give_anything() {
    let me = actor(3, &[("role.grant-any", Reach::everything())]);
    assert_eq!(give(&me, id(1), true, &Rights::default()), Err(Refusal::ToSelf));
    assert_eq!(give(&me, id(2), true, &rights(3, "x", Reach::everything())), Ok(()));
    assert_eq!(give(&me, id(2), false, &Rights::default()), Err(Refusal::Disabled));
}

#[test]
fn nobody_gives_what_they_do_not_hold_that_far() {
    let me = actor(1, &[("client.read", departments(&[1, 2]))]);
    let gives = |reach| give(&me, id(2), true, &rights(1, "client.read", reach));
    let exceeds = Err(Refusal::Exceeds("client.read".into()));
    assert_eq!(gives(departments(&[2])), Ok(()));
    assert_eq!(gives(Reach { own: true, ..Reach::default() }), Ok(()));
    assert_eq!(gives(departments(&[2, 3])), exceeds);
    assert_eq!(gives(Reach::everything()), exceeds);
    let other = give(&me, id(2), true, &rights(1, "client.merge", departments(&[1])));
    assert_eq!(other, Err(Refusal::Exceeds("client.merge".into())));
}

#[test]
fn nobody_gives_a_clearance_above_their_own() {
    let me = actor(1, &[]);
    let cleared = |clearance| Rights { clearance, ..Rights::default() };
    assert_eq!(give(&me, id(2), true, &cleared(1)), Ok(()));
    assert_eq!(give(&me, id(2), true, &cleared(2)), Err(Refusal::Exceeds("clearance".into())));
}

#[test]
fn a_grant_is_revoked_while_it_lasts_or_before_it_begins() {
    let at = |day| DateTime::UNIX_EPOCH + Duration::days(day);
    let row = entity::Model {
        id: RoleGrantId(Uuid::from_u128(1)),
        person_id: id(2),
        role_id: RoleId(Uuid::from_u128(3)),
        valid_from: at(10),
        valid_until: Some(at(20)),
        reason: "调入".into(),
        granted_by: id(1),
        granted_at: at(0),
        revoked_at: None,
        revoked_by: None,
        revoke_reason: None,
        version: 1,
    };
    assert_eq!(revoke(&row, at(5)), Ok(()));
    assert!(!in_force(&row, at(5)) && in_force(&row, at(10)) && !in_force(&row, at(20)));
    assert_eq!(revoke(&row, at(20)), Err(Refusal::Ended));
    let revoked = entity::Model { revoked_at: Some(at(11)), ..row };
    assert_eq!(revoke(&revoked, at(12)), Err(Refusal::Ended));
}
