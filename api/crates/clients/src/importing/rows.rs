//! From a sheet to the files that it asks for: every row through the same type and the same field
//! rules as a request, and the rows against each other.
use super::cells::{self, People};
use super::columns::{self, Column, Shape};
use super::refusal::Refusal;
use crate::archive::input::NewClient;
use kernel::code::field;
use kernel::error::ApiError;
use kernel::http::input::{check, parse};
use kernel::http::problem::FieldProblem;
use kernel::sheet::{Cell, Row, Sheet, SheetError, column_letters};
use kernel::text::{company_name, credit_code, phone};
use serde_json::{Map, Value};
use std::collections::{BTreeSet, HashMap};

/// Which column of the sheet fills which field.
#[derive(Clone, Debug)]
pub struct Layout(Vec<(usize, &'static Column)>);

/// One row, read: a file to be, or what is wrong with its cells.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Row of the spreadsheet.
    pub number: i32,
    /// The name in the row, whatever else is wrong.
    pub label: String,
    pub input: Result<Box<NewClient>, Vec<FieldProblem>>,
}

/// A file needs these whatever else a sheet leaves out.
const REQUIRED: [&str; 2] = ["name", "kind"];
/// Characters of a name that a row's outcome shows.
const LABEL: usize = 200;

impl Layout {
    /// Match the headings; one that nobody knows is a misspelling that would lose a column.
    pub fn of(sheet: &Sheet) -> Result<Self, Refusal> {
        let mut found: Vec<(usize, &'static Column)> = vec![];
        for heading in sheet.columns.iter().filter(|heading| !heading.title.is_empty()) {
            let title = heading.title.clone();
            let Some(column) = columns::find(&title) else {
                let column = column_letters(heading.position);
                return Err(Refusal::UnknownColumn { title, column });
            };
            if found.iter().any(|(_, other)| other.name == column.name) {
                return Err(SheetError::DuplicateColumn { title }.into());
            }
            found.push((heading.position, column));
        }
        let absent = REQUIRED.into_iter().find(|name| !found.iter().any(|(_, c)| c.name == *name));
        match absent {
            Some(name) => Err(Refusal::ColumnMissing { name }),
            None => Ok(Self(found)),
        }
    }

    /// Everybody whom the sheet names, to be looked up at once.
    #[must_use]
    pub fn people(&self, sheet: &Sheet) -> BTreeSet<String> {
        let columns = self.0.iter().filter(|(_, column)| column.shape == Shape::Person);
        columns
            .flat_map(|(position, _)| sheet.rows.iter().map(|row| row.cell(*position)))
            .filter_map(|cell| match cell {
                Cell::Text(name) | Cell::Number(name) => Some(name),
                _ => None,
            })
            .flat_map(|name| [name.trim().to_owned(), cells::called(name)])
            .collect()
    }

    /// The rows as candidates, those that repeat an earlier one found out.
    #[must_use]
    pub fn candidates(&self, sheet: &Sheet, people: &People) -> Vec<Candidate> {
        let mut read: Vec<_> = sheet.rows.iter().map(|row| self.candidate(row, people)).collect();
        let mut seen = Seen::default();
        for candidate in &mut read {
            let Ok(input) = &candidate.input else { continue };
            let repeated = seen.take(candidate.number, input);
            if !repeated.is_empty() {
                candidate.input = Err(self.placed(repeated));
            }
        }
        read
    }

    fn candidate(&self, row: &Row, people: &People) -> Candidate {
        let (mut body, mut wrong) = (Map::new(), vec![]);
        for (position, column) in &self.0 {
            match cells::read(column, row.cell(*position), people) {
                Ok(Some(value)) => put(&mut body, column.name, value),
                Ok(None) => {}
                Err(code) => wrong.push(FieldProblem::new(&column.pointer(), code)),
            }
        }
        if body.contains_key("duplicate_reason") {
            body.insert("confirm_duplicates".to_owned(), Value::Bool(true));
        }
        let label = body.get("name").and_then(Value::as_str).unwrap_or_default();
        let label = label.chars().take(LABEL).collect();
        let input = if wrong.is_empty() { request(&body) } else { Err(wrong) };
        let number = i32::try_from(row.number).unwrap_or(i32::MAX);
        Candidate { number, label, input: input.map_err(|wrong| self.placed(wrong)) }
    }

    /// Say where in the sheet each problem is.
    #[must_use]
    pub fn placed(&self, problems: Vec<FieldProblem>) -> Vec<FieldProblem> {
        let place = |problem: FieldProblem| {
            let at =
                self.0.iter().find(|(_, column)| problem.pointer.starts_with(&column.pointer()));
            match at {
                Some((position, _)) => problem.with("column", &column_letters(*position)),
                None => problem,
            }
        };
        problems.into_iter().map(place).collect()
    }
}

/// Set a field by its path.
fn put(body: &mut Map<String, Value>, path: &str, value: Value) {
    let Some((section, field)) = path.split_once('.') else {
        body.insert(path.to_owned(), value);
        return;
    };
    let inner = body.entry(section).or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(inner) = inner {
        inner.insert(field.to_owned(), value);
    }
}

/// As a request would be read.
fn request(body: &Map<String, Value>) -> Result<Box<NewClient>, Vec<FieldProblem>> {
    let read = serde_json::to_vec(body)
        .map_err(ApiError::from)
        .and_then(|bytes| parse::<NewClient>(&bytes))
        .and_then(|input| check(&input).map(|()| Box::new(input)));
    read.map_err(|error| match error {
        ApiError::Invalid(fields) => fields,
        other => vec![FieldProblem::new("", other.code())],
    })
}

/// What earlier rows were about.
#[derive(Default)]
struct Seen {
    codes: HashMap<String, i32>,
    names: HashMap<String, i32>,
    telephones: HashMap<String, i32>,
}

impl Seen {
    /// A credit code belongs to one client; a name or a telephone may be shared where the sheet
    /// says why (A-CLI-14), as in a request.
    fn take(&mut self, row: i32, input: &NewClient) -> Vec<FieldProblem> {
        let mut repeated = vec![];
        let mut note = |seen: &mut HashMap<String, i32>, key: Option<String>, pointer, strict| {
            let Some(key) = key.filter(|key| !key.is_empty()) else { return };
            let first = *seen.entry(key).or_insert(row);
            if first != row && (strict || !input.confirm_duplicates) {
                repeated.push(FieldProblem::new(pointer, field::DUPLICATE).with("row", &first));
            }
        };
        let code = input.credit_code.as_deref().and_then(|code| credit_code::parse(code).ok());
        note(&mut self.codes, code, "/credit_code", true);
        note(&mut self.names, Some(company_name::fold(&input.name)), "/name", false);
        let telephone = input.telephone.as_deref().and_then(phone::normalise);
        note(&mut self.telephones, telephone, "/telephone", false);
        repeated
    }
}

#[cfg(test)]
#[path = "rows_tests.rs"]
mod tests;
