//! What may be decided about a date. Pure.
use super::day_entity::{Layer, Model, Stored};
use super::dto::{CalendarDayInput, IntervalDto, intervals};
use super::store::latest;
use crate::calendar::Interval;
use crate::{DATE_PASSED, HOURS_UNWANTED, NOTHING_TO_WITHDRAW, years};
use chrono::NaiveDate;
use kernel::code::{Code, Coded, field};
use kernel::http::problem::FieldProblem;

/// A decision as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub kind: Stored,
    pub hours: Option<Vec<Interval>>,
}

/// Working time that has passed is never decided anew: deadlines were met or missed by it.
pub fn not_past(date: NaiveDate, today: NaiveDate, pointer: &str) -> Result<(), FieldProblem> {
    if date < today {
        return Err(FieldProblem::new(pointer, DATE_PASSED).with("today", &today));
    }
    years::check(date, pointer)
}

/// A day off is an exception without hours, a working day with hours of its own one with them, and
/// a working day without is a make-up day: it takes the week pattern's hours.
pub fn decide(input: &CalendarDayInput, today: NaiveDate) -> Result<Decision, Vec<FieldProblem>> {
    let mut wrong: Vec<_> = not_past(input.date, today, "/date").err().into_iter().collect();
    let hours = match (&input.intervals, input.working) {
        (Some(_), false) => {
            wrong.push(FieldProblem::new("/intervals", HOURS_UNWANTED));
            None
        }
        (Some(list), true) => intervals(list, "/intervals").map_err(|e| wrong.extend(e)).ok(),
        (None, _) => None,
    };
    let kind = if input.working && hours.is_none() { Stored::MakeUp } else { Stored::Exception };
    if wrong.is_empty() { Ok(Decision { kind, hours }) } else { Err(wrong) }
}

/// Only a standing decision of the company can be withdrawn, and not for the past.
pub fn withdraw(rows: &[Model], date: NaiveDate, today: NaiveDate) -> Result<(), NotWithdrawn> {
    if date < today {
        return Err(NotWithdrawn::Past(today));
    }
    let standing = latest(rows, date, Layer::Company).filter(|row| row.kind != Stored::Withdrawn);
    standing.map(|_| ()).ok_or(NotWithdrawn::Nothing)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotWithdrawn {
    #[error("the day has passed")]
    Past(NaiveDate),
    #[error("the company has decided nothing for the day")]
    Nothing,
}

impl Coded for NotWithdrawn {
    fn code(&self) -> Code {
        match self {
            Self::Past(_) => DATE_PASSED,
            Self::Nothing => NOTHING_TO_WITHDRAW,
        }
    }
    fn params(&self) -> kernel::code::Params {
        match self {
            Self::Past(today) => vec![("today", today.to_string())],
            Self::Nothing => vec![],
        }
    }
}

/// Seven days, each with its intervals, and at least one of them worked: a week without work would
/// leave every deadline without an end.
pub fn week(days: &[Vec<IntervalDto>]) -> Result<Vec<Vec<Interval>>, Vec<FieldProblem>> {
    if days.len() != 7 {
        return Err(vec![FieldProblem::new("/days", field::LENGTH).with("equal", &7)]);
    }
    let (mut read, mut wrong) = (vec![], vec![]);
    for (place, day) in days.iter().enumerate() {
        let at = format!("/days/{place}");
        if day.len() > 6 {
            wrong.push(FieldProblem::new(&at, field::LENGTH).with("max", &6));
        }
        match intervals(day, &at) {
            Ok(day) => read.push(day),
            Err(problems) => wrong.extend(problems),
        }
    }
    if wrong.is_empty() && read.iter().all(Vec::is_empty) {
        wrong.push(FieldProblem::new("/days", field::REQUIRED));
    }
    if wrong.is_empty() { Ok(read) } else { Err(wrong) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn interval(start: &str, end: &str) -> IntervalDto {
        IntervalDto { start: start.to_owned(), end: end.to_owned() }
    }

    fn input(working: bool, intervals: Option<Vec<IntervalDto>>) -> CalendarDayInput {
        CalendarDayInput {
            date: day(23),
            working,
            name: "盘点".to_owned(),
            intervals,
            reason: "年终盘点".to_owned(),
        }
    }

    fn wrong(problems: Vec<FieldProblem>) -> Vec<(String, &'static str)> {
        problems.into_iter().map(|problem| (problem.pointer, problem.code.name)).collect()
    }

    #[test]
    fn a_decision_is_a_day_off_own_hours_or_the_patterns_hours() {
        let kind = |input| decide(&input, day(22)).unwrap().kind;
        assert_eq!(kind(input(false, None)), Stored::Exception);
        assert_eq!(kind(input(true, None)), Stored::MakeUp);
        let own = decide(&input(true, Some(vec![interval("13:00", "17:00")])), day(22)).unwrap();
        assert_eq!(own.kind, Stored::Exception);
        assert_eq!(own.hours.unwrap().len(), 1);
    }

    #[test]
    fn wrong_decisions_are_pointed_at() {
        let refused = |input, today| wrong(decide(&input, today).unwrap_err());
        let hours = || Some(vec![interval("08:00", "12:00"), interval("11:00", "13:00")]);
        assert_eq!(
            refused(input(true, hours()), day(22)),
            [("/intervals".into(), "HOURS_OVERLAP")]
        );
        assert_eq!(
            refused(input(false, hours()), day(24)),
            [("/date".into(), "DATE_PASSED"), ("/intervals".into(), "HOURS_UNWANTED")]
        );
        let backwards = Some(vec![interval("12:00", "08:00")]);
        assert_eq!(refused(input(true, backwards), day(22)), [("/intervals/0".into(), "FORMAT")]);
        let far = CalendarDayInput { date: NaiveDate::MAX, ..input(false, None) };
        assert_eq!(refused(far, day(22)), [("/date".into(), "RANGE")]);
    }

    #[test]
    fn a_week_has_seven_days_and_some_work() {
        let refused = |days: &[Vec<IntervalDto>]| wrong(week(days).unwrap_err());
        assert_eq!(refused(&[]), [("/days".into(), "LENGTH")]);
        assert_eq!(refused(&vec![vec![]; 7]), [("/days".into(), "REQUIRED")]);
        let mut days = vec![vec![]; 7];
        days[2] = vec![interval("08:30", "11:30"), interval("13:00", "25:00")];
        assert_eq!(refused(&days), [("/days/2/1".into(), "FORMAT")]);
        days[2] = vec![interval("08:30", "11:30"), interval("13:00", "24:00")];
        assert_eq!(week(&days).unwrap()[2].len(), 2);
    }
}
