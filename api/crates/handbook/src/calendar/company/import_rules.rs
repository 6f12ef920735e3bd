//! What an import changes. Pure.
use super::day_entity::{Layer, Model, Stored};
use super::dto::{IntervalDto, intervals};
use super::import_dto::{CalendarYearChange, CalendarYearDay, CalendarYearDayKind, DayChange};
use super::import_rows::Rows;
use super::store::latest;
use crate::{DATE_PASSED, HOURS_UNWANTED, OUTSIDE_YEAR};
use chrono::{Datelike, NaiveDate};
use kernel::code::field;
use kernel::http::problem::FieldProblem;
use std::collections::BTreeMap;

/// A date with what was announced before and what is announced now; one of the two is there.
pub struct Step<'a> {
    pub date: NaiveDate,
    pub before: Option<&'a Model>,
    pub now: Option<&'a CalendarYearDay>,
    pub change: DayChange,
}

/// Compare a year's rows with what stands. A year that nobody has entered may be entered whenever;
/// of a known one the days that have passed stay as they were.
pub fn plan<'a>(
    year: i32,
    today: NaiveDate,
    wanted: &'a Rows,
    held: &'a [Model],
) -> Result<Vec<Step<'a>>, Vec<FieldProblem>> {
    let mut wrong: Vec<_> = wanted.iter().flat_map(|(at, day)| check(at, day, year)).collect();
    let (mut announced, mut pointers) = (BTreeMap::new(), BTreeMap::new());
    for (at, day) in wanted {
        if announced.insert(day.date, day).is_some() {
            wrong.push(FieldProblem::new(&format!("{at}/date"), field::DUPLICATE));
        }
        pointers.insert(day.date, format!("{at}/date"));
    }
    let steps = steps(&announced, &standing(held));
    let known = steps.iter().any(|step| step.before.is_some());
    let late = |step: &&Step<'_>| known && step.date < today && step.change != DayChange::Unchanged;
    for step in steps.iter().filter(late) {
        let at = pointers.get(&step.date).map_or("/days", String::as_str);
        let problem = FieldProblem::new(at, DATE_PASSED).with("today", &today);
        wrong.push(problem.with("date", &step.date));
    }
    if wrong.is_empty() { Ok(steps) } else { Err(wrong) }
}

fn check(at: &str, day: &CalendarYearDay, year: i32) -> Vec<FieldProblem> {
    let mut wrong = vec![];
    if day.date.year() != year {
        wrong.push(FieldProblem::new(&format!("{at}/date"), OUTSIDE_YEAR).with("year", &year));
    }
    let hours = format!("{at}/intervals");
    match (&day.intervals, day.kind) {
        (Some(_), CalendarYearDayKind::Holiday) => {
            wrong.push(FieldProblem::new(&hours, HOURS_UNWANTED));
        }
        (Some(list), CalendarYearDayKind::MakeUp) => {
            wrong.extend(intervals(list, &hours).err().unwrap_or_default());
        }
        (None, _) => {}
    }
    wrong
}

fn standing(held: &[Model]) -> BTreeMap<NaiveDate, &Model> {
    let national = held.iter().filter(|row| row.source == Layer::National);
    national
        .filter_map(|row| latest(held, row.date, Layer::National))
        .filter(|row| row.kind != Stored::Withdrawn)
        .map(|row| (row.date, row))
        .collect()
}

fn steps<'a>(
    announced: &BTreeMap<NaiveDate, &'a CalendarYearDay>,
    standing: &BTreeMap<NaiveDate, &'a Model>,
) -> Vec<Step<'a>> {
    let mut dates: Vec<_> = announced.keys().chain(standing.keys()).copied().collect();
    dates.sort_unstable();
    dates.dedup();
    let step = |date| {
        let (now, before) = (announced.get(&date).copied(), standing.get(&date).copied());
        let change = match (before, now) {
            (None, _) => DayChange::Added,
            (Some(_), None) => DayChange::Withdrawn,
            (Some(before), Some(now)) if same(before, now) => DayChange::Unchanged,
            (Some(_), Some(_)) => DayChange::Changed,
        };
        Step { date, before, now, change }
    };
    dates.into_iter().map(step).collect()
}

/// An import without English names says nothing against those that are there.
fn same(before: &Model, now: &CalendarYearDay) -> bool {
    let hours = before.hours.as_deref().and_then(|text| serde_json::from_str(text).ok());
    let hours: Option<Vec<IntervalDto>> = hours;
    before.kind == stored(now.kind)
        && before.name == now.name
        && hours == now.intervals
        && (now.name_en.is_none() || before.name_en == now.name_en)
}

pub const fn stored(kind: CalendarYearDayKind) -> Stored {
    match kind {
        CalendarYearDayKind::Holiday => Stored::Holiday,
        CalendarYearDayKind::MakeUp => Stored::MakeUp,
    }
}

impl Step<'_> {
    pub fn shown(&self) -> CalendarYearChange {
        let name = self.now.map(|day| &day.name).or_else(|| self.before.map(|row| &row.name));
        let was_make_up = self.before.is_some_and(|row| row.kind == Stored::MakeUp);
        let before =
            if was_make_up { CalendarYearDayKind::MakeUp } else { CalendarYearDayKind::Holiday };
        CalendarYearChange {
            date: self.date,
            kind: self.now.map_or(before, |day| day.kind),
            name: name.cloned().unwrap_or_default(),
            change: self.change,
        }
    }
}
