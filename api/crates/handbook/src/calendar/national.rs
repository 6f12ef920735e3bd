//! The public holidays that come with the product.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Source and licence: `data/calendar-cn.NOTICE.md`.
const CHINA: &str = include_str!("../../data/calendar-cn.json");

/// A holiday or make-up day as announced by the State Council.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NationalDay {
    pub date: NaiveDate,
    pub kind: super::ExceptionKind,
    pub name_zh: String,
    pub name_en: String,
}

impl NationalDay {
    /// The exception under the name that the company's calendar stores.
    pub fn into_exception(self) -> super::DayException {
        super::DayException { date: self.date, kind: self.kind, name: self.name_zh, hours: None }
    }
}

/// All days in `data/calendar-cn.json`, in order of date.
///
/// # Errors
/// Only if the file built into the binary is damaged; a test reads it.
pub fn national_days() -> Result<Vec<NationalDay>, serde_json::Error> {
    serde_json::from_str(CHINA)
}

/// The years for which the days are complete.
pub fn national_years(days: &[NationalDay]) -> BTreeSet<i32> {
    days.iter().map(|day| day.date.year()).collect()
}
