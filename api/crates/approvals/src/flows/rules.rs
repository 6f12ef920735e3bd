//! Which flows are refused, and which one a record takes. Pure.
use super::definition::{ApproverKind, Condition, Definition, Step};
use crate::subject::{Fact, FactSpec, Facts};
use crate::{FLOW_STEP_ALWAYS, FLOW_STEPS_UNFILLABLE};
use chrono::NaiveDate;
use kernel::code::{Code, field};
use kernel::http::problem::FieldProblem;
use std::collections::BTreeSet;

/// What is wrong with a flow for a kind of record, whoever works here.
pub fn check(flow: &Definition, facts: &[FactSpec]) -> Vec<FieldProblem> {
    let mut wrong = conditions("/conditions", &flow.conditions, facts);
    let mut seen = BTreeSet::new();
    for (place, step) in flow.steps.iter().enumerate() {
        let at = format!("/steps/{place}");
        if !seen.insert(step.key.as_str()) {
            wrong.push(problem(&format!("{at}/key"), field::DUPLICATE));
        }
        wrong.extend(conditions(&format!("{at}/conditions"), &step.conditions, facts));
        wrong.extend(approver(&at, step));
        wrong.extend(exclusions(&at, step, flow));
    }
    // What no step is asked about would be approved by nobody.
    if flow.steps.iter().all(|step| !step.conditions.is_empty()) && !flow.steps.is_empty() {
        wrong.push(problem("/steps", FLOW_STEP_ALWAYS));
    }
    wrong
}

fn problem(pointer: &str, code: Code) -> FieldProblem {
    FieldProblem::new(pointer, code)
}

fn approver(at: &str, step: &Step) -> Option<FieldProblem> {
    let approver = &step.approver;
    let distinct: BTreeSet<_> = approver.people.iter().collect();
    match approver.by {
        ApproverKind::Role if approver.role.is_none() => {
            Some(problem(&format!("{at}/approver/role"), field::REQUIRED))
        }
        ApproverKind::People if approver.people.is_empty() => {
            Some(problem(&format!("{at}/approver/people"), field::REQUIRED))
        }
        _ if distinct.len() < approver.people.len() => {
            Some(problem(&format!("{at}/approver/people"), field::DUPLICATE))
        }
        _ => None,
    }
}

fn exclusions(at: &str, step: &Step, flow: &Definition) -> Vec<FieldProblem> {
    let mut wrong = vec![];
    for (place, key) in step.excludes.iter().enumerate() {
        let pointer = format!("{at}/excludes/{place}");
        let other = flow.steps.iter().find(|other| other.key == *key && other.key != step.key);
        match other {
            None => wrong.push(problem(&pointer, field::UNKNOWN_REFERENCE)),
            Some(other) if only_one(step).is_some() && only_one(step) == only_one(other) => {
                wrong.push(problem(&pointer, FLOW_STEPS_UNFILLABLE));
            }
            Some(_) => {}
        }
    }
    wrong
}

/// The one person who can decide there.
fn only_one(step: &Step) -> Option<kernel::ids::PersonId> {
    match step.approver.people.as_slice() {
        [one] if step.approver.by == ApproverKind::People => Some(*one),
        _ => None,
    }
}

fn conditions(at: &str, conditions: &[Condition], facts: &[FactSpec]) -> Vec<FieldProblem> {
    let judged = conditions.iter().enumerate().filter_map(|(place, condition)| {
        let at = format!("{at}/{place}");
        let Some(spec) = facts.iter().find(|fact| fact.name == condition.fact) else {
            return Some(problem(&format!("{at}/fact"), field::UNKNOWN_REFERENCE));
        };
        if spec.choices.is_empty() { amount(&at, condition) } else { choice(&at, condition, spec) }
    });
    judged.collect()
}

fn amount(at: &str, condition: &Condition) -> Option<FieldProblem> {
    match (condition.min, condition.below) {
        _ if !condition.any_of.is_empty() => {
            Some(problem(&format!("{at}/any_of"), field::WRONG_TYPE))
        }
        (None, None) => Some(problem(&format!("{at}/min"), field::REQUIRED)),
        (Some(min), Some(below)) if below <= min => {
            Some(problem(&format!("{at}/below"), field::ORDER))
        }
        _ => None,
    }
}

fn choice(at: &str, condition: &Condition, spec: &FactSpec) -> Option<FieldProblem> {
    if condition.min.is_some() || condition.below.is_some() {
        return Some(problem(&format!("{at}/min"), field::WRONG_TYPE));
    }
    if condition.any_of.is_empty() {
        return Some(problem(&format!("{at}/any_of"), field::REQUIRED));
    }
    let known = |value: &String| spec.choices.iter().any(|(name, _)| name == value);
    let unknown = condition.any_of.iter().position(|value| !known(value))?;
    Some(problem(&format!("{at}/any_of/{unknown}"), field::NOT_IN_CHOICE))
}

/// Whether all of them hold; what a record does not know of itself does not hold.
#[must_use]
pub fn hold(conditions: &[Condition], facts: &Facts) -> bool {
    conditions.iter().all(|condition| match facts.get(&condition.fact) {
        Some(Fact::Choice(value)) => condition.any_of.contains(value),
        Some(Fact::Amount { amount }) => {
            condition.min.is_none_or(|min| *amount >= min)
                && condition.below.is_none_or(|below| *amount < below)
        }
        None => false,
    })
}

/// The version of a flow that counts on a day, out of all of them in the order of setting; 0 stands for
/// the handbook's own.
#[must_use]
pub fn in_force(dates: &[(i64, NaiveDate)], today: NaiveDate) -> i64 {
    let due = dates.iter().filter(|(_, from)| *from <= today);
    due.max_by_key(|(version, from)| (*from, *version)).map_or(0, |(version, _)| *version)
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
