//! Daylight saving: hours that are skipped, hours that are repeated.

use super::super::*;
use super::{at, day, hours};
use chrono::TimeDelta;
use chrono_tz::{America::New_York, America::Sao_Paulo, Europe::Berlin, Tz};

fn every_day(zone: Tz, pairs: &[(&str, &str)]) -> Calendar {
    let work = hours(pairs);
    let week = std::array::from_fn(|_| work.clone());
    let pattern = WeekPattern::new(day("2000-01-01"), week).unwrap();
    Calendar::new(vec![pattern], [], zone, []).unwrap()
}

#[test]
fn a_skipped_hour_gives_no_working_time() {
    // Berlin, 29 March 2026: 02:00 becomes 03:00.
    let calendar = every_day(Berlin, &[("00:00", "06:00")]);
    let midnight = at(Berlin, "2026-03-29 00:00");
    assert_eq!(
        calendar.add_working_minutes(midnight, 180).unwrap(),
        at(Berlin, "2026-03-29 04:00")
    );
    let morning = at(Berlin, "2026-03-29 06:00");
    assert_eq!(calendar.working_minutes_between(midnight, morning).unwrap(), 300);
}

#[test]
fn a_repeated_hour_counts_twice() {
    // New York, 1 November 2026: 02:00 becomes 01:00.
    let calendar = every_day(New_York, &[("00:00", "06:00")]);
    let midnight = at(New_York, "2026-11-01 00:00");
    let morning = at(New_York, "2026-11-01 06:00");
    assert_eq!(calendar.working_minutes_between(midnight, morning).unwrap(), 420);
    assert_eq!(
        calendar.add_working_minutes(midnight, 120).unwrap(),
        midnight + TimeDelta::hours(2)
    );
}

#[test]
fn hours_that_fall_wholly_into_the_gap_are_empty() {
    let calendar = every_day(Berlin, &[("02:10", "02:50")]);
    let night = at(Berlin, "2026-03-28 23:00");
    assert_eq!(calendar.add_working_minutes(night, 10).unwrap(), at(Berlin, "2026-03-30 02:20"));
}

#[test]
fn a_gap_at_midnight_keeps_the_days_apart() {
    // São Paulo, 4 November 2018: 00:00 becomes 01:00.
    let calendar = every_day(Sao_Paulo, &[("00:00", "02:00"), ("22:00", "24:00")]);
    let evening = at(Sao_Paulo, "2018-11-03 22:00");
    let next = at(Sao_Paulo, "2018-11-04 02:00");
    assert_eq!(calendar.working_minutes_between(evening, next).unwrap(), 180);
    assert_eq!(calendar.add_working_minutes(evening, 180).unwrap(), next);
}

#[test]
fn office_hours_stay_on_the_wall_when_the_offset_changes() {
    let calendar = every_day(Berlin, &[("09:00", "17:00")]);
    let start = at(Berlin, "2026-10-24 16:00");
    assert_eq!(calendar.add_working_minutes(start, 120).unwrap(), at(Berlin, "2026-10-25 10:00"));
}

#[test]
fn a_day_belongs_to_the_companys_zone_and_not_to_utc() {
    let calendar = super::china();
    let late = "2026-03-03T16:30:00Z".parse().unwrap();
    assert_eq!(calendar.local_date(late), day("2026-03-04"));
}
