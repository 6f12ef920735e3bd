use std::fmt;
use std::str::FromStr;

/// A percentage in hundredths of a percent, exact; on the wire `"12.50"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(pub i64);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a percentage has at most two decimals")]
pub struct PercentError;

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let hundredths = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", hundredths / 100, hundredths % 100)
    }
}

impl FromStr for Percent {
    type Err = PercentError;

    fn from_str(text: &str) -> Result<Self, PercentError> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !plain(whole) || !plain(decimals) || decimals.len() > 2 {
            return Err(PercentError);
        }
        let whole: i64 = whole.parse().map_err(|_| PercentError)?;
        let hundredths: i64 = format!("{decimals:0<2}").parse().map_err(|_| PercentError)?;
        let sum = whole.checked_mul(100).and_then(|w| w.checked_add(hundredths));
        sum.and_then(|s| s.checked_mul(sign)).map(Self).ok_or(PercentError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_written_with_two_decimals() {
        for (text, hundredths, written) in [
            ("12.5", 1250, "12.50"),
            ("0.05", 5, "0.05"),
            ("-3", -300, "-3.00"),
            ("100", 10_000, "100.00"),
        ] {
            let read: Percent = text.parse().unwrap();
            assert_eq!((read.0, read.to_string()), (hundredths, written.to_owned()));
        }
    }

    #[test]
    fn what_is_no_percentage_is_refused() {
        for text in ["", ".5", "5.", "1.234", "1e2", "+5", "٣", "--1", "99999999999999999999"] {
            assert_eq!(text.parse::<Percent>(), Err(PercentError), "{text}");
        }
    }
}
