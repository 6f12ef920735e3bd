//! Steps in order and together, who may not decide, and that no approval ends without its steps.
use super::super::kinds::TaskOrigin;
use super::*;
use crate::flows::definition::Approver;
use crate::ids::{ApprovalId, TaskId};
use chrono::DateTime;
use proptest::prelude::*;
use uuid::Uuid;

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn step(key: &str, mode: Mode, together: bool) -> Step {
    Step {
        key: key.to_owned(),
        name: format!("步骤 {key}"),
        approver: Approver::role("SERVICE_MANAGER"),
        mode,
        together,
        due_minutes: None,
        excludes: vec![],
        conditions: vec![],
        clauses: vec![],
    }
}

fn task(step: &str, who: u128, state: TaskState) -> Task {
    let decided = !matches!(state, TaskState::Open | TaskState::Waiting);
    Task {
        id: TaskId(Uuid::from_u128(who)),
        run_id: ApprovalId(Uuid::from_u128(1)),
        subject_id: Uuid::from_u128(1),
        step: step.to_owned(),
        person_id: person(who),
        state,
        origin: TaskOrigin::Flow,
        counts: true,
        given_by: None,
        opened_at: DateTime::UNIX_EPOCH,
        due_at: None,
        overdue_told_at: None,
        decided_at: None,
        decided_by: decided.then(|| person(who)),
        comment: None,
        evidence: None,
        confirmed_by: None,
        confirmed_at: None,
        version: 1,
    }
}

fn open(keys: &[&str]) -> Next {
    Next::Open(keys.iter().map(|key| (*key).to_owned()).collect())
}

#[test]
fn steps_follow_each_other_and_those_together_open_together() {
    use TaskState::{Approved, Open};
    let steps =
        [step("a", Mode::Any, false), step("b", Mode::Any, false), step("c", Mode::All, true)];
    assert_eq!(next(&steps, &[]), open(&["a"]));
    let mut tasks = vec![task("a", 1, Open)];
    assert_eq!(next(&steps, &tasks), Next::Wait);
    tasks[0].state = Approved;
    assert_eq!(next(&steps, &tasks), open(&["b", "c"]));
    tasks.extend([task("b", 2, Approved), task("c", 3, Approved), task("c", 4, Open)]);
    assert_eq!(next(&steps, &tasks), Next::Wait, "one of all is still to agree");
    tasks[3].state = Approved;
    assert_eq!(next(&steps, &tasks), Next::Done);
}

#[test]
fn what_was_sent_back_counts_no_more() {
    let steps = [step("a", Mode::Any, false), step("b", Mode::Any, false)];
    let gone = Task { counts: false, ..task("a", 1, TaskState::Approved) };
    assert_eq!(next(&steps, &[gone, task("b", 2, TaskState::SentBack)]), open(&["a"]));
}

#[test]
fn whoever_requested_created_or_edited_it_does_not_decide_administrators_included() {
    let steps = [step("a", Mode::Any, false)];
    let involved = vec![
        (person(1), Involvement::Requested),
        (person(2), Involvement::Created),
        (person(3), Involvement::Edited),
    ];
    let judge = |n, active, fit| {
        let who = Candidate { id: person(n), active, fit };
        unfit(who, &involved, (&steps[0], None), &steps, &[])
    };
    assert_eq!(judge(1, true, true), [Unfit::Requested]);
    assert_eq!(judge(2, true, true), [Unfit::Created]);
    assert_eq!(judge(3, true, false), [Unfit::CannotSee, Unfit::Edited]);
    assert_eq!(judge(4, false, false), [Unfit::NotAtWork]);
    assert_eq!(judge(5, true, true), []);
}

#[test]
fn of_two_steps_that_exclude_each_other_one_person_decides_one_whichever_names_the_other() {
    let named = Step { excludes: vec!["a".to_owned()], ..step("b", Mode::Any, false) };
    let steps = [step("a", Mode::Any, false), named];
    let lent = Task { decided_by: Some(person(2)), ..task("a", 1, TaskState::Approved) };
    let judge = |n, at: &Step, tasks: &[Task]| {
        let who = Candidate { id: person(n), active: true, fit: true };
        unfit(who, &vec![], (at, None), &steps, tasks)
    };
    let refused = [Unfit::DecidedIn { step: "步骤 a".to_owned() }];
    let tasks = [lent];
    assert_eq!(judge(1, &steps[1], &tasks), refused, "in whose place it was decided");
    assert_eq!(judge(2, &steps[1], &tasks), refused, "who decided");
    assert_eq!(judge(3, &steps[1], &tasks), []);
    let second = [task("b", 4, TaskState::Approved)];
    assert_eq!(judge(4, &steps[0], &second).len(), 1, "and the other way round");
}

#[test]
fn where_all_have_to_agree_each_has_one_say() {
    let steps = [step("a", Mode::All, false)];
    let tasks = [task("a", 1, TaskState::Approved), task("a", 2, TaskState::Open)];
    let judge = |n, own: Option<TaskId>| {
        let who = Candidate { id: person(n), active: true, fit: true };
        unfit(who, &vec![], (&steps[0], own), &steps, &tasks)
    };
    assert_eq!(judge(1, Some(tasks[1].id)), [Unfit::HasASay], "not in the place of another");
    assert_eq!(judge(2, Some(tasks[1].id)), [], "their own");
    assert_eq!(judge(2, None), [Unfit::HasASay], "nor a second task of their own");
    assert_eq!(judge(3, None), []);
}

#[test]
fn whoever_took_it_across_levels_or_agreed_by_telephone_does_not_decide_past_it() {
    let named = Step { excludes: vec!["a".to_owned()], ..step("b", Mode::Any, false) };
    let steps = [step("a", Mode::Any, false), named];
    let crossed = Task {
        origin: TaskOrigin::AcrossLevels,
        given_by: Some(person(8)),
        confirmed_by: Some(person(9)),
        ..task("a", 1, TaskState::Approved)
    };
    let judge = |n| {
        let who = Candidate { id: person(n), active: true, fit: true };
        unfit(who, &vec![], (&steps[1], None), &steps, std::slice::from_ref(&crossed))
    };
    assert_eq!(judge(8), [Unfit::Crossed]);
    assert_eq!(judge(9).len(), 1, "their yes by telephone was their say");
    assert_eq!(judge(7), []);
}

#[test]
fn one_person_in_several_steps_is_shown() {
    let steps = [step("a", Mode::Any, false), step("b", Mode::Any, false)];
    let tasks = [
        task("a", 1, TaskState::Approved),
        task("b", 1, TaskState::Approved),
        task("b", 2, TaskState::Approved),
    ];
    let names = vec!["步骤 a".to_owned(), "步骤 b".to_owned()];
    assert_eq!(repeated(&steps, &tasks), [(person(1), names)]);
}

fn any_task() -> impl Strategy<Value = Task> {
    use TaskState::{Approved, Closed, HandedOver, Open, Waiting};
    let state = prop::sample::select(vec![Open, Approved, Closed, HandedOver, Waiting]);
    (0_usize..4, 1_u128..6, state, any::<bool>()).prop_map(|(at, who, state, counts)| Task {
        counts,
        ..task(["a", "b", "c", "d"][at], who, state)
    })
}

proptest! {
    /// Whatever happened on the way: nothing is done while a step lacks an approval that counts, and
    /// nothing opens behind a step that is not done.
    #[test]
    fn nothing_is_approved_past_a_step(
        tasks in prop::collection::vec(any_task(), 0..12),
        shape in prop::collection::vec((any::<bool>(), any::<bool>()), 4),
    ) {
        let steps: Vec<_> = ["a", "b", "c", "d"].iter().zip(shape).map(|(key, (all, together))| {
            step(key, if all { Mode::All } else { Mode::Any }, together)
        }).collect();
        let approved = |key: &str| {
            tasks.iter().any(|it| it.step == key && it.counts && it.state == TaskState::Approved)
        };
        match next(&steps, &tasks) {
            Next::Done => prop_assert!(steps.iter().all(|step| approved(&step.key))),
            Next::Open(keys) => {
                let stage = stage_of(&steps, &keys[0]).unwrap();
                for before in stages(&steps).into_iter().take(stage).flatten() {
                    prop_assert!(approved(&before.key), "{} before {keys:?}", before.key);
                }
                for key in &keys {
                    prop_assert_eq!(stage_of(&steps, key), Some(stage));
                }
            }
            Next::Wait => prop_assert!(tasks.iter().any(|it| it.state == TaskState::Open)),
        }
    }
}
