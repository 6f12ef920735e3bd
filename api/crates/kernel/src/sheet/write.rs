//! What both kinds of export have in common.

use super::write_csv::CsvWriter;
use super::write_xlsx::XlsxWriter;
use super::{Format, WriteError};
use chrono::{NaiveDate, NaiveDateTime};

/// A column of an export.
#[derive(Clone, Debug)]
pub struct ExportColumn {
    pub title: String,
    /// In characters of the default font; a Hanzi takes two. CSV has no widths.
    pub width: u16,
}

/// One value of an export.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Empty,
    /// Stays text whatever it looks like: numbers with leading zeros, credit codes, `=1+1`.
    Text(String),
    Integer(i64),
    /// Decimal digits (`-1234.50`), shown with as many places as written.
    Decimal(String),
    Bool(bool),
    Date(NaiveDate),
    /// Without zone: convert to the company's time before.
    DateTime(NaiveDateTime),
}

/// Takes rows one by one; memory does not grow with their number.
pub trait SheetWriter: Send {
    /// Appends a row; missing values at its end are empty.
    fn row(&mut self, values: &[Value]) -> Result<(), WriteError>;

    /// A line above every printed page, such as the level of what is in it. A CSV holds nothing but
    /// its cells and has none.
    fn mark(&mut self, text: &str) -> Result<(), WriteError>;

    /// The bytes that are ready, taken out. Always none for XLSX before the end.
    fn take(&mut self) -> Vec<u8>;

    /// Ends the file and gives the bytes not taken yet.
    fn finish(self: Box<Self>) -> Result<Vec<u8>, WriteError>;
}

/// Begins a file with its headings. `name` is the worksheet's (at most 31 characters; what Excel
/// does not allow in it is left out).
pub fn write(
    format: Format,
    name: &str,
    columns: &[ExportColumn],
) -> Result<Box<dyn SheetWriter>, WriteError> {
    Ok(match format {
        Format::Csv => Box::new(CsvWriter::new(columns)),
        Format::Xlsx => Box::new(XlsxWriter::new(name, columns)?),
    })
}
