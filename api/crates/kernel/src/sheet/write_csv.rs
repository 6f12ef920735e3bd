//! CSV after RFC 4180, with the mark that makes Excel read UTF-8.

use super::formula::neutralise;
use super::{ExportColumn, SheetWriter, Value, WriteError};

const BYTE_ORDER_MARK: &str = "\u{feff}";

pub(super) struct CsvWriter {
    ready: String,
    columns: usize,
}

impl CsvWriter {
    pub fn new(columns: &[ExportColumn]) -> Self {
        let mut writer = Self { ready: BYTE_ORDER_MARK.to_owned(), columns: columns.len() };
        writer.line(columns.iter().map(|column| neutralise(&column.title)));
        writer
    }

    fn line(&mut self, fields: impl Iterator<Item = String>) {
        for (place, field) in fields.enumerate() {
            if place > 0 {
                self.ready.push(',');
            }
            self.field(&field);
        }
        self.ready.push_str("\r\n");
    }

    fn field(&mut self, field: &str) {
        let spaced = field.starts_with(' ') || field.ends_with(' ');
        if spaced || field.contains([',', ';', '"', '\r', '\n', '\t']) {
            self.ready.push('"');
            self.ready.push_str(&field.replace('"', "\"\""));
            self.ready.push('"');
        } else {
            self.ready.push_str(field);
        }
    }
}

impl SheetWriter for CsvWriter {
    fn row(&mut self, values: &[Value]) -> Result<(), WriteError> {
        let missing = std::iter::repeat_n(&Value::Empty, self.columns.saturating_sub(values.len()));
        self.line(values.iter().chain(missing).map(written));
        Ok(())
    }

    fn mark(&mut self, _text: &str) -> Result<(), WriteError> {
        Ok(())
    }

    fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.ready).into_bytes()
    }

    fn finish(mut self: Box<Self>) -> Result<Vec<u8>, WriteError> {
        Ok(self.take())
    }
}

/// Only true numbers may begin with a minus; all other text is neutralised.
fn written(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => neutralise(text),
        Value::Integer(number) => number.to_string(),
        Value::Decimal(digits) if digits.parse::<f64>().is_ok_and(f64::is_finite) => digits.clone(),
        Value::Decimal(text) => neutralise(text),
        Value::Bool(value) => value.to_string().to_uppercase(),
        Value::Date(date) => date.format("%Y-%m-%d").to_string(),
        Value::DateTime(time) => time.format("%Y-%m-%d %H:%M:%S").to_string(),
    }
}
