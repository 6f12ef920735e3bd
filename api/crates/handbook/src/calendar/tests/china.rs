use super::super::*;
use super::{at, china, china_with, day, exception, hours, office_hours, office_week};
use chrono::NaiveDate;
use chrono_tz::Asia::Shanghai;

fn working_days(year: i32) -> usize {
    let calendar = china();
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    first.iter_days().take(365).filter(|day| calendar.is_working_day(*day)).count()
}

#[test]
fn each_year_has_as_many_working_days_as_the_official_calendar() {
    // 365 − 104 weekend days − holidays on weekdays + make-up days, counted on the notices.
    assert_eq!(working_days(2025), 248);
    assert_eq!(working_days(2026), 248);
}

#[test]
fn the_make_up_days_of_2026_are_worked_at_the_usual_hours() {
    let calendar = china();
    for date in ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]
    {
        let found = calendar.day(day(date));
        assert_eq!(found.kind, DayKind::MakeUp, "{date}");
        assert_eq!(found.hours, office_hours(), "{date}");
    }
    let make_up = national_days().unwrap().into_iter();
    let make_up = make_up.filter(|day| day.kind == ExceptionKind::MakeUp);
    assert_eq!(make_up.filter(|day| day.date >= super::day("2026-01-01")).count(), 6);
}

#[test]
fn spring_festival_2026_is_nine_days_long_and_named() {
    let calendar = china();
    for date in day("2026-02-15").iter_days().take(9) {
        assert_eq!(calendar.day(date).kind, DayKind::Holiday, "{date}");
        assert_eq!(calendar.day(date).name, "春节");
    }
    assert!(calendar.is_working_day(day("2026-02-24")));
}

#[test]
fn the_midday_break_and_the_night_do_not_count() {
    let calendar = china();
    let start = at(Shanghai, "2026-03-03 11:00");
    assert_eq!(calendar.add_working_minutes(start, 30).unwrap(), at(Shanghai, "2026-03-03 11:30"));
    assert_eq!(calendar.add_working_minutes(start, 31).unwrap(), at(Shanghai, "2026-03-03 13:01"));
    assert_eq!(calendar.add_working_minutes(start, 270).unwrap(), at(Shanghai, "2026-03-03 17:00"));
    assert_eq!(calendar.add_working_minutes(start, 271).unwrap(), at(Shanghai, "2026-03-04 08:31"));
}

#[test]
fn time_that_begins_outside_hours_starts_at_the_next_opening() {
    let calendar = china();
    let opened = at(Shanghai, "2026-03-04 09:00");
    for start in ["2026-03-03 17:00", "2026-03-03 23:59", "2026-03-04 07:00", "2026-03-04 08:30"] {
        assert_eq!(
            calendar.add_working_minutes(at(Shanghai, start), 30).unwrap(),
            opened,
            "{start}"
        );
    }
}

#[test]
fn a_term_runs_over_spring_festival_and_its_make_up_days() {
    let calendar = china();
    // Friday the 13th, 16:00: one hour left, Saturday the 14th is a make-up day.
    let start = at(Shanghai, "2026-02-13 16:00");
    assert_eq!(calendar.add_working_minutes(start, 480).unwrap(), at(Shanghai, "2026-02-14 17:00"));
    assert_eq!(calendar.add_working_minutes(start, 481).unwrap(), at(Shanghai, "2026-02-24 08:31"));
    assert_eq!(calendar.add_working_days(day("2026-02-13"), 2).unwrap(), day("2026-02-24"));
    let end = at(Shanghai, "2026-02-24 08:31");
    assert_eq!(calendar.working_minutes_between(start, end).unwrap(), 481);
    assert_eq!(calendar.working_minutes_between(end, start).unwrap(), -481);
}

#[test]
fn working_days_pass_the_end_of_the_year() {
    let calendar = china();
    // 1–3 January 2026 are holidays, Sunday the 4th is worked.
    assert_eq!(calendar.add_working_days(day("2025-12-31"), 1).unwrap(), day("2026-01-04"));
    assert_eq!(calendar.add_working_days(day("2025-12-30"), 5).unwrap(), day("2026-01-07"));
    assert_eq!(calendar.working_days_between(day("2025-12-30"), day("2026-01-07")).unwrap(), 5);
    assert_eq!(calendar.working_days_between(day("2026-01-07"), day("2025-12-30")).unwrap(), -5);
    assert_eq!(calendar.add_working_days(day("2026-01-01"), 0).unwrap(), day("2026-01-01"));
    assert_eq!(calendar.working_day_from(day("2026-01-01")).unwrap(), day("2026-01-04"));
    assert_eq!(calendar.close_of(day("2026-01-01")).unwrap(), at(Shanghai, "2026-01-04 17:00"));
}

#[test]
fn a_year_without_data_follows_the_pattern_and_is_flagged() {
    let calendar = china();
    assert!(calendar.year_is_known(2026) && !calendar.year_is_known(2027));
    let new_year = calendar.day(day("2027-01-01"));
    assert!(new_year.is_working() && !new_year.year_known);
    assert_eq!(calendar.day(day("2027-01-02")).kind, DayKind::Weekend);
    assert_eq!(calendar.add_working_days(day("2026-12-31"), 2).unwrap(), day("2027-01-04"));
}

#[test]
fn the_companys_own_decision_overrules_the_imported_holiday() {
    let half_day = Some(&[("09:00", "12:00")][..]);
    let calendar = china_with(vec![
        exception("2026-10-07", ExceptionKind::Exception, half_day),
        exception("2026-03-04", ExceptionKind::Exception, None),
    ]);
    assert_eq!(calendar.intervals(day("2026-10-07")), hours(&[("09:00", "12:00")]));
    assert!(!calendar.is_working_day(day("2026-03-04")));
    let noon = at(Shanghai, "2026-10-07 12:00");
    assert_eq!(calendar.add_working_minutes(at(Shanghai, "2026-09-30 17:00"), 180).unwrap(), noon);
    assert!(!calendar.is_working_time(noon));
    assert!(calendar.is_working_time(at(Shanghai, "2026-10-07 11:59")));
}

#[test]
fn the_pattern_changes_on_its_date_and_the_first_one_reaches_back() {
    let long = hours(&[("08:00", "12:00"), ("13:00", "18:00")]);
    let six = [long.clone(), long.clone(), long.clone(), long.clone(), long.clone(), long, vec![]];
    let later = WeekPattern::new(day("2026-06-01"), six).unwrap();
    let calendar = Calendar::new(vec![later, office_week("2026-01-01")], [], Shanghai, []).unwrap();
    assert_eq!(calendar.intervals(day("2020-01-02")), office_hours());
    assert!(!calendar.is_working_day(day("2026-05-30")));
    assert!(calendar.is_working_day(day("2026-06-06")));
    assert_eq!(calendar.intervals(day("2026-06-01")).len(), 2);
    assert_eq!(calendar.intervals(day("2026-06-01"))[0].labels().0, "08:00");
}

#[test]
fn the_first_week_begins_on_the_first_monday_with_work_in_its_week() {
    let calendar = china();
    let week = |text: &str| calendar.first_week_of_month(day(text)).unwrap();
    assert_eq!(week("2026-11-22").monday, day("2026-11-02"));
    assert_eq!(week("2026-11-22").last_working_day, day("2026-11-06"));
    // 1–7 October are holidays, Saturday the 10th is worked.
    let october = week("2026-10-31");
    assert_eq!((october.monday, october.sunday), (day("2026-10-05"), day("2026-10-11")));
    assert_eq!(october.first_working_day, day("2026-10-08"));
    assert_eq!(october.last_working_day, day("2026-10-10"));
    assert_eq!(week("2025-09-01").monday, day("2025-09-01"));
}

#[test]
fn a_first_week_that_is_all_holiday_is_passed_over() {
    let closed = day("2026-11-02").iter_days().take(7);
    let closed = closed.map(|date| exception(&date.to_string(), ExceptionKind::Holiday, None));
    let calendar = china_with(closed.collect());
    let week = calendar.first_week_of_month(day("2026-11-15")).unwrap();
    assert_eq!(week.monday, day("2026-11-09"));
}

#[test]
fn quarters_end_on_their_last_day() {
    for (date, this, next) in [
        ("2026-01-01", "2026-03-31", "2026-06-30"),
        ("2026-03-31", "2026-03-31", "2026-06-30"),
        ("2026-05-31", "2026-06-30", "2026-09-30"),
        ("2026-11-30", "2026-12-31", "2027-03-31"),
        ("2024-02-29", "2024-03-31", "2024-06-30"),
    ] {
        assert_eq!(quarter_end(day(date)), Some(day(this)), "{date}");
        assert_eq!(next_quarter_end(day(date)), Some(day(next)), "{date}");
    }
}

#[test]
fn a_calendar_of_nothing_but_holidays_ends_in_an_error() {
    let closed = WeekPattern::five_days(day("2026-01-01"), &[]).unwrap();
    let calendar = Calendar::new(vec![closed], [], Shanghai, [2026]).unwrap();
    let (start, date) = (at(Shanghai, "2026-01-01 09:00"), day("2026-01-01"));
    let none = CalendarError::NoWorkingTime(date);
    assert_eq!(calendar.add_working_minutes(start, 1), Err(none.clone()));
    assert_eq!(calendar.first_week_of_month(date), Err(none.clone()));
    assert_eq!(calendar.close_of(date).map_err(|_| none.clone()), Err(none));
    assert!(matches!(calendar.add_working_days(date, 1), Err(CalendarError::NoWorkingTime(_))));
}

#[test]
fn a_term_beyond_fifty_years_is_refused() {
    let calendar = china();
    let (date, now) = (day("2026-01-01"), at(Shanghai, "2026-01-01 09:00"));
    let far = Err(CalendarError::TooFar(date));
    assert_eq!(calendar.add_working_days(date, u32::MAX), far);
    assert_eq!(calendar.working_days_between(date, day("2090-01-01")).map(|_| date), far);
    assert_eq!(calendar.add_working_minutes(now, u32::MAX).map(|_| date), far);
    let end = at(Shanghai, "2090-01-01 09:00");
    assert_eq!(calendar.working_minutes_between(now, end).map(|_| date), far);
}

#[test]
fn what_contradicts_itself_is_refused() {
    assert_eq!(Interval::parse("08:60", "09:00"), None);
    assert_eq!(Interval::parse("08:00", "24:01"), None);
    assert_eq!(Interval::parse("+8:00", "09:00"), None);
    assert!(Interval::new(600, 600).is_err());
    assert_eq!(Interval::parse("22:00", "24:00").unwrap().minutes(), 120);
    let overlap = hours(&[("13:00", "17:00"), ("08:00", "13:30")]);
    assert_eq!(
        WeekPattern::five_days(day("2026-01-01"), &overlap),
        Err(CalendarError::IntervalsOverlap { at: 780 })
    );
    let none = Calendar::new(vec![], [], Shanghai, []).unwrap_err();
    assert_eq!(none, CalendarError::NoPattern);
    let twins = vec![office_week("2026-01-01"), office_week("2026-01-01")];
    assert!(matches!(
        Calendar::new(twins, [], Shanghai, []),
        Err(CalendarError::PatternsCollide(_))
    ));
    let busy = exception("2026-01-01", ExceptionKind::Holiday, Some(&[("08:00", "09:00")]));
    let refused = Calendar::new(vec![office_week("2026-01-01")], [busy], Shanghai, []);
    assert!(matches!(refused, Err(CalendarError::HolidayWithHours(_))));
}
