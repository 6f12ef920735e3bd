//! What must hold for any calendar.

use super::super::*;
use super::day;
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::{Asia::Shanghai, Australia::Lord_Howe, Europe::Berlin, Tz};
use proptest::prelude::*;

fn hours() -> impl Strategy<Value = Vec<Interval>> {
    // Cut points in order, taken in pairs: sorted, disjoint, sometimes touching.
    prop::collection::btree_set(0_u16..=1440, 0..=6).prop_map(|cuts| {
        let cuts: Vec<u16> = cuts.into_iter().collect();
        cuts.chunks_exact(2).map(|pair| Interval::new(pair[0], pair[1]).unwrap()).collect()
    })
}

fn pattern(from: NaiveDate) -> impl Strategy<Value = WeekPattern> {
    prop::array::uniform7(hours())
        .prop_filter("somebody works", |days| days.iter().any(|day| !day.is_empty()))
        .prop_map(move |days| WeekPattern::new(from, days).unwrap())
}

fn exception() -> impl Strategy<Value = DayException> {
    let kind = prop::sample::select(vec![
        ExceptionKind::Holiday,
        ExceptionKind::MakeUp,
        ExceptionKind::Exception,
    ]);
    (0_u64..90, kind, prop::option::of(hours())).prop_map(|(offset, kind, own)| DayException {
        date: day("2026-03-01") + Days::new(offset),
        kind,
        name: String::new(),
        hours: own.filter(|_| kind != ExceptionKind::Holiday),
    })
}

fn calendar() -> impl Strategy<Value = Calendar> {
    let zone = prop::sample::select(vec![Shanghai, Berlin, Lord_Howe]);
    let exceptions = prop::collection::vec(exception(), 0..30);
    (pattern(day("2026-01-01")), pattern(day("2026-04-01")), exceptions, zone).prop_map(
        |(first, second, exceptions, zone): (_, _, _, Tz)| {
            Calendar::new(vec![first, second], exceptions, zone, [2026]).unwrap()
        },
    )
}

/// Around the spring change in Berlin, the autumn change on Lord Howe Island, and the exceptions.
fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    let base: DateTime<Utc> = "2026-03-01T00:00:00Z".parse().unwrap();
    (0_i64..60 * 86_400).prop_map(move |seconds| base + TimeDelta::seconds(seconds))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_was_added_is_what_lies_between(
        calendar in calendar(), start in instant(), minutes in 0_u32..20_000,
    ) {
        let end = calendar.add_working_minutes(start, minutes).unwrap();
        prop_assert_eq!(calendar.working_minutes_between(start, end).unwrap(), i64::from(minutes));
        prop_assert_eq!(calendar.working_minutes_between(end, start).unwrap(), -i64::from(minutes));
    }

    #[test]
    fn more_minutes_end_later_and_terms_add_up(
        calendar in calendar(), start in instant(), first in 1_u32..5_000, more in 1_u32..5_000,
    ) {
        let one = calendar.add_working_minutes(start, first).unwrap();
        let both = calendar.add_working_minutes(start, first + more).unwrap();
        prop_assert!(start < one && one < both);
        prop_assert_eq!(calendar.add_working_minutes(one, more).unwrap(), both);
    }

    #[test]
    fn who_starts_later_never_ends_earlier(
        calendar in calendar(), a in instant(), b in instant(), minutes in 1_u32..5_000,
    ) {
        let (early, late) = (a.min(b), a.max(b));
        let end = |start| calendar.add_working_minutes(start, minutes).unwrap();
        prop_assert!(end(early) <= end(late));
    }

    #[test]
    fn time_between_adds_up_over_any_point(
        calendar in calendar(), a in instant(), b in instant(), c in instant(),
    ) {
        let mut points = [a, b, c];
        points.sort_unstable();
        let [a, b, c] = points;
        let between = |x, y| calendar.working_minutes_between(x, y).unwrap();
        let apart = between(a, b) + between(b, c);
        // Each part is rounded down to whole minutes by itself.
        prop_assert!(between(a, c) == apart || between(a, c) == apart + 1);
    }

    #[test]
    fn added_working_days_are_counted_back(
        calendar in calendar(), offset in 0_u64..60, days in 0_u32..200,
    ) {
        let start = day("2026-03-01") + Days::new(offset);
        let end = calendar.add_working_days(start, days).unwrap();
        prop_assert_eq!(calendar.working_days_between(start, end).unwrap(), i64::from(days));
        prop_assert!(days == 0 || calendar.is_working_day(end));
        prop_assert!(end < calendar.add_working_days(start, days + 1).unwrap());
    }

    #[test]
    fn a_deadline_falls_into_working_time(
        calendar in calendar(), start in instant(), minutes in 1_u32..5_000,
    ) {
        let end = calendar.add_working_minutes(start, minutes).unwrap();
        prop_assert!(calendar.is_working_time(end - TimeDelta::seconds(1)));
    }
}
