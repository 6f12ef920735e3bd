//! A sheet as read: columns, rows, cells with their place.

use chrono::{NaiveDate, NaiveDateTime};

/// Bounds on what is read.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Size of the file.
    pub bytes: usize,
    /// Size of all parts of an XLSX file together, unpacked.
    pub unpacked_bytes: u64,
    /// Rows with values, the headings not counted.
    pub rows: usize,
    pub columns: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 20 << 20, unpacked_bytes: 256 << 20, rows: 50_000, columns: 200 }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Xlsx,
    Csv,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub format: Format,
    /// The worksheet's name; empty for CSV.
    pub name: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// From 0; [`column_letters`] gives the name the user sees.
    pub position: usize,
    /// Trimmed; empty where a column has no heading (and then no values either).
    pub title: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// From 1, as the spreadsheet program numbers it.
    pub number: u32,
    /// One for each column of the sheet, in the same order.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell at a column's position.
    pub fn cell(&self, position: usize) -> &Cell {
        self.cells.get(position).unwrap_or(&Cell::Empty)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    /// Decimal digits without exponent (`-1234.5`), exactly as the file means them.
    Number(String),
    Bool(bool),
    Date(NaiveDate),
    DateTime(NaiveDateTime),
    /// The formula's text, empty where the file shares it with another cell. Never evaluated.
    Formula(String),
    /// An error value (`#N/A`), or `NUMBER_TOO_LONG` (15 digits are all that Excel keeps: write
    /// such numbers as text), `NOT_A_DATE`.
    Error(String),
}

/// The letters of a column counted from 0: 0 is `A`, 26 is `AA`.
pub fn column_letters(position: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = Some(position);
    while let Some(at) = rest {
        letters.extend(('A'..='Z').nth(at % 26));
        rest = (at / 26).checked_sub(1);
    }
    letters.into_iter().rev().collect()
}
