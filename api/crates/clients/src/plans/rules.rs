//! What may become of a plan (A-CLI-15), and whose figures a reader sees.
use super::dto::Target;
use super::kinds::PlanState;
use crate::{PLAN_EMPTY, PLAN_EXISTS, PLAN_SETTLED, ReadClients};
use kernel::access::{Actor, Permission};
use kernel::code::{Code, Coded, Params};
use kernel::lang::Lang;
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("it is no draft any more")]
    Settled(PlanState),
    #[error("it has no target")]
    Empty,
    #[error("another plan of the period is in force")]
    Exists(String),
}

impl Coded for Refused {
    fn code(&self) -> Code {
        match self {
            Self::Settled(_) => PLAN_SETTLED,
            Self::Empty => PLAN_EMPTY,
            Self::Exists(_) => PLAN_EXISTS,
        }
    }
    fn clauses(&self) -> Vec<&'static str> {
        vec!["A-CLI-15"]
    }
    fn params(&self) -> Params {
        match self {
            Self::Settled(state) => vec![("state", state.code())],
            Self::Empty => vec![],
            Self::Exists(period) => vec![("period", period.clone())],
        }
    }
    fn word(&self, figure: &str, lang: Lang) -> Option<String> {
        match self {
            Self::Settled(state) if figure == "state" => {
                Some(state.text().in_lang(lang).to_owned())
            }
            _ => None,
        }
    }
}

/// A plan is changed until the manager has confirmed it.
pub fn change(state: PlanState) -> Result<(), Refused> {
    if state == PlanState::Draft { Ok(()) } else { Err(Refused::Settled(state)) }
}

/// One plan of a period is in force.
pub fn confirm(
    state: PlanState,
    targets: &[Target],
    period: &str,
    exists: bool,
) -> Result<(), Refused> {
    change(state)?;
    if targets.is_empty() {
        return Err(Refused::Empty);
    }
    if exists { Err(Refused::Exists(period.to_owned())) } else { Ok(()) }
}

/// Also one that is in force, to make room for another; the trail keeps it.
pub fn withdraw(state: PlanState) -> Result<(), Refused> {
    match state {
        PlanState::Draft | PlanState::Confirmed => Ok(()),
        PlanState::Withdrawn => Err(Refused::Settled(state)),
    }
}

/// The place of the second of two targets for the same people.
#[must_use]
pub fn repeated(targets: &[Target]) -> Option<usize> {
    let mut seen = BTreeSet::new();
    targets.iter().position(|target| !seen.insert((target.department_id, target.owner_id)))
}

/// Whether the reader sees all files that a target is about; of part of them no figure is shown,
/// for it would be taken for the whole.
#[must_use]
pub fn sees_whole(actor: &Actor, target: &Target) -> bool {
    let reach = actor.reach(ReadClients::NAME);
    let department = target.department_id.is_some_and(|id| reach.department_ids.contains(&id.0));
    let own = target.owner_id == Some(actor.id) && reach.own;
    reach.all || department || own
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::ids::{DepartmentId, PersonId};
    use uuid::Uuid;

    fn target(department: Option<u128>, owner: Option<u128>) -> Target {
        Target {
            department_id: department.map(|id| DepartmentId(Uuid::from_u128(id))),
            owner_id: owner.map(|id| PersonId(Uuid::from_u128(id))),
            new_files: 5,
            verifications: 10,
            submissions: 8,
            completeness: 90,
        }
    }

    #[test]
    fn only_a_draft_with_targets_comes_into_force_and_only_one_of_a_period() {
        let targets = [target(None, None)];
        let confirmed = |state, targets: &[Target], exists| {
            confirm(state, targets, "2026-Q4", exists).map_err(|refused| refused.code().name)
        };
        assert_eq!(confirmed(PlanState::Draft, &targets, false), Ok(()));
        assert_eq!(confirmed(PlanState::Draft, &[], false), Err("PLAN_EMPTY"));
        assert_eq!(confirmed(PlanState::Draft, &targets, true), Err("PLAN_EXISTS"));
        assert_eq!(confirmed(PlanState::Confirmed, &targets, false), Err("PLAN_SETTLED"));
        assert_eq!(withdraw(PlanState::Confirmed), Ok(()));
        assert_eq!(withdraw(PlanState::Withdrawn), Err(Refused::Settled(PlanState::Withdrawn)));
    }

    #[test]
    fn the_same_people_have_one_target() {
        assert_eq!(repeated(&[target(Some(1), None), target(Some(1), Some(2))]), None);
        assert_eq!(
            repeated(&[target(Some(1), None), target(None, None), target(Some(1), None)]),
            Some(2)
        );
    }

    #[test]
    fn a_reader_of_part_of_the_files_sees_no_figure_of_the_whole() {
        let everybody = Actor::system([ReadClients::NAME], "test");
        assert!(sees_whole(&everybody, &target(None, None)));
        let nobody = Actor::system([], "test");
        assert!(!sees_whole(&nobody, &target(Some(1), None)));
    }
}
