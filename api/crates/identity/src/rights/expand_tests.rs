use super::*;
use proptest::prelude::*;
use uuid::Uuid;

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn home(n: u128) -> Home {
    Home {
        department_id: Some(DepartmentId(Uuid::from_u128(n))),
        site_id: Some(SiteId(Uuid::from_u128(n + 100))),
    }
}

fn held(who: u128, permission: &str, scope: Scope) -> Held {
    Held {
        person_id: person(who),
        clearance: 1,
        permission: Some(permission.to_owned()),
        scope: Some(scope),
    }
}

fn tree() -> Tree {
    let id = |n| DepartmentId(Uuid::from_u128(n));
    Tree::of([(id(1), None), (id(2), Some(id(1))), (id(3), Some(id(2)))])
}

#[test]
fn roles_add_up_and_the_highest_clearance_counts() {
    let mut second = held(1, "client.read", Scope::Subtree);
    second.clearance = 3;
    let rights = own(person(1), home(2), &[held(1, "client.read", Scope::Own), second], &tree());
    assert_eq!(rights.clearance, 3);
    let reach = &rights.permissions["client.read"];
    assert!(reach.own && !reach.all);
    assert_eq!(reach.department_ids.len(), 2);
}

#[test]
fn a_role_without_permissions_gives_its_clearance() {
    let bare = Held { person_id: person(1), clearance: 2, permission: None, scope: None };
    let rights = own(person(1), Home::default(), &[bare], &tree());
    assert_eq!((rights.clearance, rights.permissions.len()), (2, 0));
}

#[test]
fn somebody_without_a_department_reaches_none() {
    for scope in [Scope::Department, Scope::Subtree, Scope::Site] {
        assert_eq!(reach(scope, Home::default(), &tree()), Reach::default());
    }
}

#[test]
fn a_delegation_lends_the_delegators_departments_and_neither_own_records_nor_clearance() {
    let theirs = [
        held(7, "client.read", Scope::Department),
        held(7, "client.verify", Scope::Own),
        held(7, "client.merge", Scope::All),
    ];
    let lent = Lent {
        from: person(7),
        home: home(3),
        permissions: vec!["client.read".into(), "client.verify".into(), "stock.post".into()],
    };
    let mut rights = Rights::default();
    lend(&mut rights, &[lent], &theirs, &tree());
    assert_eq!(rights.clearance, 0);
    assert_eq!(rights.permissions.keys().collect::<Vec<_>>(), ["client.read"]);
    assert!(rights.permissions["client.read"].department_ids.contains(&Uuid::from_u128(3)));
}

fn scopes() -> impl Strategy<Value = Scope> {
    prop_oneof![
        Just(Scope::Own),
        Just(Scope::Department),
        Just(Scope::Subtree),
        Just(Scope::Site),
        Just(Scope::All)
    ]
}

fn grants() -> impl Strategy<Value = Vec<Held>> {
    proptest::collection::vec((1_u128..4, "[a-c]", scopes()), 0..12)
        .prop_map(|all| all.into_iter().map(|(who, what, scope)| held(who, &what, scope)).collect())
}

/// Everything that `small` covers, `large` covers.
fn inside(small: &Reach, large: &Reach) -> bool {
    large.all
        || (!small.all
            && (!small.own || large.own)
            && small.department_ids.is_subset(&large.department_ids)
            && small.site_ids.is_subset(&large.site_ids))
}

proptest! {
    #[test]
    fn a_key_never_carries_more_than_its_owner(
        grants in grants(), wanted in proptest::collection::vec("[a-e]", 0..4)) {
        let whole = own(person(1), home(2), &grants, &tree());
        let mut key = whole.clone();
        narrow(&mut key, &wanted);
        for (permission, reach) in &key.permissions {
            prop_assert!(wanted.contains(permission));
            prop_assert!(inside(reach, &whole.permissions[permission]));
        }
    }

    #[test]
    fn a_delegate_never_reaches_more_than_both_together(
        grants in grants(), wanted in proptest::collection::vec("[a-c]", 0..3)) {
        let mine = own(person(1), home(2), &grants, &tree());
        let theirs = own(person(2), home(3), &grants, &tree());
        let lent = Lent { from: person(2), home: home(3), permissions: wanted };
        let mut both = mine.clone();
        lend(&mut both, &[lent], &grants, &tree());
        for (permission, reach) in &both.permissions {
            let mut most = mine.permissions.get(permission).cloned().unwrap_or_default();
            if let Some(more) = theirs.permissions.get(permission) {
                most.extend(&Reach { own: false, ..more.clone() });
            }
            prop_assert!(inside(reach, &most));
        }
        prop_assert_eq!(both.clearance, mine.clearance);
    }

    #[test]
    fn narrowing_a_reach_stays_inside_both(a in reaches(), b in reaches()) {
        let both = a.within(&b);
        prop_assert!(inside(&both, &a) && inside(&both, &b));
    }
}

fn reaches() -> impl Strategy<Value = Reach> {
    (any::<bool>(), any::<bool>(), proptest::collection::btree_set(0_u128..5, 0..4)).prop_map(
        |(all, own, departments)| Reach {
            all,
            own,
            department_ids: departments.into_iter().map(Uuid::from_u128).collect(),
            ..Reach::default()
        },
    )
}
