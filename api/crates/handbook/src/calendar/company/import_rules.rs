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

#[cfg(test)]
mod tests {
    use super::super::day_entity::CalendarDayId;
    use super::*;
    use DayChange::{Added, Changed, Unchanged, Withdrawn};
    use chrono::DateTime;
    use kernel::ids::PersonId;
    use uuid::Uuid;

    fn date(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, month, day).unwrap()
    }

    fn row(source: Layer, on: NaiveDate, version: i64, kind: Stored) -> Model {
        Model {
            id: CalendarDayId(Uuid::nil()),
            date: on,
            source,
            version,
            kind,
            name: "元旦".to_owned(),
            name_en: Some("New Year's Day".to_owned()),
            hours: None,
            reason: "国务院办公厅通知".to_owned(),
            set_by: PersonId(Uuid::nil()),
            set_by_name: "林晓梅".to_owned(),
            set_at: DateTime::from_timestamp(0, 0).unwrap(),
        }
    }

    fn wanted(days: &[(NaiveDate, &str)]) -> Rows {
        let day = |(place, (date, name)): (usize, &(NaiveDate, &str))| {
            let day = CalendarYearDay {
                date: *date,
                name: (*name).to_owned(),
                ..CalendarYearDay::default()
            };
            (format!("/days/{place}"), day)
        };
        days.iter().enumerate().map(day).collect()
    }

    fn wrong(today: NaiveDate, wanted: &Rows, held: &[Model]) -> Vec<(String, &'static str)> {
        let problems = plan(2027, today, wanted, held).err().unwrap();
        problems.into_iter().map(|problem| (problem.pointer, problem.code.name)).collect()
    }

    #[test]
    fn a_corrected_year_adds_changes_withdraws_and_leaves() {
        let held = [
            row(Layer::National, date(1, 1), 1, Stored::Holiday),
            row(Layer::National, date(1, 2), 1, Stored::MakeUp),
            row(Layer::National, date(1, 3), 1, Stored::Holiday),
            row(Layer::National, date(1, 3), 2, Stored::Withdrawn),
            row(Layer::National, date(1, 4), 1, Stored::Holiday),
            row(Layer::Company, date(1, 5), 1, Stored::Exception),
        ];
        let wanted = wanted(&[(date(1, 1), "元旦"), (date(1, 2), "元旦"), (date(1, 3), "元旦")]);
        let steps = plan(2027, date(1, 1), &wanted, &held).unwrap();
        let changes: Vec<_> = steps.iter().map(|step| (step.date, step.change)).collect();
        assert_eq!(
            changes,
            [
                (date(1, 1), Unchanged),
                (date(1, 2), Changed),
                (date(1, 3), Added),
                (date(1, 4), Withdrawn)
            ]
        );
    }

    #[test]
    fn of_a_known_year_the_past_stays_and_an_unknown_one_may_be_entered_late() {
        let wanted = wanted(&[(date(1, 1), "新年"), (date(10, 1), "国庆节")]);
        assert!(plan(2027, date(6, 1), &wanted, &[]).is_ok());
        let held = [
            row(Layer::National, date(1, 1), 1, Stored::Holiday),
            row(Layer::National, date(5, 1), 1, Stored::Holiday),
        ];
        assert_eq!(
            wrong(date(6, 1), &wanted, &held),
            [("/days/0/date".into(), "DATE_PASSED"), ("/days".into(), "DATE_PASSED")]
        );
    }

    #[test]
    fn rows_that_contradict_the_year_or_each_other_are_pointed_at() {
        let mut rows = wanted(&[(date(1, 1), "元旦"), (date(1, 1), "元旦")]);
        rows[0].1.intervals = Some(vec![]);
        rows.extend(wanted(&[(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(), "元旦")]));
        assert_eq!(
            wrong(date(1, 1), &rows, &[]),
            [
                ("/days/0/intervals".into(), "HOURS_UNWANTED"),
                ("/days/0/date".into(), "OUTSIDE_YEAR"),
                ("/days/1/date".into(), "DUPLICATE")
            ]
        );
    }
}
