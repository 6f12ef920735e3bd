//! What can be wrong with a spreadsheet.

use thiserror::Error;

/// Why a file was refused as a whole. Rows and columns count from 1, as the user sees them.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SheetError {
    #[error("the file is neither XLSX nor CSV")]
    NotASpreadsheet,
    #[error("XLS files of Excel 97 to 2003 are not read; save as XLSX")]
    LegacyFormat,
    #[error("the file is protected by a password")]
    Encrypted,
    #[error("the file is damaged")]
    Damaged,
    #[error("the file has no rows")]
    Empty,
    #[error("the file is larger than {limit} bytes")]
    TooManyBytes { limit: usize },
    #[error("the file unpacks to more than {limit} bytes")]
    TooLargeUnpacked { limit: u64 },
    #[error("the file has more than {limit} rows")]
    TooManyRows { limit: usize },
    #[error("the file has more than {limit} columns")]
    TooManyColumns { limit: usize },
    #[error("column {title:?} occurs twice")]
    DuplicateColumn { title: String },
    #[error("row {row} has a value in column {column}, which has no heading")]
    DataOutsideColumns { row: u32, column: usize },
}

impl SheetError {
    /// The stable code for problem documents and translations.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotASpreadsheet => "NOT_A_SPREADSHEET",
            Self::LegacyFormat => "SPREADSHEET_LEGACY_FORMAT",
            Self::Encrypted => "SPREADSHEET_ENCRYPTED",
            Self::Damaged => "SPREADSHEET_DAMAGED",
            Self::Empty => "SPREADSHEET_EMPTY",
            Self::TooManyBytes { .. } => "SPREADSHEET_TOO_MANY_BYTES",
            Self::TooLargeUnpacked { .. } => "SPREADSHEET_TOO_LARGE_UNPACKED",
            Self::TooManyRows { .. } => "SPREADSHEET_TOO_MANY_ROWS",
            Self::TooManyColumns { .. } => "SPREADSHEET_TOO_MANY_COLUMNS",
            Self::DuplicateColumn { .. } => "SPREADSHEET_DUPLICATE_COLUMN",
            Self::DataOutsideColumns { .. } => "SPREADSHEET_DATA_OUTSIDE_COLUMNS",
        }
    }
}

/// Why a sheet could not be written.
#[derive(Debug, Error)]
pub enum WriteError {
    /// An XLSX sheet ends at 1,048,576 rows; CSV has no such end.
    #[error("an XLSX sheet holds no more rows")]
    TooManyRows,
    /// Most often the temporary directory is full.
    #[error("the workbook could not be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}
