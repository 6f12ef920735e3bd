//! CSV as Chinese spreadsheet programs write it.

use super::assemble::Assembly;
use super::formula::restore;
use super::{Cell, Format, Limits, Sheet, SheetError};
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, GB18030, UTF_8};

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet, SheetError> {
    let text = decode(bytes).ok_or(SheetError::NotASpreadsheet)?;
    if text.trim().is_empty() {
        return Err(SheetError::Empty);
    }
    if is_other_format(&text) {
        return Err(SheetError::NotASpreadsheet);
    }
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut assembly = Assembly::new(limits);
    let mut record = StringRecord::new();
    let mut row = 0_u32;
    while reader.read_record(&mut record).map_err(|_| SheetError::Damaged)? {
        if record.len() > limits.columns
            && record.iter().skip(limits.columns).any(|f| !f.trim().is_empty())
        {
            return Err(SheetError::TooManyColumns { limit: limits.columns });
        }
        let cells = record.iter().take(limits.columns).map(cell).collect();
        row = row.saturating_add(1).saturating_add(empty_lines(&text, &record).unwrap_or(0));
        assembly.row(row, cells)?;
    }
    assembly.finish(Format::Csv, String::new())
}

fn cell(field: &str) -> Cell {
    let restored = restore(field);
    if field.trim_start().starts_with('=') {
        Cell::Formula(field.trim().to_owned())
    } else if restored.trim().is_empty() {
        Cell::Empty
    } else {
        Cell::Text(restored.to_owned())
    }
}

/// Empty lines the reader passed over before a record: a spreadsheet program numbers them too, while
/// line breaks inside quotes are no rows there.
fn empty_lines(text: &str, record: &StringRecord) -> Option<u32> {
    let start = usize::try_from(record.position()?.byte()).ok()?;
    let (before, after) = text.split_at_checked(start)?;
    // The reader stops between CR and LF.
    let after =
        if before.ends_with('\r') { after.strip_prefix('\n').unwrap_or(after) } else { after };
    let content = after.trim_start_matches(['\r', '\n']);
    // By length: comparing the remaining text for each record would take quadratic time.
    let blank = after.get(..after.len().checked_sub(content.len())?)?.replace("\r\n", "\n");
    u32::try_from(blank.len()).ok()
}

/// UTF-16 only with its mark; without any mark UTF-8 if it is valid, else GB18030 if that is. A
/// text with control characters is no text.
fn decode(bytes: &[u8]) -> Option<String> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            encoding.decode_without_bom_handling_and_without_replacement(bytes.get(mark..)?)
        }
        None => UTF_8
            .decode_without_bom_handling_and_without_replacement(bytes)
            .or_else(|| GB18030.decode_without_bom_handling_and_without_replacement(bytes)),
    }?;
    let control =
        |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{80}'..='\u{9f}');
    (!text.contains(control)).then(|| text.into_owned())
}

/// Texts that are no tables: web pages saved as .xls, JSON, PDF without binary parts.
fn is_other_format(text: &str) -> bool {
    let start = text.trim_start();
    ["<", "%PDF", "{", "[{", "{\\rtf"].iter().any(|mark| start.starts_with(mark))
}

/// The separator that occurs most in the first line, outside quotes.
fn delimiter(text: &str) -> u8 {
    let mut quoted = false;
    let (mut comma, mut semicolon, mut tab) = (0_usize, 0_usize, 0_usize);
    for c in text.trim_start().chars() {
        match c {
            '"' => quoted = !quoted,
            '\n' | '\r' if !quoted => break,
            ',' if !quoted => comma = comma.saturating_add(1),
            ';' if !quoted => semicolon = semicolon.saturating_add(1),
            '\t' if !quoted => tab = tab.saturating_add(1),
            _ => {}
        }
    }
    if tab > comma && tab >= semicolon {
        b'\t'
    } else if semicolon > comma {
        b';'
    } else {
        b','
    }
}
