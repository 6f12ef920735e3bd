//! The time in which the demonstration's past happens. Ids come from it as well, so that the same
//! seed gives the same records: links into a demonstration stay good when it is made anew.
use chrono::{DateTime, Utc};
use kernel::clock::Clock;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use uuid::Uuid;

#[derive(Debug)]
pub struct PastClock {
    micros: AtomicI64,
    drawn: AtomicU64,
    seed: u64,
}

impl PastClock {
    /// `drawn`: ids that were taken before, so that a later run never repeats one.
    pub fn at(time: DateTime<Utc>, seed: u64, drawn: u64) -> Self {
        Self { micros: AtomicI64::new(time.timestamp_micros()), drawn: AtomicU64::new(drawn), seed }
    }

    /// A fresh UUIDv7 of a moment.
    pub fn id_at(&self, time: DateTime<Utc>) -> Uuid {
        let millis = u64::try_from(time.timestamp_millis()).unwrap_or_default();
        let drawn = self.drawn.fetch_add(1, Ordering::SeqCst);
        // Version and variant take bits of the first three bytes; the count fills the others.
        let [a, b, c, ..] = self.seed.to_be_bytes();
        let [_, d, e, f, g, h, i, j] = drawn.to_be_bytes();
        uuid::Builder::from_unix_timestamp_millis(millis, &[a, b, c, d, e, f, g, h, i, j])
            .into_uuid()
    }
}

impl Clock for PastClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.micros.load(Ordering::SeqCst)).unwrap_or_default()
    }

    fn fresh_id(&self) -> Uuid {
        self.id_at(self.now())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_the_same_again_distinct_and_in_the_order_of_time() {
        let time = DateTime::from_timestamp(1_600_000_000, 0).unwrap();
        let draw = || {
            let clock = PastClock::at(time, 7, 0);
            [clock.fresh_id(), clock.fresh_id(), clock.id_at(time + chrono::Duration::days(1))]
        };
        let [first, second, later] = draw();
        assert_eq!(draw(), [first, second, later]);
        assert!(first < second && second < later, "{first} {second} {later}");
        assert_eq!(first.get_version_num(), 7);
        assert_ne!(PastClock::at(time, 7, 2).fresh_id(), first);
    }
}
