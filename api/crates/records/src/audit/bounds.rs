//! Times as bounds on ids: an entry's id carries the moment of its commit, so a filter on time walks
//! the primary key instead of the whole trail.
use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

/// An entry is written at the end of its transaction and speaks of its beginning; no transaction
/// lives nearly this long.
const LONGEST_WORK: Duration = Duration::hours(1);

/// No entry that occurred at `after` or later has a smaller id.
#[must_use]
pub fn lowest(after: DateTime<Utc>) -> Uuid {
    floor(after)
}

/// No entry that occurred before `before` has this id or a greater one.
#[must_use]
pub fn above(before: DateTime<Utc>) -> Uuid {
    floor(before.checked_add_signed(LONGEST_WORK).unwrap_or(before))
}

/// The smallest id of a millisecond: 48 bits of time, then zeros.
fn floor(at: DateTime<Utc>) -> Uuid {
    let millis = u128::try_from(at.timestamp_millis()).unwrap_or_default() & 0xFFFF_FFFF_FFFF;
    Uuid::from_u128(millis << 80)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::clock::{Clock, ManualClock};

    #[test]
    fn ids_of_the_moment_lie_between_its_bounds() {
        let moment = DateTime::from_timestamp(1_764_000_000, 123_456_000).unwrap();
        let clock = ManualClock::at(moment);
        let id = clock.fresh_id();
        assert!(id >= lowest(moment) && id < above(moment));
        clock.advance(Duration::milliseconds(-1));
        assert!(clock.fresh_id() < lowest(moment));
    }

    #[test]
    fn what_was_written_late_in_a_long_transaction_is_still_found() {
        let began = DateTime::from_timestamp(1_764_000_000, 0).unwrap();
        let clock = ManualClock::at(began + Duration::minutes(5));
        assert!(clock.fresh_id() < above(began + Duration::microseconds(1)));
    }

    #[test]
    fn times_before_the_epoch_bound_nothing() {
        assert_eq!(lowest(DateTime::from_timestamp(-5, 0).unwrap()), Uuid::nil());
    }
}
