//! Whether a qualification holds on a day, and for how much longer.
use chrono::NaiveDate;
use kernel::code::field;
use kernel::error::ApiError;
use serde::Serialize;
use utoipa::ToSchema;

/// How a qualification stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Validity {
    NotYetValid,
    Valid,
    /// Ends within the days that the company wants to know it before.
    Expiring,
    Expired,
}

/// The last day still counts.
#[must_use]
pub fn validity(
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    today: NaiveDate,
    notice_days: i64,
) -> Validity {
    if from.is_some_and(|from| from > today) {
        return Validity::NotYetValid;
    }
    match until.map(|until| until.signed_duration_since(today).num_days()) {
        Some(left) if left < 0 => Validity::Expired,
        Some(left) if left <= notice_days => Validity::Expiring,
        _ => Validity::Valid,
    }
}

/// It cannot end before it begins.
pub fn term(from: Option<NaiveDate>, until: Option<NaiveDate>) -> Result<(), ApiError> {
    match (from, until) {
        (Some(from), Some(until)) if until < from => {
            Err(ApiError::field("/valid_until", field::ORDER))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn the_last_day_still_counts_and_the_next_does_not() {
        let on = |today: &str| {
            validity(day("2023-11-23"), day("2026-11-22"), today.parse().unwrap(), 30)
        };
        assert_eq!(on("2023-11-22"), Validity::NotYetValid);
        assert_eq!(on("2023-11-23"), Validity::Valid);
        assert_eq!(on("2026-10-22"), Validity::Valid);
        assert_eq!(on("2026-10-23"), Validity::Expiring);
        assert_eq!(on("2026-11-22"), Validity::Expiring);
        assert_eq!(on("2026-11-23"), Validity::Expired);
    }

    #[test]
    fn without_a_term_it_holds() {
        let today = "2026-11-22".parse().unwrap();
        assert_eq!(validity(None, None, today, 30), Validity::Valid);
        assert_eq!(validity(day("2026-11-22"), None, today, 30), Validity::Valid);
    }

    #[test]
    fn a_term_does_not_end_before_it_begins() {
        assert!(term(day("2026-01-01"), day("2026-01-01")).is_ok());
        assert!(term(day("2026-01-01"), None).is_ok());
        assert!(term(day("2026-01-02"), day("2026-01-01")).is_err());
    }
}
