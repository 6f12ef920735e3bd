use super::*;
use crate::calendar::{Interval, NationalDay, WeekPattern, national_days};
use chrono::{TimeZone, Utc};
use chrono_tz::Asia::Shanghai;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn calendar() -> Calendar {
    let hours = [("08:30", "11:30"), ("13:00", "17:00")];
    let hours: Vec<_> = hours.iter().map(|(a, b)| Interval::parse(a, b).unwrap()).collect();
    let week = WeekPattern::five_days(day("2025-01-01"), &hours).unwrap();
    let national = national_days().unwrap().into_iter().map(NationalDay::into_exception);
    Calendar::new(vec![week], national, Shanghai, [2025, 2026]).unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    let wall = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    Shanghai.from_local_datetime(&wall).unwrap().with_timezone(&Utc)
}

fn row(state: ObligationState, stage: Stage) -> Model {
    Model {
        id: Uuid::from_u128(1).into(),
        kind: "client.verification".to_owned(),
        subject_kind: "client".to_owned(),
        subject_id: Uuid::from_u128(2),
        occasion: "2026-10-09/2026-09-25".to_owned(),
        standing: true,
        person_id: None,
        pool: None,
        department_id: None,
        site_id: None,
        level: 1,
        opened_at: at("2026-09-25 09:00"),
        due_at: at("2026-10-09 17:00"),
        due_on: day("2026-10-09"),
        state,
        stage,
        escalations: 0,
        next_at: None,
        settled_at: None,
        settled_by: None,
        late: false,
        reason: None,
        exception_id: None,
        version: 1,
    }
}

#[test]
fn what_is_due_after_the_holidays_is_spoken_of_on_the_last_working_day_before() {
    let calendar = calendar();
    let due = (day("2026-10-08"), at("2026-10-08 17:00"));
    let opened = at("2026-09-20 10:00");
    let first = first_moment(&calendar, opened, due.0, due.1).unwrap();
    assert_eq!(first, at("2026-09-30 08:30"));
    // Who learns of it within the holidays is not reminded again before it is due.
    assert_eq!(first_moment(&calendar, at("2026-10-03 10:00"), due.0, due.1).unwrap(), due.1);
}

#[test]
fn superiors_are_told_in_working_days() {
    let calendar = calendar();
    // The Friday before National Day week; a make-up Saturday is worked.
    assert_eq!(next_superior(&calendar, day("2026-09-30"), 1).unwrap(), at("2026-10-08 17:00"));
    assert_eq!(next_superior(&calendar, day("2026-10-09"), 1).unwrap(), at("2026-10-10 17:00"));
}

#[test]
fn each_step_follows_the_one_before_and_what_is_settled_has_none() {
    let (before, after) = (at("2026-10-09 16:59"), at("2026-10-09 17:00"));
    let open = |stage| row(ObligationState::Open, stage);
    assert_eq!(turn(&open(Stage::Opened), before), Some(Turn::Remind));
    assert_eq!(turn(&open(Stage::Opened), after), Some(Turn::Overdue));
    assert_eq!(turn(&open(Stage::Reminded), after), Some(Turn::Overdue));
    assert_eq!(turn(&open(Stage::Overdue), after), Some(Turn::Escalate));
    assert_eq!(turn(&open(Stage::Escalated), after), Some(Turn::Escalate));
    assert_eq!(turn(&row(ObligationState::Excused, Stage::Overdue), after), Some(Turn::Reopen));
    for state in [ObligationState::Fulfilled, ObligationState::Void] {
        assert_eq!(turn(&row(state, Stage::Opened), after), None);
    }
}

#[test]
fn the_last_moment_is_in_time() {
    let due = at("2026-10-09 17:00");
    assert!(!late(due, due));
    assert!(late(due, due + chrono::Duration::microseconds(1)));
}
