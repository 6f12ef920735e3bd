//! Time and chance are parameters: everything that asks for the hour or a fresh id asks the [`Clock`].
use chrono::{DateTime, SubsecRound, Utc};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};
use uuid::{NoContext, Timestamp, Uuid};

/// Source of the present moment, in UTC and whole microseconds (what PostgreSQL keeps).
pub trait Clock: Send + Sync + std::fmt::Debug {
    fn now(&self) -> DateTime<Utc>;

    /// A fresh UUIDv7 that carries this clock's time.
    fn fresh_id(&self) -> Uuid {
        let now = self.now();
        let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
        Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos()))
    }
}

/// The machine's clock, never going backwards within this process: a clock set back by an
/// administrator or by NTP must not reorder records that were acknowledged in order.
#[derive(Debug, Default)]
pub struct SystemClock {
    latest_micros: AtomicI64,
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    fn now(&self) -> DateTime<Utc> {
        let read = Utc::now().trunc_subsecs(6).timestamp_micros();
        let latest = self.latest_micros.fetch_max(read, Ordering::Relaxed).max(read);
        DateTime::from_timestamp_micros(latest).unwrap_or_default()
    }
}

/// A clock that stands where a test has put it.
#[derive(Debug)]
pub struct ManualClock(AtomicI64);

impl ManualClock {
    #[must_use]
    pub fn at(time: DateTime<Utc>) -> Arc<Self> {
        Arc::new(Self(AtomicI64::new(time.timestamp_micros())))
    }

    pub fn set(&self, time: DateTime<Utc>) {
        self.0.store(time.timestamp_micros(), Ordering::SeqCst);
    }

    pub fn advance(&self, by: chrono::Duration) {
        self.0.fetch_add(by.num_microseconds().unwrap_or_default(), Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0.load(Ordering::SeqCst)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_a_later_time_sort_later() {
        let clock = ManualClock::at(DateTime::from_timestamp(1_764_000_000, 0).unwrap());
        let first = clock.fresh_id();
        clock.advance(chrono::Duration::milliseconds(1));
        assert!(first < clock.fresh_id());
    }

    #[test]
    fn the_system_clock_never_goes_back() {
        let clock = SystemClock::default();
        clock.latest_micros.store(4_102_444_800_000_000, Ordering::Relaxed);
        assert_eq!(clock.now().timestamp(), 4_102_444_800);
    }
}
