//! Time and chance are parameters: everything that asks for the hour or a fresh id asks the [`Clock`].
use chrono::{DateTime, SubsecRound, Utc};
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicI64, Ordering},
};
use uuid::{ContextV7, Timestamp, Uuid};

/// Source of the present moment, in UTC and whole microseconds (what PostgreSQL keeps).
pub trait Clock: Send + Sync + std::fmt::Debug {
    fn now(&self) -> DateTime<Utc>;

    /// A fresh UUIDv7 that carries this clock's time and sorts after every one drawn before.
    fn fresh_id(&self) -> Uuid;
}

/// Draws ids in order. Trail and events are numbered in the order of their ids, so two acts on one
/// record within a millisecond must not be told in reverse: below the millisecond an id carries the
/// rest of the time (which orders processes on one machine) and a counter.
#[derive(Debug)]
pub struct IdSequence(Mutex<ContextV7>);

impl Default for IdSequence {
    fn default() -> Self {
        Self(Mutex::new(ContextV7::new().with_additional_precision()))
    }
}

impl IdSequence {
    /// The next id, of this moment.
    #[must_use]
    pub fn next(&self, now: DateTime<Utc>) -> Uuid {
        let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
        Uuid::new_v7(Timestamp::from_unix(&self.0, seconds, now.timestamp_subsec_nanos()))
    }

    /// Forget what was drawn, so that ids follow a clock that was set back.
    fn restart(&self) {
        let mut context = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *context = ContextV7::new().with_additional_precision();
    }
}

/// The machine's clock, never going backwards within this process: a clock set back by an
/// administrator or by NTP must not reorder records that were acknowledged in order.
#[derive(Debug, Default)]
pub struct SystemClock {
    latest_micros: AtomicI64,
    ids: IdSequence,
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    fn now(&self) -> DateTime<Utc> {
        let read = Utc::now().trunc_subsecs(6).timestamp_micros();
        let latest = self.latest_micros.fetch_max(read, Ordering::Relaxed).max(read);
        DateTime::from_timestamp_micros(latest).unwrap_or_default()
    }

    fn fresh_id(&self) -> Uuid {
        self.ids.next(self.now())
    }
}

/// A clock that stands where a test has put it.
#[derive(Debug)]
pub struct ManualClock {
    micros: AtomicI64,
    ids: IdSequence,
}

impl ManualClock {
    #[must_use]
    pub fn at(time: DateTime<Utc>) -> Arc<Self> {
        let micros = AtomicI64::new(time.timestamp_micros());
        Arc::new(Self { micros, ids: IdSequence::default() })
    }

    pub fn set(&self, time: DateTime<Utc>) {
        let before = self.micros.swap(time.timestamp_micros(), Ordering::SeqCst);
        if time.timestamp_micros() < before {
            self.ids.restart();
        }
    }

    pub fn advance(&self, by: chrono::Duration) {
        self.set(self.now() + by);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.micros.load(Ordering::SeqCst)).unwrap_or_default()
    }

    fn fresh_id(&self) -> Uuid {
        self.ids.next(self.now())
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
    fn ids_of_one_moment_sort_in_the_order_they_were_drawn() {
        let clock = ManualClock::at(DateTime::from_timestamp(1_764_000_000, 0).unwrap());
        let drawn: Vec<_> = (0..1000).map(|_| clock.fresh_id()).collect();
        assert!(drawn.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn ids_follow_a_clock_that_was_set_back() {
        let clock = ManualClock::at(DateTime::from_timestamp(1_764_000_000, 0).unwrap());
        let first = clock.fresh_id();
        clock.advance(chrono::Duration::milliseconds(-1));
        assert!(clock.fresh_id() < first);
    }

    #[test]
    fn the_system_clock_never_goes_back() {
        let clock = SystemClock::default();
        clock.latest_micros.store(4_102_444_800_000_000, Ordering::Relaxed);
        assert_eq!(clock.now().timestamp(), 4_102_444_800);
    }
}
