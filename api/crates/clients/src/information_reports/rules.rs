//! The monthly report and how customer service follows it (A-CIR): pure functions.
use super::dto::ReportEntryInput;
use super::entity::Model;
use super::kinds::InformationReportState;
use super::refusal::Refusal;
use crate::ReceiveInformationReports;
use crate::obligations::INFORMATION_REPORT;
use crate::reports::{Period, PeriodKind};
use crate::{ClientId, archive::kinds::Level};
use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use handbook::calendar::{Calendar, CalendarError};
use kernel::access::{Actor, Permission, Place};
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::problem::FieldProblem;
use kernel::ids::PersonId;

/// How far back a report that is missing may still be handed in.
const MONTHS_BACK: Months = Months::new(12);

/// Where a report stands: with its author.
#[must_use]
pub fn place(row: &Model) -> Place {
    Place {
        owner_id: Some(row.person_id),
        department_id: row.department_id,
        site_id: row.site_id,
        level: row.level,
    }
}

/// The month of a report: this one, or one of the twelve before (A-CIR-01).
pub fn month(text: &str, today: NaiveDate) -> ApiResult<Period> {
    let read = Period::parse(text).filter(|period| period.kind == PeriodKind::Month);
    let period = read.ok_or_else(|| ApiError::field("/period", field::FORMAT))?;
    let this = today.with_day(1).unwrap_or(today);
    let earliest = this.checked_sub_months(MONTHS_BACK).unwrap_or(this);
    if (earliest..=this).contains(&period.from) {
        return Ok(period);
    }
    let spelled = |day: NaiveDate| day.format("%Y-%m").to_string();
    let wrong = FieldProblem::new("/period", field::RANGE);
    let wrong = wrong.with("min", &spelled(earliest)).with("max", &spelled(this));
    Err(ApiError::Invalid(vec![wrong]))
}

/// When the report of a month is due, as its obligation is (A-CIR-01): at the close of the last working day
/// of the first week.
pub fn due(calendar: &Calendar, month: &Period) -> Result<DateTime<Utc>, CalendarError> {
    let none = || CalendarError::NoWorkingTime(month.from);
    let asked = INFORMATION_REPORT.recurrence.and_then(|it| it.containing(calendar, month.from));
    calendar.close_of(asked.ok_or_else(none)?.due_on)
}

/// Where a client is named a second time, if at all. As often as a report named it before it may go on
/// naming it: two files of which it told became one.
#[must_use]
pub fn repeated(entries: &[ReportEntryInput], before: &[ClientId]) -> Option<usize> {
    let times = |id, upto: &[ReportEntryInput]| upto.iter().filter(|it| it.client_id == id).count();
    let stood = |id| before.iter().filter(|it| **it == id).count().max(1);
    (0..entries.len()).find(|at| {
        let upto = entries.get(..=*at).unwrap_or_default();
        upto.last().is_some_and(|it| times(it.client_id, upto) > stood(it.client_id))
    })
}

fn in_state(row: &Model, states: &[InformationReportState]) -> Result<(), Refusal> {
    if states.contains(&row.state) { Ok(()) } else { Err(Refusal::State { state: row.state }) }
}

/// Its author puts it right until customer service has taken it in.
pub fn change(actor: &Actor, row: &Model) -> Result<(), Refusal> {
    if row.person_id != actor.id {
        return Err(Refusal::OfAnother);
    }
    in_state(row, &[InformationReportState::Submitted, InformationReportState::SentBack])
}

/// Customer service supervises (A-CIR-03), and nobody supervises themselves.
fn supervise(actor: &Actor, of: &Place) -> Result<(), Refusal> {
    if !actor.may(ReceiveInformationReports::NAME, of) {
        return Err(Refusal::NotPermitted);
    }
    if of.owner_id == Some(actor.id) { Err(Refusal::Own) } else { Ok(()) }
}

/// Customer service takes it in, or gives it back.
pub fn receive(actor: &Actor, row: &Model) -> Result<(), Refusal> {
    supervise(actor, &place(row))?;
    in_state(row, &[InformationReportState::Submitted])
}

/// Customer service calls back on a report, whatever has become of it, and on a missing one (A-CIR-03).
pub fn call_back(actor: &Actor, of: &Place) -> Result<(), Refusal> {
    supervise(actor, of)
}

/// Where a call to somebody stands: with them.
#[must_use]
pub fn called(person: PersonId, home: &Place, level: i16) -> Place {
    Place { owner_id: Some(person), level: level.max(Level::Secret.rank()), ..*home }
}

/// A call has happened, and not before its month began.
pub fn called_at(
    at: DateTime<Utc>,
    now: DateTime<Utc>,
    day: NaiveDate,
    of: &Period,
) -> ApiResult<()> {
    if at > now || day < of.from {
        return Err(ApiError::field("/called_at", field::RANGE));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use handbook::calendar::{
        DayException, ExceptionKind, Interval, NationalDay, WeekPattern, national_days,
        national_years,
    };
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn closed(date: NaiveDate) -> DayException {
        DayException { date, kind: ExceptionKind::Holiday, name: "春节".to_owned(), hours: None }
    }

    /// Half past eight to five, with the national days and a few more.
    fn calendar(more: Vec<DayException>) -> Calendar {
        let hours = [("08:30", "12:00"), ("13:00", "17:00")];
        let hours: Vec<_> = hours.iter().map(|(a, b)| Interval::parse(a, b).unwrap()).collect();
        let week = WeekPattern::five_days(day("2020-01-01"), &hours).unwrap();
        let national = national_days().unwrap();
        let years = national_years(&national);
        let days = national.into_iter().map(NationalDay::into_exception).chain(more);
        Calendar::new(vec![week], days, chrono_tz::Asia::Shanghai, years).unwrap()
    }

    fn closes(calendar: &Calendar, month: &str) -> String {
        let due = due(calendar, &Period::parse(month).unwrap()).unwrap();
        due.with_timezone(&chrono_tz::Asia::Shanghai).format("%m-%d %H:%M").to_string()
    }

    #[test]
    fn a_report_is_due_at_the_close_of_the_first_week() {
        let calendar = calendar(vec![]);
        assert_eq!(closes(&calendar, "2026-11"), "11-06 17:00");
        // A month that begins on a Tuesday: its first week is the one that begins in it.
        assert_eq!(closes(&calendar, "2026-12"), "12-11 17:00");
        // 1–7 October are holidays and Saturday the 10th is worked.
        assert_eq!(closes(&calendar, "2026-10"), "10-10 17:00");
        // 1–3 January are holidays, Sunday the 4th is worked, and belongs to the week before.
        assert_eq!(closes(&calendar, "2026-01"), "01-09 17:00");
    }

    #[test]
    fn a_first_week_that_is_all_spring_festival_is_passed_over() {
        let festival = day("2027-02-01").iter_days().take(7).map(closed).collect();
        assert_eq!(closes(&calendar(festival), "2027-02"), "02-12 17:00");
        let friday = vec![closed(day("2027-02-05"))];
        assert_eq!(closes(&calendar(friday), "2027-02"), "02-04 17:00");
    }

    #[test]
    fn a_report_is_of_this_month_or_one_of_the_twelve_before() {
        let today = day("2026-11-23");
        assert_eq!(month("2026-11", today).unwrap().from, day("2026-11-01"));
        assert_eq!(month("2025-11", today).unwrap().from, day("2025-11-01"));
        for (text, code) in [
            ("2026-12", field::RANGE),
            ("2025-10", field::RANGE),
            ("2026-Q4", field::FORMAT),
            ("2026", field::FORMAT),
            ("2026-13", field::FORMAT),
        ] {
            let Err(ApiError::Invalid(wrong)) = month(text, today) else { panic!("took {text}") };
            assert_eq!((wrong[0].pointer.as_str(), wrong[0].code.name), ("/period", code.name));
        }
    }

    fn entry(client: u128) -> ReportEntryInput {
        ReportEntryInput {
            client_id: ClientId(Uuid::from_u128(client)),
            competition: "两家同行竞价".to_owned(),
            changes: None,
            plan: None,
        }
    }

    #[test]
    fn a_client_stands_once_but_where_two_files_became_one() {
        let entries = [entry(1), entry(2), entry(1)];
        assert_eq!(repeated(&entries, &[]), Some(2));
        assert_eq!(repeated(&entries[..2], &[]), None);
        let one = ClientId(Uuid::from_u128(1));
        assert_eq!(repeated(&entries, &[one, one]), None);
        assert_eq!(repeated(&[entry(1), entry(1), entry(1)], &[one, one]), Some(2));
    }

    #[test]
    fn a_call_has_happened_in_its_month_or_later() {
        let now: DateTime<Utc> = "2026-11-23T02:00:00Z".parse().unwrap();
        let month = Period::parse("2026-11").unwrap();
        let at = |text: &str| {
            let at: DateTime<Utc> = text.parse().unwrap();
            called_at(at, now, at.date_naive(), &month).is_ok()
        };
        assert!(at("2026-11-23T02:00:00Z") && at("2026-11-01T02:00:00Z"));
        assert!(!at("2026-11-23T02:00:01Z") && !at("2026-10-31T02:00:00Z"));
    }
}
