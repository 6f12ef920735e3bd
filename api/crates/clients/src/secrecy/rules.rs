//! When the undertaking holds, and what counts as signing it (A-CLI-18).
use crate::{SECRECY_NAME_DIFFERS, SECRECY_TEXT_CHANGED};
use chrono::{DateTime, Months, NaiveDate, Utc};
use kernel::code::{Code, Coded};
use kernel::text::normalise;
use serde::{Deserialize, Serialize};

/// Where somebody stands with the undertaking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[schema(as = SecrecyStanding)]
pub enum Standing {
    InForce,
    /// Never signed.
    Missing,
    /// Its time has run out.
    Expired,
    /// Another text is to be signed than the one that was.
    TextChanged,
}

/// What is known of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Of the text that is to be signed now.
    pub present: bool,
    pub valid_until: NaiveDate,
    pub at: DateTime<Utc>,
}

/// The signature that counts: of the present text the one that holds longest, or the latest one.
#[must_use]
pub fn counting(signed: &[Signed]) -> Option<Signed> {
    let present = signed.iter().filter(|one| one.present);
    let longest = present.max_by_key(|one| one.valid_until);
    longest.or_else(|| signed.iter().max_by_key(|one| one.at)).copied()
}

/// A-CLI-18: the present text, and not longer ago than it holds.
#[must_use]
pub fn standing(counting: Option<Signed>, today: NaiveDate) -> Standing {
    match counting {
        None => Standing::Missing,
        Some(signed) if !signed.present => Standing::TextChanged,
        Some(signed) if signed.valid_until < today => Standing::Expired,
        Some(_) => Standing::InForce,
    }
}

/// The last day of an undertaking that is signed today.
#[must_use]
pub fn valid_until(today: NaiveDate, months: i64) -> NaiveDate {
    let months = Months::new(u32::try_from(months).unwrap_or_default());
    today.checked_add_months(months).unwrap_or(today)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the text has changed since it was read")]
    TextChanged,
    #[error("what was typed is not the name")]
    NameDiffers,
}

impl Coded for Refused {
    fn code(&self) -> Code {
        match self {
            Self::TextChanged => SECRECY_TEXT_CHANGED,
            Self::NameDiffers => SECRECY_NAME_DIFFERS,
        }
    }
    fn clauses(&self) -> Vec<&'static str> {
        vec!["A-CLI-18"]
    }
}

/// Whoever signs has the present text before them and types their own name.
pub fn sign(seen: i64, present: i64, typed: &str, name: &str) -> Result<(), Refused> {
    if seen != present {
        return Err(Refused::TextChanged);
    }
    let spelled = |text: &str| normalise(text.trim());
    if spelled(typed) == spelled(name) { Ok(()) } else { Err(Refused::NameDiffers) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn signed(present: bool, valid_until: &str) -> Option<Signed> {
        let valid_until = day(valid_until);
        let at = valid_until.and_time(chrono::NaiveTime::MIN).and_utc();
        Some(Signed { present, valid_until, at })
    }

    #[test]
    fn of_several_signatures_that_of_the_present_text_counts() {
        let all: Vec<_> =
            [signed(true, "2027-01-31"), signed(false, "2027-03-31"), signed(true, "2027-02-28")]
                .into_iter()
                .flatten()
                .collect();
        // A text that comes back after another one is still signed.
        assert_eq!(counting(&all), signed(true, "2027-02-28"));
        let past: Vec<_> = all.iter().map(|one| Signed { present: false, ..*one }).collect();
        assert_eq!(counting(&past), signed(false, "2027-03-31"));
        assert_eq!(counting(&[]), None);
    }

    #[test]
    fn an_undertaking_holds_through_its_last_day() {
        let until = valid_until(day("2026-11-23"), 12);
        assert_eq!(until, day("2027-11-23"));
        let latest = signed(true, "2027-11-23");
        assert_eq!(standing(latest, day("2027-11-23")), Standing::InForce);
        assert_eq!(standing(latest, day("2027-11-24")), Standing::Expired);
        assert_eq!(standing(None, day("2026-11-23")), Standing::Missing);
    }

    #[test]
    fn another_text_has_to_be_signed_anew() {
        assert_eq!(standing(signed(false, "2027-11-23"), day("2026-11-23")), Standing::TextChanged);
    }

    #[test]
    fn the_last_of_february_is_the_last_day_of_a_month_that_has_no_thirtieth() {
        assert_eq!(valid_until(day("2027-11-30"), 3), day("2028-02-29"));
    }

    #[test]
    fn one_signs_the_present_text_by_ones_own_name() {
        assert_eq!(sign(2, 2, " 林晓梅 ", "林晓梅"), Ok(()));
        assert_eq!(sign(1, 2, "林晓梅", "林晓梅"), Err(Refused::TextChanged));
        assert_eq!(sign(2, 2, "林小梅", "林晓梅"), Err(Refused::NameDiffers));
        assert_eq!(sign(2, 2, "", "林晓梅"), Err(Refused::NameDiffers));
    }
}
