//! XLSX with rows kept in a temporary file, not in memory.

use super::{ExportColumn, SheetWriter, Value, WriteError};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

const LAST_ROW: u32 = 1_048_575;
const MAX_CELL_CHARS: usize = 32_767;
const MAX_SHEET_NAME: usize = 31;
/// Digits that Excel keeps; longer numbers are written as text.
const EXACT_DIGITS: usize = 15;

pub(super) struct XlsxWriter {
    workbook: Workbook,
    next_row: u32,
    /// Number formats for 0 to 6 places.
    places: Vec<Format>,
    date: Format,
    date_time: Format,
}

impl XlsxWriter {
    pub fn new(name: &str, columns: &[ExportColumn]) -> Result<Self, WriteError> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name(sheet_name(name))?;
        sheet.set_freeze_panes(1, 0)?;
        let bold = Format::new().set_bold();
        for (place, column) in (0_u16..).zip(columns) {
            sheet.set_column_width(place, column.width.clamp(4, 120))?;
            sheet.write_string_with_format(0, place, shortened(&column.title), &bold)?;
        }
        Ok(Self {
            workbook,
            next_row: 1,
            places: (0..=6).map(|n| Format::new().set_num_format(places(n))).collect(),
            date: Format::new().set_num_format("yyyy-mm-dd"),
            date_time: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
        })
    }
}

impl SheetWriter for XlsxWriter {
    fn row(&mut self, values: &[Value]) -> Result<(), WriteError> {
        let row = self.next_row;
        if row > LAST_ROW {
            return Err(WriteError::TooManyRows);
        }
        let Self { workbook, places, date, date_time, .. } = self;
        let sheet = workbook.worksheet_from_index(0)?;
        for (column, value) in (0_u16..).zip(values) {
            let at = (row, column);
            match value {
                Value::Empty => {}
                Value::Text(value) => text(sheet, at, value)?,
                Value::Integer(value) => number(sheet, at, &value.to_string(), places)?,
                Value::Decimal(value) => number(sheet, at, value, places)?,
                Value::Bool(value) => sheet.write_boolean(row, column, *value).map(drop)?,
                Value::Date(value) => {
                    moment(sheet, at, &value.format("%Y-%m-%d").to_string(), date)?;
                }
                Value::DateTime(value) => {
                    moment(sheet, at, &value.format("%Y-%m-%dT%H:%M:%S").to_string(), date_time)?;
                }
            }
        }
        self.next_row = row.saturating_add(1);
        Ok(())
    }

    fn mark(&mut self, text: &str) -> Result<(), WriteError> {
        // In the middle; an ampersand begins a code there.
        let header = format!("&C{}", text.replace('&', "&&"));
        self.workbook.worksheet_from_index(0)?.set_header(header);
        Ok(())
    }

    fn take(&mut self) -> Vec<u8> {
        Vec::new()
    }

    fn finish(mut self: Box<Self>) -> Result<Vec<u8>, WriteError> {
        Ok(self.workbook.save_to_buffer()?)
    }
}

/// Always a string cell, never a formula, whatever it begins with.
fn text(sheet: &mut Worksheet, (row, column): (u32, u16), value: &str) -> Result<(), XlsxError> {
    sheet.write_string(row, column, shortened(value)).map(drop)
}

/// Dates before 1900 do not exist in Excel and become text.
fn moment(
    sheet: &mut Worksheet,
    at: (u32, u16),
    iso: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    match ExcelDateTime::parse_from_str(iso) {
        Ok(time) => sheet.write_datetime_with_format(at.0, at.1, time, format).map(drop),
        Err(_) => text(sheet, at, iso),
    }
}

/// A number where Excel can hold it exactly, else its text.
fn number(
    sheet: &mut Worksheet,
    at: (u32, u16),
    digits: &str,
    formats: &[Format],
) -> Result<(), XlsxError> {
    let significant = digits.chars().filter(char::is_ascii_digit).count();
    let fraction = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let plain = digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
    let value = digits.parse::<f64>().ok().filter(|_| plain && significant <= EXACT_DIGITS);
    match (value, formats.get(fraction)) {
        (Some(value), Some(format)) => {
            sheet.write_number_with_format(at.0, at.1, value, format).map(drop)
        }
        _ => text(sheet, at, digits),
    }
}

fn places(count: usize) -> String {
    if count == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(count)) }
}

/// Excel refuses longer cells; the end of the text shows that it was cut.
fn shortened(value: &str) -> String {
    // Excel counts UTF-16 units; as many bytes are never fewer.
    if value.len() <= MAX_CELL_CHARS || value.encode_utf16().count() <= MAX_CELL_CHARS {
        return value.to_owned();
    }
    let mut left = MAX_CELL_CHARS.saturating_sub(1);
    let fits = |c: &char| {
        let fits = c.len_utf16() <= left;
        left = left.saturating_sub(c.len_utf16());
        fits
    };
    let mut short: String = value.chars().take_while(fits).collect();
    short.push('…');
    short
}

fn sheet_name(name: &str) -> String {
    let allowed =
        |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') && !c.is_control();
    let kept: String = name.chars().filter(allowed).take(MAX_SHEET_NAME).collect();
    if kept.trim().is_empty() { "Sheet1".to_owned() } else { kept }
}
