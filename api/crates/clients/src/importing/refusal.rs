//! Why a spreadsheet is refused as a whole.
use super::columns;
use crate::{
    IMPORT_COLUMN_MISSING, IMPORT_NO_ROWS, IMPORT_TOO_MANY_AT_ONCE, IMPORT_UNKNOWN_COLUMN,
    NOT_A_SPREADSHEET, SPREADSHEET_DAMAGED, SPREADSHEET_DATA_OUTSIDE_COLUMNS,
    SPREADSHEET_DUPLICATE_COLUMN, SPREADSHEET_EMPTY, SPREADSHEET_ENCRYPTED,
    SPREADSHEET_LEGACY_FORMAT, SPREADSHEET_TOO_LARGE_UNPACKED, SPREADSHEET_TOO_MANY_BYTES,
    SPREADSHEET_TOO_MANY_COLUMNS, SPREADSHEET_TOO_MANY_ROWS,
};
use kernel::code::{Code, Coded, Params};
use kernel::lang::Lang;
use kernel::sheet::SheetError;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error(transparent)]
    Sheet(#[from] SheetError),
    #[error("nobody knows the column {title:?}")]
    UnknownColumn { title: String, column: String },
    #[error("no column for {name}")]
    ColumnMissing { name: &'static str },
    #[error("headings and no rows")]
    NoRows,
    #[error("{rows} rows are too many for one transaction")]
    TooManyAtOnce { rows: usize, limit: usize },
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::Sheet(error) => sheet_code(error),
            Self::UnknownColumn { .. } => IMPORT_UNKNOWN_COLUMN,
            Self::ColumnMissing { .. } => IMPORT_COLUMN_MISSING,
            Self::NoRows => IMPORT_NO_ROWS,
            Self::TooManyAtOnce { .. } => IMPORT_TOO_MANY_AT_ONCE,
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Sheet(error) => sheet_params(error),
            Self::UnknownColumn { title, column } => {
                vec![("title", title.clone()), ("column", column.clone())]
            }
            Self::ColumnMissing { name } => {
                let text = columns::text(name).map(|text| text.in_lang(Lang::ZhCn));
                vec![("title", text.unwrap_or(name).to_owned())]
            }
            Self::NoRows => vec![],
            Self::TooManyAtOnce { rows, limit } => {
                vec![("rows", rows.to_string()), ("limit", limit.to_string())]
            }
        }
    }
}

fn sheet_code(error: &SheetError) -> Code {
    match error {
        SheetError::NotASpreadsheet => NOT_A_SPREADSHEET,
        SheetError::LegacyFormat => SPREADSHEET_LEGACY_FORMAT,
        SheetError::Encrypted => SPREADSHEET_ENCRYPTED,
        SheetError::Damaged => SPREADSHEET_DAMAGED,
        SheetError::Empty => SPREADSHEET_EMPTY,
        SheetError::TooManyBytes { .. } => SPREADSHEET_TOO_MANY_BYTES,
        SheetError::TooLargeUnpacked { .. } => SPREADSHEET_TOO_LARGE_UNPACKED,
        SheetError::TooManyRows { .. } => SPREADSHEET_TOO_MANY_ROWS,
        SheetError::TooManyColumns { .. } => SPREADSHEET_TOO_MANY_COLUMNS,
        SheetError::DuplicateColumn { .. } => SPREADSHEET_DUPLICATE_COLUMN,
        SheetError::DataOutsideColumns { .. } => SPREADSHEET_DATA_OUTSIDE_COLUMNS,
    }
}

fn sheet_params(error: &SheetError) -> Params {
    match error {
        SheetError::TooManyBytes { limit } => vec![("limit", format!("{} KiB", limit / 1024))],
        SheetError::TooLargeUnpacked { limit } => vec![("limit", format!("{} KiB", limit / 1024))],
        SheetError::TooManyRows { limit } | SheetError::TooManyColumns { limit } => {
            vec![("limit", limit.to_string())]
        }
        SheetError::DuplicateColumn { title } => vec![("title", title.clone())],
        SheetError::DataOutsideColumns { row, column } => {
            let letters = kernel::sheet::column_letters(column.saturating_sub(1));
            vec![("row", row.to_string()), ("column", letters)]
        }
        _ => vec![],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_refused_under_the_name_that_the_reader_gives() {
        for error in [
            SheetError::NotASpreadsheet,
            SheetError::LegacyFormat,
            SheetError::Encrypted,
            SheetError::Damaged,
            SheetError::Empty,
            SheetError::TooManyBytes { limit: 1 },
            SheetError::TooLargeUnpacked { limit: 1 },
            SheetError::TooManyRows { limit: 1 },
            SheetError::TooManyColumns { limit: 1 },
            SheetError::DuplicateColumn { title: "x".to_owned() },
            SheetError::DataOutsideColumns { row: 2, column: 3 },
        ] {
            let (code, name) = (sheet_code(&error), error.code());
            assert_eq!(code.name, name);
            let said = code.say(Lang::En, &sheet_params(&error));
            assert!(!said.contains('{'), "{said}");
        }
    }
}
