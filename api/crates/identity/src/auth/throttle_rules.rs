//! How wrong passwords slow further attempts down: pure.
//!
//! Three things are counted: an account from one address, an account from everywhere, and an
//! address over all accounts. Each allows some mistakes, then makes the next attempt wait 1, 2, 4 …
//! seconds, up to a quarter of an hour; a quarter of an hour without a mistake forgives all.
//! Nobody is locked out: a device or address from which the person has signed in before does not
//! wait because of attempts made elsewhere, and every wait ends by itself.
use chrono::{DateTime, Duration, Utc};

const LONGEST: Duration = Duration::minutes(15);
const FORGIVEN: Duration = Duration::minutes(15);

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    AccountFromAddress,
    Account,
    Address,
}

impl Kind {
    /// Mistakes before the first wait. An office of many people shares one address.
    const fn allowed(self) -> i32 {
        match self {
            Self::AccountFromAddress => 5,
            Self::Account => 10,
            Self::Address => 50,
        }
    }
}

/// What is known of one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub failures: i32,
    pub last_failed_at: DateTime<Utc>,
    pub blocked_until: Option<DateTime<Utc>>,
}

/// Seconds still to wait; none when free to try.
#[must_use]
pub fn wait(count: &Count, now: DateTime<Utc>) -> Option<i64> {
    let left = count.blocked_until? - now;
    (left > Duration::zero()).then(|| left.num_seconds().max(1))
}

/// One more attempt, counted as a mistake until it turns out to be none: attempts made at the same
/// time must not all pass before the first is counted.
#[must_use]
pub fn attempt(kind: Kind, count: &Count, now: DateTime<Utc>) -> Count {
    let forgiven = now - count.last_failed_at >= FORGIVEN;
    let failures = if forgiven { 1 } else { count.failures.saturating_add(1) };
    let beyond = failures.saturating_sub(kind.allowed());
    let blocked_until = (beyond >= 0).then(|| now + delay(beyond));
    Count { failures, last_failed_at: now, blocked_until }
}

/// 1, 2, 4 … seconds.
fn delay(beyond: i32) -> Duration {
    let doublings = u32::try_from(beyond).unwrap_or_default().min(10);
    Duration::seconds(1_i64 << doublings).min(LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000 + seconds, 0).unwrap()
    }

    fn none() -> Count {
        Count { failures: 0, last_failed_at: at(0), blocked_until: None }
    }

    fn after(attempts: i32, kind: Kind) -> Count {
        (0..attempts).fold(none(), |count, _| attempt(kind, &count, at(0)))
    }

    #[test]
    fn some_mistakes_are_free_and_then_each_costs_twice_as_much() {
        let kind = Kind::AccountFromAddress;
        assert_eq!(wait(&after(4, kind), at(0)), None);
        let waits: Vec<_> = (5..9).map(|n| wait(&after(n, kind), at(0))).collect();
        assert_eq!(waits, [Some(1), Some(2), Some(4), Some(8)]);
    }

    #[test]
    fn no_wait_is_longer_than_a_quarter_of_an_hour() {
        assert_eq!(wait(&after(90, Kind::Address), at(0)), Some(900));
        assert_eq!(wait(&after(i32::from(i16::MAX), Kind::Address), at(0)), Some(900));
    }

    #[test]
    fn a_wait_ends_by_itself_and_a_quiet_time_forgives() {
        let kind = Kind::AccountFromAddress;
        let blocked = after(6, kind);
        assert_eq!(wait(&blocked, at(1)), Some(1));
        assert_eq!(wait(&blocked, at(2)), None);
        assert_eq!(attempt(kind, &blocked, at(900)).failures, 1);
        assert_eq!(attempt(kind, &blocked, at(899)).failures, 7);
    }

    #[test]
    fn an_address_of_many_people_has_more_patience_than_one_account() {
        assert_eq!(wait(&after(49, Kind::Address), at(0)), None);
        assert!(wait(&after(50, Kind::Address), at(0)).is_some());
        assert!(wait(&after(10, Kind::Account), at(0)).is_some());
    }
}
