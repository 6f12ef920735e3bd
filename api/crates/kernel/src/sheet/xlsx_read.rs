//! XLSX by way of calamine, cell by cell.

use super::assemble::Assembly;
use super::{Cell, Format, Limits, Sheet, SheetError};
use calamine::{
    DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError, XlsxFormulaMetadata,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Excel keeps 15 digits; of a longer number the end is already lost in the file.
const FIRST_INEXACT: f64 = 1e15;

/// The parser is not ours and the file comes from anyone: a panic in it is a damaged file and must
/// not take the worker thread with it. Nothing outlives the call that a panic could leave broken.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet, SheetError> {
    catch_unwind(AssertUnwindSafe(|| parse(bytes, limits))).unwrap_or(Err(SheetError::Damaged))
}

fn parse(bytes: &[u8], limits: &Limits) -> Result<Sheet, SheetError> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|e| refusal(&e))?;
    let visible =
        |s: &&calamine::Sheet| s.typ == SheetType::WorkSheet && s.visible == SheetVisible::Visible;
    let first = workbook.sheets_metadata().iter().find(visible).map(|sheet| sheet.name.clone());
    let name = first.ok_or(SheetError::Empty)?;
    let mut reader = workbook.worksheet_cells_reader(&name).map_err(|e| refusal(&e))?;
    let mut assembly = Assembly::new(limits);
    let mut current = 0_u32;
    let mut cells: Vec<Cell> = Vec::new();
    while let Some(record) = reader.next_cell_with_formula_metadata().map_err(|e| refusal(&e))? {
        let value = cell(record.value, record.formula);
        if value == Cell::Empty {
            continue;
        }
        let (row, column) = record.pos;
        if row < current {
            return Err(SheetError::Damaged);
        }
        if row > current {
            assembly.row(current.saturating_add(1), std::mem::take(&mut cells))?;
            current = row;
        }
        put(&mut cells, column, value, limits)?;
    }
    assembly.row(current.saturating_add(1), cells)?;
    assembly.finish(Format::Xlsx, name)
}

fn put(cells: &mut Vec<Cell>, column: u32, value: Cell, limits: &Limits) -> Result<(), SheetError> {
    let too_many = SheetError::TooManyColumns { limit: limits.columns };
    let Some(at) = usize::try_from(column).ok().filter(|at| *at < limits.columns) else {
        return Err(too_many);
    };
    if cells.len() <= at {
        cells.resize(at.saturating_add(1), Cell::Empty);
    }
    if let Some(place) = cells.get_mut(at) {
        *place = value;
    }
    Ok(())
}

fn cell(value: DataRef<'_>, formula: Option<XlsxFormulaMetadata>) -> Cell {
    match formula {
        Some(
            XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. },
        ) => return Cell::Formula(formula),
        // Shared with another cell, or of a kind that a later calamine may tell apart.
        Some(_) => return Cell::Formula(String::new()),
        None => {}
    }
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) => text_cell(text),
        DataRef::SharedString(text) => text_cell(text.to_owned()),
        DataRef::Bool(value) => Cell::Bool(value),
        DataRef::Int(value) => Cell::Number(value.to_string()),
        DataRef::Float(value) => number(value),
        DataRef::DateTime(value) => date(value),
        DataRef::DateTimeIso(text) => iso_date(&text),
        DataRef::DurationIso(text) => Cell::Text(text),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    }
}

fn text_cell(text: String) -> Cell {
    if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// The shortest digits that mean the stored number: Excel writes 1.1 as 1.1000000000000001.
fn number(value: f64) -> Cell {
    if value.is_finite() && value.abs() < FIRST_INEXACT {
        Cell::Number(value.to_string())
    } else {
        Cell::Error("NUMBER_TOO_LONG".to_owned())
    }
}

fn date(value: ExcelDateTime) -> Cell {
    let (year, month, day, hour, minute, second, milli) = value.to_ymd_hms_milli();
    let days = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
    let time =
        NaiveTime::from_hms_milli_opt(hour.into(), minute.into(), second.into(), milli.into());
    match (days, time) {
        (Some(date), Some(time)) if value.is_datetime() && year >= 1900 => {
            dated(date.and_time(time))
        }
        _ => Cell::Error("NOT_A_DATE".to_owned()),
    }
}

fn iso_date(text: &str) -> Cell {
    let bare = text.trim_end_matches('Z');
    let midnight = || bare.parse::<NaiveDate>().map(|date| date.and_time(NaiveTime::MIN));
    match bare.parse::<NaiveDateTime>().or_else(|_| midnight()) {
        Ok(time) => dated(time),
        Err(_) => Cell::Error("NOT_A_DATE".to_owned()),
    }
}

fn dated(time: NaiveDateTime) -> Cell {
    if time.time() == NaiveTime::MIN { Cell::Date(time.date()) } else { Cell::DateTime(time) }
}

fn refusal(error: &XlsxError) -> SheetError {
    match error {
        XlsxError::Password => SheetError::Encrypted,
        XlsxError::FileNotFound(_)
        | XlsxError::RelationshipNotFound
        | XlsxError::NotAWorksheet(_) => SheetError::NotASpreadsheet,
        _ => SheetError::Damaged,
    }
}
