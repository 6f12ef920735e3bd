//! The months, quarters and years that cards are sorted by (A-CLI-12).
use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PeriodKind {
    Month,
    Quarter,
    Year,
}

impl PeriodKind {
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Month => "MONTH",
            Self::Quarter => "QUARTER",
            Self::Year => "YEAR",
        }
    }

    const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }
}

/// A month, a quarter or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub kind: PeriodKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Period {
    /// `2026-11`, `2026-Q4` or `2026`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = match text.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (text, None),
        };
        let year = number(year, 4).filter(|year| (1900..=9999).contains(year))?;
        let (kind, month) = match rest.map(|rest| (rest.strip_prefix('Q'), rest)) {
            None => (PeriodKind::Year, 1),
            Some((Some(quarter), _)) => {
                let quarter = number(quarter, 1).filter(|it| (1..=4).contains(it))?;
                (PeriodKind::Quarter, quarter.checked_mul(3)?.checked_sub(2)?)
            }
            Some((None, month)) => (PeriodKind::Month, number(month, 2)?),
        };
        let from = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, 1)?;
        let to = from.checked_add_months(Months::new(kind.months()))?.pred_opt()?;
        Some(Self { kind, from, to })
    }

    /// As it is written.
    #[must_use]
    pub fn name(&self) -> String {
        match self.kind {
            PeriodKind::Month => self.from.format("%Y-%m").to_string(),
            PeriodKind::Quarter => {
                format!("{}-Q{}", self.from.year(), self.from.month().div_ceil(3))
            }
            PeriodKind::Year => self.from.format("%Y").to_string(),
        }
    }

    /// From its first moment to the first that is no longer in it, on the company's clock.
    #[must_use]
    pub fn moments(&self, zone: Tz) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let begins = |day| kernel::wall::day_begin(day, zone);
        Some((begins(self.from)?, begins(self.to.succ_opt()?)?))
    }
}

fn number(text: &str, digits: usize) -> Option<u32> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Option<(String, String, String)> {
        Period::parse(text).map(|it| (it.name(), it.from.to_string(), it.to.to_string()))
    }

    #[test]
    fn months_quarters_and_years_are_read() {
        let said = |name: &str, from: &str, to: &str| {
            Some((name.to_owned(), from.to_owned(), to.to_owned()))
        };
        assert_eq!(days("2026-11"), said("2026-11", "2026-11-01", "2026-11-30"));
        assert_eq!(days("2024-02"), said("2024-02", "2024-02-01", "2024-02-29"));
        assert_eq!(days("2026-Q4"), said("2026-Q4", "2026-10-01", "2026-12-31"));
        assert_eq!(days("2026-Q1"), said("2026-Q1", "2026-01-01", "2026-03-31"));
        assert_eq!(days("2026"), said("2026", "2026-01-01", "2026-12-31"));
        for bad in [
            "",
            "26",
            "2026-13",
            "2026-0",
            "2026-Q5",
            "2026-Q0",
            "2026-q1",
            "2026-1",
            "+026",
            "2026-11-01",
        ] {
            assert_eq!(days(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_month_begins_at_the_companys_midnight() {
        let november = Period::parse("2026-11").unwrap();
        let (from, to) = november.moments(chrono_tz::Asia::Shanghai).unwrap();
        assert_eq!(from.to_rfc3339(), "2026-10-31T16:00:00+00:00");
        assert_eq!(to.to_rfc3339(), "2026-11-30T16:00:00+00:00");
    }
}
