//! Reading: encodings, kinds of cells, refusals, and bytes that are anything at all.

use super::*;
use chrono::NaiveDate;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format as Style, Formula, Workbook};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn limits() -> Limits {
    Limits { bytes: 1 << 20, unpacked_bytes: 4 << 20, rows: 10, columns: 5 }
}

fn csv(bytes: &[u8]) -> Result<Sheet, SheetError> {
    read(bytes, "客户.csv", &limits())
}

fn text(value: &str) -> Cell {
    Cell::Text(value.to_owned())
}

/// A workbook with one cell of each kind in row 2.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("隐藏").unwrap().set_hidden(true);
    let sheet = book.add_worksheet().set_name("客户").unwrap();
    sheet.set_active(true);
    for (column, title) in (0..).zip(["名称", "金额", "成立", "合规", "备注"]) {
        sheet.write(0, column, title).unwrap();
    }
    let date = Style::new().set_num_format("yyyy-mm-dd");
    sheet.write(1, 0, "张三贸易").unwrap();
    sheet.write(1, 1, 1234.57).unwrap();
    sheet.write_with_format(1, 2, ExcelDateTime::from_ymd(2026, 11, 22).unwrap(), &date).unwrap();
    sheet.write(1, 3, true).unwrap();
    sheet.write(1, 4, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write(3, 1, 310_101_199_001_011_234.0).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn cells_keep_their_kind_and_place() {
    let sheet = read(&workbook(), "客户.xlsx", &limits()).unwrap();
    assert_eq!((sheet.format, sheet.name.as_str()), (Format::Xlsx, "客户"));
    assert_eq!(sheet.columns[2], Column { position: 2, title: "成立".to_owned() });
    let date = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let kinds = [
        text("张三贸易"),
        Cell::Number("1234.57".to_owned()),
        Cell::Date(date),
        Cell::Bool(true),
        Cell::Formula("1+1".to_owned()),
    ];
    assert_eq!(sheet.rows[0], Row { number: 2, cells: kinds.to_vec() });
    assert_eq!(sheet.rows[1].number, 4);
    assert_eq!(sheet.rows[1].cell(1), &Cell::Error("NUMBER_TOO_LONG".to_owned()));
    assert_eq!(sheet.rows[1].cell(99), &Cell::Empty);
}

#[test]
fn every_usual_encoding_of_a_csv_is_read() {
    let content = "名称,电话\r\n张三贸易,13800138000\r\n";
    let utf16: Vec<u8> =
        format!("\u{feff}{content}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big_endian: Vec<u8> =
        format!("\u{feff}{content}").encode_utf16().flat_map(u16::to_be_bytes).collect();
    let gb18030 = encoding_rs::GB18030.encode(content).0.into_owned();
    let marked = format!("\u{feff}{content}").into_bytes();
    for bytes in [content.as_bytes().to_vec(), marked, utf16, big_endian, gb18030] {
        let sheet = csv(&bytes).unwrap();
        assert_eq!(sheet.columns[0].title, "名称");
        assert_eq!(sheet.rows[0].cells, [text("张三贸易"), text("13800138000")]);
    }
}

#[test]
fn separators_quotes_and_row_numbers() {
    let sheet =
        csv("名称;备注\r\n\r\n\"张;三\";\"一\n二\"\r\n李四;=1+1\r\n'=a;'b".as_bytes()).unwrap();
    assert_eq!(sheet.rows[0], Row { number: 3, cells: vec![text("张;三"), text("一\n二")] });
    assert_eq!(sheet.rows[1].number, 4);
    assert_eq!(sheet.rows[1].cell(1), &Cell::Formula("=1+1".to_owned()));
    assert_eq!(sheet.rows[2].cells, [text("=a"), text("'b")]);
    assert_eq!(csv("a\tb\n1\t2".as_bytes()).unwrap().columns.len(), 2);
}

#[test]
fn files_that_are_no_tables_are_refused() {
    let compound = |name: &str| {
        let stream = name.encode_utf16().flat_map(u16::to_le_bytes);
        [0xd0, 0xcf, 0x11, 0xe0].into_iter().chain(stream).collect::<Vec<u8>>()
    };
    assert_eq!(csv(&compound("EncryptedPackage")), Err(SheetError::Encrypted));
    assert_eq!(csv(&compound("Workbook")), Err(SheetError::LegacyFormat));
    for bytes in [
        &b"\x89PNG\r\n\x1a\n\0\0"[..],
        b"%PDF-1.7",
        b"<html><table>",
        b"{\"a\":1}",
        b"\xff\xfe\x00",
        b"a\0b",
    ] {
        assert_eq!(csv(bytes), Err(SheetError::NotASpreadsheet), "{bytes:?}");
    }
    assert_eq!(read(b"a,b", "x.XLSX", &limits()), Err(SheetError::NotASpreadsheet));
    assert_eq!(csv(b""), Err(SheetError::Empty));
    assert_eq!(csv(b" \r\n "), Err(SheetError::Empty));
    assert_eq!(csv(&archive(&[("word/document.xml", 10)])), Err(SheetError::NotASpreadsheet));
    let mut cut = workbook();
    cut.truncate(cut.len() / 2);
    assert_eq!(csv(&cut), Err(SheetError::Damaged));
}

fn archive(parts: &[(&str, usize)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, size) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&vec![b'0'; *size]).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_bomb_is_refused_whatever_sizes_it_declares() {
    let mut bomb = archive(&[("[Content_Types].xml", 1), ("xl/worksheets/sheet1.xml", 5 << 20)]);
    let refused = Err(SheetError::TooLargeUnpacked { limit: 4 << 20 });
    assert!(bomb.len() < 100_000);
    assert_eq!(csv(&bomb), refused);
    // The size unpacked stands little-endian in both headers; make it a lie.
    let declared = u32::try_from(5 << 20).unwrap().to_le_bytes();
    let places: Vec<usize> =
        (0..bomb.len() - 4).filter(|at| bomb[*at..*at + 4] == declared).collect();
    assert!(places.len() >= 2);
    places.into_iter().for_each(|at| bomb[at..at + 4].copy_from_slice(&[1, 0, 0, 0]));
    assert!(matches!(csv(&bomb), Err(SheetError::TooLargeUnpacked { .. } | SheetError::Damaged)));
}

#[test]
fn limits_are_kept() {
    let rows = |count: usize| format!("a\n{}", "1\n".repeat(count));
    assert_eq!(csv(rows(10).as_bytes()).unwrap().rows.len(), 10);
    assert_eq!(csv(rows(11).as_bytes()), Err(SheetError::TooManyRows { limit: 10 }));
    assert_eq!(csv(b"a,b,c,d,e,f"), Err(SheetError::TooManyColumns { limit: 5 }));
    assert_eq!(csv(b"a,b,c,d,e,,,").unwrap().columns.len(), 5);
    let small = Limits { bytes: 3, ..limits() };
    assert_eq!(read(b"a,b\n", "", &small), Err(SheetError::TooManyBytes { limit: 3 }));
    let narrow = Limits { columns: 3, ..limits() };
    assert_eq!(read(&workbook(), "", &narrow), Err(SheetError::TooManyColumns { limit: 3 }));
}

#[test]
fn headings_must_be_clear() {
    let twice = Err(SheetError::DuplicateColumn { title: "Ｎame ".trim().to_owned() });
    assert_eq!(csv("name,Ｎame \n1,2".as_bytes()), twice);
    assert_eq!(
        csv(b"a,,c\n1,,3\n1,2,3"),
        Err(SheetError::DataOutsideColumns { row: 3, column: 2 })
    );
    assert_eq!(csv(b"a\n1,2"), Err(SheetError::DataOutsideColumns { row: 2, column: 2 }));
}

#[test]
fn columns_have_letters() {
    let letters: Vec<String> = [0, 25, 26, 701, 702].into_iter().map(column_letters).collect();
    assert_eq!(letters, ["A", "Z", "AA", "ZZ", "AAA"]);
}

/// Rewrites one part of a workbook, so that broken XML reaches the parser inside a sound archive.
fn with_part(book: &[u8], name: &str, change: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut part = old.by_index(index).unwrap();
        let part_name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
        if part_name.ends_with(name) {
            change(&mut bytes);
        }
        new.start_file(part_name, SimpleFileOptions::default()).unwrap();
        new.write_all(&bytes).unwrap();
    }
    new.finish().unwrap().into_inner()
}

fn bounded(result: &Result<Sheet, SheetError>) -> bool {
    result.as_ref().map_or(true, |sheet| {
        let width = sheet.columns.len();
        width <= 5
            && sheet.rows.len() <= 10
            && sheet.rows.iter().all(|row| row.cells.len() == width)
    })
}

proptest! {
    #[test]
    fn random_bytes_give_a_sheet_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(bounded(&csv(&bytes)));
        let zipped: Vec<u8> = b"PK\x03\x04".iter().copied().chain(bytes).collect();
        prop_assert!(csv(&zipped).is_err());
    }

    #[test]
    fn random_text_gives_a_sheet_or_an_error(text in "[a-z张,;\"\n\r\t='+]{0,80}") {
        prop_assert!(bounded(&csv(text.as_bytes())));
    }

    #[test]
    fn a_mutated_workbook_gives_a_sheet_or_an_error(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = workbook();
        for (at, value) in &changes {
            let at = at.index(bytes.len());
            bytes[at] = *value;
        }
        prop_assert!(bounded(&csv(&bytes)));
    }

    #[test]
    fn mutated_xml_inside_gives_a_sheet_or_an_error(
        part in prop::sample::select(vec!["sheet2.xml", "workbook.xml", "styles.xml", "sharedStrings.xml", ".rels"]),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), "[0-9A-Za-z<>/\"= &;]"), 1..5)) {
        let bytes = with_part(&workbook(), part, |bytes| {
            for (at, value) in &changes {
                let at = at.index(bytes.len());
                bytes[at] = value.as_bytes()[0];
            }
        });
        prop_assert!(bounded(&csv(&bytes)));
    }
}
