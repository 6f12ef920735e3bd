//! Spreadsheets that people send in, and those they take away.
//!
//! Reading takes bytes from anyone: sizes are bounded before anything is parsed, and whatever is
//! wrong is a [`SheetError`] with a code. Writing goes row by row.

mod assemble;
mod cell;
mod container;
mod csv_read;
mod error;
mod file_format;
mod formula;
mod write;
mod write_csv;
mod write_xlsx;
mod xlsx_read;

#[cfg(test)]
mod read_tests;
#[cfg(test)]
mod write_tests;

pub use cell::{Cell, Column, Format, Limits, Row, Sheet, column_letters};
pub use error::{SheetError, WriteError};
pub use file_format::FileFormat;
pub use write::{ExportColumn, SheetWriter, Value, write};

/// Reads the first visible worksheet of an XLSX file, or a CSV file (UTF-8, UTF-16 with BOM,
/// GB18030; comma, semicolon or tab).
///
/// The content decides what it is; `filename_hint` only refuses a text that calls itself a
/// workbook. The first row that is not empty gives the columns; empty rows are left out. Takes
/// time in proportion to the file: keep it off the async threads.
pub fn read(bytes: &[u8], filename_hint: &str, limits: &Limits) -> Result<Sheet, SheetError> {
    if bytes.len() > limits.bytes {
        return Err(SheetError::TooManyBytes { limit: limits.bytes });
    }
    if bytes.is_empty() {
        return Err(SheetError::Empty);
    }
    match container::kind(bytes) {
        container::Kind::Zip => {
            container::check(bytes, limits)?;
            xlsx_read::read(bytes, limits)
        }
        container::Kind::Encrypted => Err(SheetError::Encrypted),
        container::Kind::Legacy => Err(SheetError::LegacyFormat),
        container::Kind::Other if container::claims_workbook(filename_hint) => {
            Err(SheetError::NotASpreadsheet)
        }
        container::Kind::Other => csv_read::read(bytes, limits),
    }
}
