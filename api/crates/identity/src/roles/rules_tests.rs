use super::*;
use kernel::access::Person;
use std::sync::Arc;

fn role(clearance: i16, permissions: &[(&str, Scope)]) -> RoleInput {
    let one = |(permission, scope): &(&str, Scope)| RolePermission {
        permission: (*permission).to_owned(),
        scope: *scope,
    };
    RoleInput {
        code: "TEST".into(),
        name: "测试".into(),
        description: String::new(),
        clearance,
        permissions: permissions.iter().map(one).collect(),
    }
}

fn actor(clearance: i16, permissions: &[(&str, Reach)]) -> Actor {
    let system = Actor::system([], "test");
    let permissions = permissions.iter().map(|(p, r)| ((*p).to_owned(), r.clone())).collect();
    let person = Person { clearance, permissions, ..system.person.as_ref().clone() };
    Actor { person: Arc::new(person), ..system }
}

#[test]
fn a_wider_scope_is_given_anew_and_a_narrower_one_is_not() {
    let before = role(0, &[("client.read", Scope::Subtree)]);
    assert_eq!(gained(Some(&before), &role(0, &[("client.read", Scope::Department)])), []);
    assert_eq!(gained(Some(&before), &role(0, &[("client.read", Scope::All)])).len(), 1);
    assert_eq!(gained(Some(&before), &role(0, &[("client.read", Scope::Site)])).len(), 1);
    assert_eq!(gained(None, &before).len(), 1);
}

#[test]
fn nobody_adds_to_a_role_they_hold_but_may_take_from_it() {
    let everything = actor(3, &[("role.grant-any", Reach::everything())]);
    let before = role(1, &[("client.read", Scope::All)]);
    let more = role(1, &[("client.read", Scope::All), ("client.merge", Scope::Own)]);
    assert_eq!(change(&everything, true, Some(&before), &more), Err(Refusal::Own));
    assert_eq!(change(&everything, true, Some(&before), &role(2, &[])), Err(Refusal::Own));
    assert_eq!(change(&everything, true, Some(&more), &before), Ok(()));
    assert_eq!(change(&everything, false, Some(&before), &more), Ok(()));
}

#[test]
fn nobody_puts_into_a_role_what_they_do_not_hold() {
    let exceeds = |name: &str| Err(Refusal::Exceeds(name.to_owned()));
    let own = Reach { own: true, ..Reach::default() };
    let me = actor(1, &[("client.read", own)]);
    assert_eq!(change(&me, false, None, &role(1, &[("client.read", Scope::Own)])), Ok(()));
    let all = role(1, &[("client.read", Scope::All)]);
    assert_eq!(change(&me, false, None, &all), exceeds("client.read"));
    let other = role(1, &[("client.merge", Scope::Own)]);
    assert_eq!(change(&me, false, None, &other), exceeds("client.merge"));
    assert_eq!(change(&me, false, None, &role(2, &[])), exceeds("clearance"));
}

#[test]
fn only_the_whole_companys_right_changes_roles() {
    assert_eq!(manage(&Reach { own: true, ..Reach::default() }), Err(Refusal::NotAllowed));
    assert_eq!(manage(&Reach::everything()), Ok(()));
}
