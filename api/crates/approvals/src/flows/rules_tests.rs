//! Bad flows are refused where they are set, not where a record gets stuck in them.
use super::super::definition::{Approver, Mode};
use super::*;
use kernel::ids::PersonId;
use kernel::lang::Text;
use kernel::money::Amount;
use uuid::Uuid;

const NAME: Text = Text { zh: "甲", tw: "甲", en: "A" };
const FACTS: &[FactSpec] = &[
    FactSpec { name: "amount", text: NAME, choices: &[] },
    FactSpec { name: "kind", text: NAME, choices: &[("LOAN", NAME), ("STATISTICS", NAME)] },
];

fn step(key: &str) -> Step {
    Step {
        key: key.to_owned(),
        name: "部门经理签字".to_owned(),
        approver: Approver::role("SERVICE_MANAGER"),
        mode: Mode::Any,
        together: false,
        due_minutes: None,
        excludes: vec![],
        conditions: vec![],
        clauses: vec![],
    }
}

fn flow(steps: Vec<Step>) -> Definition {
    let name = "客户档案借阅".to_owned();
    Definition { name, enabled: true, priority: 50, conditions: vec![], steps }
}

fn about(fact: &str) -> Condition {
    Condition { fact: fact.to_owned(), any_of: vec![], min: None, below: None }
}

fn wrong(flow: &Definition) -> Vec<String> {
    let said = |it: FieldProblem| format!("{} {}", it.pointer, it.code.name);
    check(flow, FACTS).into_iter().map(said).collect()
}

#[test]
fn a_flow_of_distinct_steps_is_taken() {
    let second = Step { excludes: vec!["first".to_owned()], ..step("second") };
    assert_eq!(wrong(&flow(vec![step("first"), second])), Vec::<String>::new());
}

#[test]
fn a_step_without_anybody_a_repeated_key_and_unknown_exclusions_are_refused() {
    let nobody = Step { approver: Approver::of(ApproverKind::People), ..step("a") };
    let no_role = Step { approver: Approver::of(ApproverKind::Role), ..step("a") };
    let excludes = vec!["nowhere".to_owned(), "b".to_owned()];
    let unknown = Step { excludes, ..step("b") };
    assert_eq!(
        wrong(&flow(vec![nobody, no_role, unknown])),
        [
            "/steps/0/approver/people REQUIRED",
            "/steps/1/key DUPLICATE",
            "/steps/1/approver/role REQUIRED",
            "/steps/2/excludes/0 UNKNOWN_REFERENCE",
            "/steps/2/excludes/1 UNKNOWN_REFERENCE",
        ]
    );
}

#[test]
fn two_steps_that_exclude_each_other_are_not_one_persons() {
    let one = PersonId(Uuid::from_u128(7));
    let people = Approver { people: vec![one], ..Approver::of(ApproverKind::People) };
    let first = Step { approver: people, ..step("first") };
    let second = Step { key: "second".into(), excludes: vec!["first".into()], ..first.clone() };
    assert_eq!(wrong(&flow(vec![first, second])), ["/steps/1/excludes/0 FLOW_STEPS_UNFILLABLE"]);
}

#[test]
fn conditions_ask_for_what_the_record_knows_of_itself() {
    let cases = [
        (about("colour"), "/steps/1/conditions/0/fact UNKNOWN_REFERENCE"),
        (about("amount"), "/steps/1/conditions/0/min REQUIRED"),
        (about("kind"), "/steps/1/conditions/0/any_of REQUIRED"),
        (
            Condition { any_of: vec!["GIFT".into()], ..about("kind") },
            "/steps/1/conditions/0/any_of/0 NOT_IN_CHOICE",
        ),
        (
            Condition { min: Some(Amount(5)), below: Some(Amount(5)), ..about("amount") },
            "/steps/1/conditions/0/below ORDER",
        ),
    ];
    for (condition, expected) in cases {
        let asked = Step { conditions: vec![condition], ..step("second") };
        assert_eq!(wrong(&flow(vec![step("first"), asked])), [expected]);
    }
}

#[test]
fn a_flow_whose_every_step_may_be_left_out_is_refused() {
    let condition = Condition { any_of: vec!["LOAN".into()], ..about("kind") };
    let only = Step { conditions: vec![condition], ..step("only") };
    assert_eq!(wrong(&flow(vec![only])), ["/steps FLOW_STEP_ALWAYS"]);
}

#[test]
fn an_amount_is_between_and_a_missing_fact_does_not_hold() {
    let between = Condition { min: Some(Amount(10)), below: Some(Amount(20)), ..about("amount") };
    let at = |value| {
        let fact = Fact::Amount { amount: Amount(value) };
        hold(std::slice::from_ref(&between), &Facts::from([("amount".to_owned(), fact)]))
    };
    assert_eq!([at(9), at(10), at(19), at(20)], [false, true, true, false]);
    assert!(!hold(&[between], &Facts::new()));
    assert!(hold(&[], &Facts::new()));
}

#[test]
fn of_several_versions_the_latest_set_for_the_latest_date_counts() {
    let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
    let versions = [(1, day(1)), (2, day(20)), (3, day(20)), (4, day(5)), (5, day(30))];
    assert_eq!(in_force(&versions, day(29)), 3);
    assert_eq!(in_force(&versions, day(4)), 1);
    assert_eq!(in_force(&[(1, day(30))], day(29)), 0);
}
