//! Writing, mostly by reading back.

use super::*;
use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use std::io::{Cursor, Read};

fn columns() -> Vec<ExportColumn> {
    ["名称", "金额", "成立"]
        .map(|title| ExportColumn { title: title.to_owned(), width: 20 })
        .to_vec()
}

fn time() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_hms_opt(8, 30, 5).unwrap()
}

fn written(format: Format, rows: &[Vec<Value>]) -> Vec<u8> {
    let mut writer = write(format, "客户/列表", &columns()).unwrap();
    let mut bytes = Vec::new();
    for row in rows {
        writer.row(row).unwrap();
        bytes.extend(writer.take());
    }
    bytes.extend(writer.finish().unwrap());
    bytes
}

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

fn read_back(bytes: &[u8]) -> Sheet {
    read(bytes, "", &Limits::default()).unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn csv_is_marked_quoted_and_safe() {
    let rows = [
        vec![
            text("张三,\"贸易\""),
            Value::Decimal("-12.50".to_owned()),
            Value::Date(time().date()),
        ],
        vec![text("=HYPERLINK(\"x\")"), Value::Integer(-3), Value::DateTime(time())],
        vec![text("+86"), Value::Decimal("=1".to_owned()), Value::Bool(true)],
        vec![text("一\n二")],
    ];
    let expected = "\u{feff}名称,金额,成立\r\n\"张三,\"\"贸易\"\"\",-12.50,2026-11-22\r\n\
        \"'=HYPERLINK(\"\"x\"\")\",-3,2026-11-22 08:30:05\r\n'+86,'=1,TRUE\r\n\"一\n二\",,\r\n";
    assert_eq!(String::from_utf8(written(Format::Csv, &rows)).unwrap(), expected);
}

#[test]
fn a_mark_stands_above_every_page_and_is_no_cell() {
    for (format, head) in [(Format::Xlsx, Some("&amp;C机密 · 张&amp;&amp;李")), (Format::Csv, None)]
    {
        let mut writer = write(format, "客户", &columns()).unwrap();
        writer.mark("机密 · 张&李").unwrap();
        writer.row(&[text("a")]).unwrap();
        let bytes = writer.finish().unwrap();
        if let Some(head) = head {
            let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
            assert!(sheet.contains(&format!("<oddHeader>{head}</oddHeader>")), "{sheet}");
        }
        assert_eq!(read_back(&bytes).rows.len(), 1);
    }
}

#[test]
fn csv_comes_chunk_by_chunk() {
    let mut writer = write(Format::Csv, "", &columns()).unwrap();
    assert!(!writer.take().is_empty());
    assert!(writer.take().is_empty());
    writer.row(&[text("a")]).unwrap();
    assert_eq!(writer.take(), b"a,,\r\n");
    assert!(writer.finish().unwrap().is_empty());
}

#[test]
fn dangerous_beginnings_are_neutralised_in_csv() {
    for start in ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝"] {
        let bytes = written(Format::Csv, &[vec![text(&format!("{start}cmd"))]]);
        let line = String::from_utf8(bytes).unwrap().split_once("\r\n").unwrap().1.to_owned();
        assert!(line.trim_start_matches('"').starts_with('\''), "{line:?}");
    }
}

#[test]
fn xlsx_keeps_text_text_and_dates_dates() {
    let rows = [
        vec![text("=1+1"), Value::Decimal("1234.50".to_owned()), Value::Date(time().date())],
        vec![text("0012"), Value::Integer(7), Value::DateTime(time())],
        vec![text("@x"), Value::Integer(i64::MAX), Value::Bool(true)],
        vec![text("旧"), Value::Empty, Value::Date(NaiveDate::from_ymd_opt(1850, 1, 1).unwrap())],
    ];
    let bytes = written(Format::Xlsx, &rows);
    let sheet = read_back(&bytes);
    assert_eq!(sheet.name, "客户列表");
    let cell = |row: usize, column: usize| sheet.rows[row].cells[column].clone();
    assert_eq!(cell(0, 0), Cell::Text("=1+1".to_owned()));
    assert_eq!(cell(0, 1), Cell::Number("1234.5".to_owned()));
    assert_eq!(cell(0, 2), Cell::Date(time().date()));
    assert_eq!(cell(1, 0), Cell::Text("0012".to_owned()));
    assert_eq!(cell(1, 1), Cell::Number("7".to_owned()));
    assert_eq!(cell(1, 2), Cell::DateTime(time()));
    assert_eq!(cell(2, 1), Cell::Text(i64::MAX.to_string()));
    assert_eq!(cell(2, 2), Cell::Bool(true));
    assert_eq!(cell(3, 2), Cell::Text("1850-01-01".to_owned()));
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!xml.contains("<f>"));
    assert!(xml.contains("state=\"frozen\"") && xml.contains("<cols>"), "{xml}");
    assert!(part(&bytes, "xl/styles.xml").contains("<b/>"));
}

#[test]
fn xlsx_cuts_what_excel_cannot_hold_and_says_so() {
    let bytes = written(Format::Xlsx, &[vec![text(&"𠮷".repeat(20_000))]]);
    let Cell::Text(kept) = read_back(&bytes).rows[0].cells[0].clone() else { panic!("no text") };
    assert!(kept.ends_with('…') && kept.encode_utf16().count() <= 32_767);
}

#[test]
fn names_of_worksheets_are_made_allowed() {
    for name in ["", "[]:*?/\\", &"长".repeat(40)] {
        let bytes = write(Format::Xlsx, name, &columns()).unwrap().finish().unwrap();
        assert!((1..=31).contains(&read_back(&bytes).name.chars().count()));
    }
}

proptest! {
    #[test]
    fn text_survives_an_export_and_import(cells in proptest::collection::vec("[=+@'a-z张,;\"\n -]{0,12}", 1..6)) {
        for format in [Format::Csv, Format::Xlsx] {
            let rows: Vec<Vec<Value>> = cells.iter().map(|cell| vec![text("x"), text(cell)]).collect();
            let sheet = read_back(&written(format, &rows));
            for (row, cell) in sheet.rows.iter().zip(&cells) {
                let expected = if cell.trim().is_empty() { Cell::Empty } else { Cell::Text(cell.clone()) };
                prop_assert_eq!(row.cell(1), &expected);
            }
        }
    }
}
