//! The rows of an import, whichever way they came.
use super::dto::IntervalDto;
use super::import_dto::{CalendarYearDay, CalendarYearDayKind, CalendarYearInput};
use kernel::code::field;
use kernel::http::problem::FieldProblem;
use validator::Validate;

/// The rows with the pointer under which each is found wrong (`/days/3`, `/csv/3`).
pub type Rows = Vec<(String, CalendarYearDay)>;

const COLUMNS: &[&str] = &["date", "kind", "name", "name_en", "hours"];
const NEEDED: usize = 3;
const MOST: usize = 366;

/// Rows or CSV, exactly one of them, with at least one day.
pub fn rows(input: &CalendarYearInput) -> Result<Rows, Vec<FieldProblem>> {
    match (&input.csv, input.days.is_empty()) {
        (None, false) => {
            let at =
                |(place, day): (usize, &CalendarYearDay)| (format!("/days/{place}"), day.clone());
            Ok(input.days.iter().enumerate().map(at).collect())
        }
        (Some(text), true) => csv_rows(text),
        (Some(_), false) => Err(vec![FieldProblem::new("/csv", field::DUPLICATE)]),
        (None, true) => Err(vec![FieldProblem::new("/days", field::REQUIRED)]),
    }
}

/// The pointer's number is the line of the data, from 1; the header is line 0.
fn csv_rows(text: &str) -> Result<Rows, Vec<FieldProblem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let header: Vec<String> =
        reader.headers().into_iter().flatten().map(str::to_ascii_lowercase).collect();
    let columns = header_columns(&header)?;
    let (mut rows, mut wrong) = (vec![], vec![]);
    for (place, record) in reader.records().enumerate().take(MOST + 1) {
        let at = format!("/csv/{}", place + 1);
        let read = record.map_err(|_| vec![FieldProblem::new(&at, field::FORMAT)]);
        match read.and_then(|record| row(&at, &record, &columns)) {
            Ok(day) => rows.push((at, day)),
            Err(problems) => wrong.extend(problems),
        }
    }
    if rows.len() > MOST {
        wrong.push(FieldProblem::new("/csv", field::LENGTH).with("max", &MOST));
    }
    if rows.is_empty() && wrong.is_empty() {
        wrong.push(FieldProblem::new("/csv", field::REQUIRED));
    }
    if wrong.is_empty() { Ok(rows) } else { Err(wrong) }
}

/// Where each of [`COLUMNS`] stands.
fn header_columns(header: &[String]) -> Result<Vec<Option<usize>>, Vec<FieldProblem>> {
    let at = |name: &str| format!("/csv/0/{name}");
    let unknown = header.iter().filter(|name| !COLUMNS.contains(&name.as_str()));
    let mut wrong: Vec<_> =
        unknown.map(|name| FieldProblem::new(&at(name), field::UNKNOWN_FIELD)).collect();
    let places: Vec<_> =
        COLUMNS.iter().map(|name| header.iter().position(|column| column == name)).collect();
    let missing = COLUMNS.iter().zip(&places).take(NEEDED).filter(|(_, place)| place.is_none());
    wrong.extend(missing.map(|(name, _)| FieldProblem::new(&at(name), field::REQUIRED)));
    if wrong.is_empty() { Ok(places) } else { Err(wrong) }
}

fn row(
    at: &str,
    record: &csv::StringRecord,
    columns: &[Option<usize>],
) -> Result<CalendarYearDay, Vec<FieldProblem>> {
    let cell = |column: &str| {
        let place = COLUMNS.iter().position(|name| *name == column);
        let place = place.and_then(|place| columns.get(place).copied().flatten());
        place.and_then(|place| record.get(place)).unwrap_or_default()
    };
    let mut wrong = vec![];
    let mut refuse =
        |column: &str, code| wrong.push(FieldProblem::new(&format!("{at}/{column}"), code));
    let date = cell("date").parse().unwrap_or_default();
    if cell("date").parse::<chrono::NaiveDate>().is_err() {
        refuse("date", field::FORMAT);
    }
    let kind = kind(cell("kind"));
    if kind.is_none() {
        refuse("kind", field::NOT_IN_CHOICE);
    }
    let intervals = intervals(cell("hours"));
    if intervals.is_none() {
        refuse("hours", field::FORMAT);
    }
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let day = CalendarYearDay {
        date,
        kind: kind.unwrap_or_default(),
        name: cell("name").to_owned(),
        name_en: filled(cell("name_en")),
        intervals: intervals.filter(|list| !list.is_empty()),
    };
    for name in day.validate().err().iter().flat_map(|errors| errors.errors().keys()) {
        refuse(name, if cell(name).is_empty() { field::REQUIRED } else { field::FORMAT });
    }
    if wrong.is_empty() { Ok(day) } else { Err(wrong) }
}

fn kind(text: &str) -> Option<CalendarYearDayKind> {
    match text {
        "HOLIDAY" | "放假" | "节假日" => Some(CalendarYearDayKind::Holiday),
        "MAKE_UP" | "上班" | "调休上班" => Some(CalendarYearDayKind::MakeUp),
        _ => None,
    }
}

/// `08:30-11:30 13:00-17:00`; whether these are times is asked later, as for rows.
fn intervals(text: &str) -> Option<Vec<IntervalDto>> {
    let one = |part: &str| {
        let (start, end) = part.split_once('-')?;
        Some(IntervalDto { start: start.to_owned(), end: end.to_owned() })
    };
    text.split_whitespace().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(csv: &str) -> Result<Rows, Vec<(String, &'static str)>> {
        let input = CalendarYearInput { csv: Some(csv.to_owned()), ..CalendarYearInput::default() };
        rows(&input).map_err(|wrong| wrong.into_iter().map(|p| (p.pointer, p.code.name)).collect())
    }

    #[test]
    fn lines_become_days() {
        let text = "\u{feff}Date,kind,name,hours\n2027-01-01,HOLIDAY,元旦,\n2027-02-06, 上班 ,\"春节,调休\",08:30-11:30 13:00-17:00\n";
        let rows = read(text).unwrap();
        assert_eq!((rows[0].0.as_str(), rows[0].1.name.as_str()), ("/csv/1", "元旦"));
        assert_eq!(rows[0].1.intervals, None);
        assert_eq!(rows[1].1.kind, CalendarYearDayKind::MakeUp);
        assert_eq!(rows[1].1.name, "春节,调休");
        assert_eq!(rows[1].1.intervals.as_ref().unwrap()[1].start, "13:00");
    }

    #[test]
    fn wrong_cells_are_named_by_line_and_column() {
        let text = "date,kind,name\n2027-13-01,HOLIDAY,元旦\n2027-01-02,REST,\n";
        assert_eq!(
            read(text).unwrap_err(),
            [
                ("/csv/1/date".into(), "FORMAT"),
                ("/csv/2/kind".into(), "NOT_IN_CHOICE"),
                ("/csv/2/name".into(), "REQUIRED")
            ]
        );
        assert_eq!(read("date,name,who\n").unwrap_err()[0], ("/csv/0/who".into(), "UNKNOWN_FIELD"));
        assert_eq!(
            read("date,kind,name\n2027-01-01,HOLIDAY\n").unwrap_err(),
            [("/csv/1".into(), "FORMAT")]
        );
        assert_eq!(read("date,kind,name\n").unwrap_err(), [("/csv".into(), "REQUIRED")]);
        assert_eq!(read("").unwrap_err().len(), 3);
    }

    #[test]
    fn rows_and_text_together_or_neither_are_refused() {
        let neither = CalendarYearInput::default();
        assert_eq!(rows(&neither).unwrap_err()[0].code.name, "REQUIRED");
        let days = vec![CalendarYearDay::default()];
        let both = CalendarYearInput { csv: Some(String::new()), days, ..neither };
        assert_eq!(rows(&both).unwrap_err()[0].pointer, "/csv");
    }
}
