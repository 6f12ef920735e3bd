//! From a cell to the value of a field. What does not fit is said with the field codes that a
//! request would get.
use super::columns::{Column, Shape};
use crate::archive::kinds::{ClientKind, ClientState};
use chrono::NaiveDate;
use kernel::code::{Code, field};
use kernel::ids::PersonId;
use kernel::lang::Text;
use kernel::money::{Amount, Money};
use kernel::sheet::Cell;
use kernel::text::normalise;
use sea_orm::Iterable;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Whom the names in the sheet mean; a name that several people bear means nobody.
pub type People = HashMap<String, PersonId>;

/// The value of a cell, none where it is empty.
pub fn read(column: &Column, cell: &Cell, people: &People) -> Result<Option<Value>, Code> {
    match cell {
        Cell::Empty => return Ok(None),
        Cell::Formula(_) => return Err(field::FORMULA),
        Cell::Error(_) => return Err(field::FORMAT),
        _ => {}
    }
    match column.shape {
        Shape::Text => plain(cell).map(Value::String),
        Shape::Kind => choice(cell, ClientKind::iter().map(|it| (json!(it), it.text()))),
        Shape::State => choice(cell, ClientState::iter().map(|it| (json!(it), it.text()))),
        Shape::Bool => flag(cell),
        Shape::Whole => whole(cell),
        Shape::Money => money(cell),
        Shape::Date => date(cell),
        Shape::Tags => plain(cell).map(|text| tags(&text)),
        Shape::Person => person(cell, people),
    }
    .map(Some)
}

/// A text; a number stands for its digits (telephones, postcodes).
fn plain(cell: &Cell) -> Result<String, Code> {
    match cell {
        Cell::Text(text) => Ok(text.trim().to_owned()),
        Cell::Number(digits) => Ok(digits.clone()),
        _ => Err(field::WRONG_TYPE),
    }
}

fn choice(cell: &Cell, choices: impl Iterator<Item = (Value, Text)>) -> Result<Value, Code> {
    let typed = normalise(&plain(cell)?).to_lowercase();
    let means = |code: &Value, text: &Text| {
        let names = [code.as_str().unwrap_or_default(), text.zh, text.tw, text.en];
        names.iter().any(|name| normalise(name).to_lowercase() == typed)
    };
    let found = choices.into_iter().find(|(code, text)| means(code, text));
    found.map(|(code, _)| code).ok_or(field::NOT_IN_CHOICE)
}

fn flag(cell: &Cell) -> Result<Value, Code> {
    if let Cell::Bool(value) = cell {
        return Ok(json!(value));
    }
    match plain(cell)?.to_lowercase().as_str() {
        "是" | "yes" | "y" | "true" | "1" | "√" => Ok(json!(true)),
        "否" | "no" | "n" | "false" | "0" | "×" => Ok(json!(false)),
        _ => Err(field::NOT_IN_CHOICE),
    }
}

fn whole(cell: &Cell) -> Result<Value, Code> {
    let digits = grouped(&plain(cell)?);
    let whole = digits.trim_end_matches("人").trim();
    whole.parse::<i32>().map(|number| json!(number)).map_err(|_| field::WRONG_TYPE)
}

/// In yuan; `1,250,000.00`, `¥1250000`, `125万元` and a number cell are the same.
fn money(cell: &Cell) -> Result<Value, Code> {
    let text = grouped(&plain(cell)?);
    let digits = text.trim_start_matches(['\u{a5}', '\u{ffe5}']).trim_end_matches("元").trim();
    let units = [("亿", 8), ("億", 8), ("万", 4), ("萬", 4)];
    let counted =
        units.iter().find_map(|(unit, places)| Some((digits.strip_suffix(unit)?, *places)));
    let (digits, places) = counted.unwrap_or((digits, 0));
    let written = shifted(digits.trim(), places).ok_or(field::WRONG_TYPE)?;
    let amount: Amount = written.parse().map_err(|_| field::WRONG_TYPE)?;
    Ok(json!(Money::cny(amount)))
}

/// The point of a written number so many places to the right: `12.5` by four is `125000`.
fn shifted(digits: &str, places: usize) -> Option<String> {
    if places == 0 {
        return Some(digits.to_owned());
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (moved, rest) = fraction.split_at_checked(places.min(fraction.len()))?;
    let zeros = "0".repeat(places.saturating_sub(moved.len()));
    let point = if rest.is_empty() { "" } else { "." };
    let written = format!("{whole}{moved}{zeros}");
    let significant = written.trim_start_matches('0');
    let whole = if significant.is_empty() { "0" } else { significant };
    Some(format!("{whole}{point}{rest}"))
}

/// Without the commas that group digits.
fn grouped(text: &str) -> String {
    text.replace([',', '\u{ff0c}', ' '], "")
}

fn date(cell: &Cell) -> Result<Value, Code> {
    match cell {
        Cell::Date(date) => Ok(json!(date)),
        Cell::DateTime(time) => Ok(json!(time.date())),
        Cell::Text(text) => written_date(text.trim()).map(|date| json!(date)).ok_or(field::FORMAT),
        _ => Err(field::WRONG_TYPE),
    }
}

/// As people write dates here; the year always first.
fn written_date(text: &str) -> Option<NaiveDate> {
    const WAYS: [(&str, usize); 5] =
        [("%Y-%m-%d", 4), ("%Y/%m/%d", 4), ("%Y.%m.%d", 4), ("%Y年%m月%d日", 4), ("%Y%m%d", 8)];
    // chrono takes a year of any length; a date of ours has four digits of it.
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let fitting = WAYS.iter().filter(|(_, leading)| *leading == digits);
    fitting.into_iter().find_map(|(way, _)| NaiveDate::parse_from_str(text, way).ok())
}

fn tags(text: &str) -> Value {
    let parts = text.split([',', '\u{ff0c}', '、', ';', '\u{ff1b}', '\n']);
    json!(parts.map(str::trim).filter(|tag| !tag.is_empty()).collect::<Vec<_>>())
}

fn person(cell: &Cell, people: &People) -> Result<Value, Code> {
    let known = people.get(&called(&plain(cell)?));
    known.map(|id| json!(id)).ok_or(field::UNKNOWN_REFERENCE)
}

/// As names of people are compared.
#[must_use]
pub fn called(name: &str) -> String {
    name.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importing::columns::COLUMNS;

    fn cell(name: &str, cell: &Cell) -> Result<Option<Value>, &'static str> {
        let column = COLUMNS.iter().find(|column| column.name == name).unwrap();
        let people = People::from([("王芳".to_owned(), PersonId(uuid::Uuid::from_u128(7)))]);
        read(column, cell, &people).map_err(|code| code.name)
    }

    fn text(name: &str, value: &str) -> Result<Option<Value>, &'static str> {
        cell(name, &Cell::Text(value.to_owned()))
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let read = |text: &str| {
            cell("annual_sales", &Cell::Text(text.to_owned()))
                .map(|it| it.unwrap()["amount"].clone())
        };
        for (text, yuan) in [
            ("1,250,000", "1250000.00"),
            ("125万元", "1250000.00"),
            ("12.5万", "125000.00"),
            ("1.23456 亿元", "123456000.00"),
            ("¥80萬", "800000.00"),
            ("0.00015万", "1.50"),
        ] {
            assert_eq!(read(text), Ok(json!(yuan)), "{text}");
        }
        for text in ["约500万", "万", "1.2.3万", "十万"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn texts_numbers_and_choices_are_read_as_people_write_them() {
        assert_eq!(text("name", " 成都锦川 "), Ok(Some(json!("成都锦川"))));
        assert_eq!(cell("postcode", &Cell::Number("610041".into())), Ok(Some(json!("610041"))));
        for kind in ["机构", "機構", "institution", "INSTITUTION"] {
            assert_eq!(text("kind", kind), Ok(Some(json!("INSTITUTION"))), "{kind}");
        }
        assert_eq!(text("state", "已有客户"), Ok(Some(json!("EXISTING"))));
        assert_eq!(text("state", "老客户"), Err("NOT_IN_CHOICE"));
        assert_eq!(text("group_buy", "是"), Ok(Some(json!(true))));
        assert_eq!(text("employees", "1,200人"), Ok(Some(json!(1200))));
        assert_eq!(text("tags", "月结、展会,VIP"), Ok(Some(json!(["月结", "展会", "VIP"]))));
        assert_eq!(text("owner_id", "王芳"), Ok(Some(json!(uuid::Uuid::from_u128(7)))));
    }

    #[test]
    fn money_is_exact_and_dates_are_dates() {
        let money = |value: &str| text("assets", value).map(|v| v.unwrap()["amount"].clone());
        assert_eq!(money("¥1,250,000.50元"), Ok(json!("1250000.50")));
        assert_eq!(money("约一百万"), Err("WRONG_TYPE"));
        assert_eq!(money("0.00001"), Err("WRONG_TYPE"));
        for date in ["2008-03-01", "2008/3/1", "2008.03.01", "2008年3月1日", "20080301"] {
            assert_eq!(text("founded_on", date), Ok(Some(json!("2008-03-01"))), "{date}");
        }
        for bad in ["08-03-01", "2008-13-01", "三月", "2008"] {
            assert_eq!(text("founded_on", bad), Err("FORMAT"), "{bad}");
        }
    }

    #[test]
    fn what_is_no_value_is_refused() {
        assert_eq!(cell("name", &Cell::Formula("=A1".into())), Err("FORMULA"));
        assert_eq!(cell("name", &Cell::Error("#N/A".into())), Err("FORMAT"));
        assert_eq!(cell("name", &Cell::Bool(true)), Err("WRONG_TYPE"));
        assert_eq!(cell("founded_on", &Cell::Number("39508".into())), Err("WRONG_TYPE"));
        assert_eq!(text("owner_id", "张三"), Err("UNKNOWN_REFERENCE"));
        assert_eq!(cell("name", &Cell::Empty), Ok(None));
    }
}
