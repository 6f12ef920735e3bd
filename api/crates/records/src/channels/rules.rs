//! When a notice is mailed. Pure: times of the company's day in, a moment out.
use super::choice::MailChoice;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use kernel::wall::instant;

/// Half past eight.
pub const DIGEST: i16 = 8 * 60 + 30;
/// From ten in the evening to seven.
pub const QUIET: (i16, i16) = (22 * 60, 7 * 60);

/// When somebody is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// Minutes after midnight.
    pub digest: i16,
    pub quiet: Option<(i16, i16)>,
}

impl Default for Hours {
    fn default() -> Self {
        Self { digest: DIGEST, quiet: Some(QUIET) }
    }
}

/// The moment at which a notice of `told` is mailed; none: never. An escalation goes at once, in quiet
/// hours too: whoever could put it off could mute it.
#[must_use]
pub fn moment(
    told: DateTime<Utc>,
    (always, choice): (bool, MailChoice),
    hours: Hours,
    zone: Tz,
) -> Option<DateTime<Utc>> {
    if always {
        return Some(told);
    }
    let wished = match choice {
        MailChoice::Never => return None,
        MailChoice::AtOnce => told,
        MailChoice::Digest => next(told, hours.digest, zone),
    };
    Some(hours.quiet.map_or(wished, |quiet| after_quiet(wished, quiet, zone)))
}

/// The next time of day that is not before a moment.
fn next(after: DateTime<Utc>, minute: i16, zone: Tz) -> DateTime<Utc> {
    let today = after.with_timezone(&zone).date_naive();
    let on = |day: NaiveDate| at(day, minute, zone);
    let now = on(today);
    if now >= after {
        return now;
    }
    today.checked_add_days(Days::new(1)).map_or(after, on)
}

fn after_quiet(wished: DateTime<Utc>, (from, to): (i16, i16), zone: Tz) -> DateTime<Utc> {
    let local = wished.with_timezone(&zone);
    let minutes = local.time().signed_duration_since(NaiveTime::MIN).num_minutes();
    let minute = i16::try_from(minutes).unwrap_or_default();
    let quiet =
        if from <= to { (from..to).contains(&minute) } else { minute >= from || minute < to };
    if quiet { next(wished, to, zone) } else { wished }
}

/// A time of the company's day.
fn at(day: NaiveDate, minute: i16, zone: Tz) -> DateTime<Utc> {
    let wall = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute));
    instant(wall, zone).unwrap_or_else(|| wall.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SHANGHAI: Tz = chrono_tz::Asia::Shanghai;

    fn utc(text: &str) -> DateTime<Utc> {
        format!("{text}:00+08:00").parse::<DateTime<chrono::FixedOffset>>().unwrap().to_utc()
    }

    fn mailed(told: &str, choice: MailChoice, hours: Hours) -> Option<String> {
        let moment = moment(utc(told), (false, choice), hours, SHANGHAI)?;
        Some(moment.with_timezone(&SHANGHAI).format("%Y-%m-%dT%H:%M").to_string())
    }

    #[test]
    fn at_once_is_at_once_and_after_the_quiet_hours_otherwise() {
        let hours = Hours::default();
        let at_once = |told| mailed(told, MailChoice::AtOnce, hours).unwrap();
        assert_eq!(at_once("2026-11-30T10:15"), "2026-11-30T10:15");
        assert_eq!(at_once("2026-11-30T21:59"), "2026-11-30T21:59");
        assert_eq!(at_once("2026-11-30T22:00"), "2026-12-01T07:00");
        assert_eq!(at_once("2026-12-01T06:59"), "2026-12-01T07:00");
        assert_eq!(at_once("2026-12-01T07:00"), "2026-12-01T07:00");
        let loud = Hours { quiet: None, ..hours };
        assert_eq!(
            mailed("2026-11-30T23:00", MailChoice::AtOnce, loud).unwrap(),
            "2026-11-30T23:00"
        );
        let noon = Hours { quiet: Some((12 * 60, 14 * 60)), ..hours };
        assert_eq!(
            mailed("2026-11-30T12:30", MailChoice::AtOnce, noon).unwrap(),
            "2026-11-30T14:00"
        );
        assert_eq!(
            mailed("2026-11-30T23:30", MailChoice::AtOnce, noon).unwrap(),
            "2026-11-30T23:30"
        );
    }

    #[test]
    fn a_digest_comes_at_its_time_and_not_in_the_quiet_hours() {
        let digest = |told, hours| mailed(told, MailChoice::Digest, hours).unwrap();
        assert_eq!(digest("2026-11-30T08:30", Hours::default()), "2026-11-30T08:30");
        assert_eq!(digest("2026-11-30T08:31", Hours::default()), "2026-12-01T08:30");
        assert_eq!(digest("2026-12-31T23:59", Hours::default()), "2027-01-01T08:30");
        let early = Hours { digest: 6 * 60, ..Hours::default() };
        assert_eq!(digest("2026-11-30T08:00", early), "2026-12-01T07:00");
        assert_eq!(mailed("2026-11-30T08:00", MailChoice::Never, Hours::default()), None);
    }

    #[test]
    fn an_escalation_waits_for_nothing() {
        let told = utc("2026-11-30T23:30");
        for choice in [MailChoice::Never, MailChoice::Digest, MailChoice::AtOnce] {
            assert_eq!(moment(told, (true, choice), Hours::default(), SHANGHAI), Some(told));
        }
    }

    #[test]
    fn an_hour_that_summer_time_leaves_out_is_when_the_clocks_jump() {
        let berlin = chrono_tz::Europe::Berlin;
        let told = "2026-03-29T00:30:00Z".parse().unwrap();
        let hours = Hours { digest: 2 * 60 + 30, quiet: None };
        let moment = moment(told, (false, MailChoice::Digest), hours, berlin).unwrap();
        assert_eq!(moment.to_rfc3339(), "2026-03-29T01:00:00+00:00");
    }

    proptest! {
        /// Never before it was told, never in the quiet hours, never more than two days later.
        #[test]
        fn a_mail_waits_for_the_end_of_the_quiet_hours_and_no_longer(
            seconds in 1_760_000_000_i64..1_830_000_000,
            digest in 0_i16..1440, from in 0_i16..1440, length in 1_i16..=720, at_once: bool,
        ) {
            let to = (from + length) % 1440;
            let told = DateTime::from_timestamp(seconds, 0).unwrap();
            let hours = Hours { digest, quiet: Some((from, to)) };
            let choice = if at_once { MailChoice::AtOnce } else { MailChoice::Digest };
            let moment = moment(told, (false, choice), hours, SHANGHAI).unwrap();
            prop_assert!(moment >= told);
            prop_assert!(moment - told <= TimeDelta::hours(36));
            prop_assert_eq!(after_quiet(moment, (from, to), SHANGHAI), moment);
        }
    }
}
