//! What comes again by the calendar: over month ends, years and make-up days (A-CIR-01 and the reminder
//! calendar of the handbooks).
use super::super::{Calendar, Recurrence};
use super::{china, day};
use proptest::prelude::*;

fn told(recurrence: Recurrence, after: &str, until: &str) -> Vec<(String, String)> {
    let found = recurrence.occasions(&china(), day(after), day(until)).unwrap();
    found.into_iter().map(|it| (it.key, it.due_on.to_string())).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(key, due)| ((*key).to_owned(), (*due).to_owned())).collect()
}

/// A-CIR-01 through 2026: New Year's week has a make-up Sunday, October's first whole week is half a
/// holiday, and February's ends on a make-up Saturday only where that lies within it.
#[test]
fn the_first_week_of_each_month_ends_on_its_last_working_day() {
    let expected = pairs(&[
        ("2026-01", "2026-01-09"),
        ("2026-02", "2026-02-06"),
        ("2026-03", "2026-03-06"),
        ("2026-04", "2026-04-10"),
        ("2026-05", "2026-05-09"),
        ("2026-06", "2026-06-05"),
        ("2026-07", "2026-07-10"),
        ("2026-08", "2026-08-07"),
        ("2026-09", "2026-09-11"),
        ("2026-10", "2026-10-10"),
        ("2026-11", "2026-11-06"),
        ("2026-12", "2026-12-11"),
    ]);
    assert_eq!(told(Recurrence::FirstWeekOfMonth, "2025-12-31", "2026-12-31"), expected);
}

#[test]
fn days_weeks_and_months_that_are_all_holiday_have_no_occasion_or_an_earlier_end() {
    // Spring festival, 15 to 23 February 2026, with the make-up Saturdays around it.
    let days = told(Recurrence::Daily, "2026-02-12", "2026-02-24");
    let worked = ["2026-02-13", "2026-02-14", "2026-02-24"];
    assert_eq!(days, pairs(&worked.map(|day| (day, day))));
    let weeks = told(Recurrence::Weekly, "2026-02-08", "2026-02-24");
    assert_eq!(weeks, pairs(&[("2026-W07", "2026-02-14"), ("2026-W09", "2026-02-28")]));
}

#[test]
fn the_fifteenth_moves_to_the_next_working_day_and_before_the_25th_to_the_one_ahead() {
    let on = told(Recurrence::MonthlyOn(15), "2025-12-31", "2026-03-01");
    assert_eq!(
        on,
        pairs(&[("2026-01", "2026-01-15"), ("2026-02", "2026-02-24"), ("2026-03", "2026-03-16")])
    );
    let before = told(Recurrence::MonthlyBefore(25), "2025-12-31", "2026-10-31");
    assert_eq!(before.get(9).unwrap(), &("2026-10".to_owned(), "2026-10-23".to_owned()));
    // The 31st of a month that has none is its last day.
    let last = told(Recurrence::MonthlyOn(31), "2026-03-31", "2026-04-30");
    assert_eq!(last, pairs(&[("2026-04", "2026-04-30")]));
}

#[test]
fn periods_end_on_their_last_working_day_across_years() {
    let quarters = told(Recurrence::Quarterly, "2025-09-30", "2026-04-01");
    let expected =
        [("2025-Q4", "2025-12-31"), ("2026-Q1", "2026-03-31"), ("2026-Q2", "2026-06-30")];
    assert_eq!(quarters, pairs(&expected));
    let halves = told(Recurrence::HalfYearly, "2025-12-31", "2026-12-31");
    assert_eq!(halves, pairs(&[("2026-H1", "2026-06-30"), ("2026-H2", "2026-12-31")]));
    assert_eq!(told(Recurrence::Yearly, "2024-12-31", "2026-12-31").len(), 2);
    let weeks = told(Recurrence::Weekly, "2025-12-28", "2026-01-05");
    // The first week of 2026 begins in 2025; its last working day is the make-up Sunday.
    assert_eq!(weeks, pairs(&[("2026-W01", "2026-01-04"), ("2026-W02", "2026-01-09")]));
}

#[test]
fn a_period_under_way_is_not_told_again() {
    assert!(told(Recurrence::Monthly, "2026-03-01", "2026-03-31").is_empty());
    assert_eq!(told(Recurrence::Monthly, "2026-02-28", "2026-03-01").len(), 1);
}

const ALL: [Recurrence; 9] = [
    Recurrence::Daily,
    Recurrence::Weekly,
    Recurrence::FirstWeekOfMonth,
    Recurrence::MonthlyOn(15),
    Recurrence::MonthlyBefore(25),
    Recurrence::Monthly,
    Recurrence::Quarterly,
    Recurrence::HalfYearly,
    Recurrence::Yearly,
];

fn worked(calendar: &Calendar, day: chrono::NaiveDate) -> bool {
    calendar.is_working_day(day)
}

proptest! {
    /// However a stretch of time is cut into ticks, each occasion is told once and none is missed.
    #[test]
    fn catching_up_tells_each_occasion_once(
        which in 0..ALL.len(), begin in 0_u64..400, steps in prop::collection::vec(1_u64..90, 1..8),
    ) {
        let calendar = china();
        let recurrence = ALL[which];
        let from = day("2025-01-01") + chrono::Days::new(begin);
        let mut at = from;
        let mut piecewise = vec![];
        for step in steps {
            let next = at + chrono::Days::new(step);
            piecewise.extend(recurrence.occasions(&calendar, at, next).unwrap());
            at = next;
        }
        let whole = recurrence.occasions(&calendar, from, at).unwrap();
        prop_assert_eq!(&piecewise, &whole);
        for pair in whole.windows(2) {
            prop_assert!(pair[0].key != pair[1].key && pair[0].opens_on < pair[1].opens_on);
        }
        for occasion in whole {
            prop_assert!(worked(&calendar, occasion.due_on) && occasion.due_on >= occasion.opens_on);
        }
    }
}
