use super::*;
use proptest::prelude::*;

fn at(day: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + chrono::Duration::days(day)
}

fn held(permission: &str, from: i64, until: Option<i64>) -> Holding {
    Holding { permission: permission.into(), from: at(from), until: until.map(at) }
}

fn matrix() -> Vec<Exclusion> {
    vec![Exclusion {
        a: "payment.approve".into(),
        b: "payment.pay".into(),
        clauses: vec!["A-SOD-01"],
    }]
}

#[test]
fn both_at_once_is_refused_and_either_alone_is_not() {
    let both = [held("payment.approve", 0, None), held("payment.pay", 5, Some(9))];
    assert_eq!(clash(&both, &matrix()), matrix().first());
    for alone in &both {
        assert_eq!(clash(std::slice::from_ref(alone), &matrix()), None);
    }
}

#[test]
fn one_duty_handed_on_before_the_other_begins_breaks_nothing() {
    let after = [held("payment.approve", 0, Some(5)), held("payment.pay", 5, None)];
    assert_eq!(clash(&after, &matrix()), None);
    let late = [held("payment.approve", 0, Some(6)), held("payment.pay", 5, None)];
    assert!(clash(&late, &matrix()).is_some());
}

#[test]
fn a_later_holding_counts_too() {
    let later = [held("payment.pay", 0, Some(1)), held("payment.pay", 50, None)];
    let mut both = later.to_vec();
    both.push(held("payment.approve", 100, Some(101)));
    assert!(clash(&both, &matrix()).is_some());
}

#[test]
fn a_pair_has_one_spelling() {
    assert_eq!(ordered("b".into(), "a".into()), ordered("a".into(), "b".into()));
}

fn holdings() -> impl Strategy<Value = Vec<Holding>> {
    let one = ("[a-d]", 0_i64..20, proptest::option::of(1_i64..20));
    proptest::collection::vec(one, 0..8).prop_map(|all| {
        all.into_iter().map(|(p, from, long)| held(&p, from, long.map(|l| from + l))).collect()
    })
}

fn exclusions() -> impl Strategy<Value = Vec<Exclusion>> {
    proptest::collection::vec(("[a-d]", "[a-d]"), 1..4).prop_map(|pairs| {
        let different = pairs.into_iter().filter(|(a, b)| a != b);
        different.map(|(a, b)| Exclusion { a, b, clauses: vec![] }).collect()
    })
}

/// The plain meaning: walk the days and look at what is held on each.
fn some_day_breaks(holdings: &[Holding], matrix: &[Exclusion]) -> bool {
    (0..60).any(|day| {
        let on_day = |code: &str| {
            holdings.iter().any(|h| {
                h.permission == code && h.from <= at(day) && h.until.is_none_or(|u| u > at(day))
            })
        };
        matrix.iter().any(|e| on_day(&e.a) && on_day(&e.b))
    })
}

proptest! {
    #[test]
    fn a_clash_is_found_exactly_when_some_day_breaks(h in holdings(), m in exclusions()) {
        prop_assert_eq!(clash(&h, &m).is_some(), some_day_breaks(&h, &m));
    }

    #[test]
    fn holding_more_never_mends_a_clash(h in holdings(), more in holdings(), m in exclusions()) {
        prop_assume!(clash(&h, &m).is_some());
        let all: Vec<_> = h.into_iter().chain(more).collect();
        prop_assert!(clash(&all, &m).is_some());
    }
}
