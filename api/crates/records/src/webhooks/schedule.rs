//! When a delivery that failed is tried again.
use chrono::Duration;

/// After each failure; over three days in all, as the standard proposes.
const AFTER: &[Duration] = &[
    Duration::seconds(5),
    Duration::minutes(5),
    Duration::minutes(30),
    Duration::hours(2),
    Duration::hours(5),
    Duration::hours(10),
    Duration::hours(14),
    Duration::hours(20),
    Duration::hours(24),
];

/// No receiver puts a delivery off by more than this at a time.
const FURTHEST: Duration = Duration::hours(24);

/// How long to wait after so many failures, and no shorter than the receiver asked for; none: it is
/// given up.
#[must_use]
pub fn after(failures: i32, asked: Option<Duration>) -> Option<Duration> {
    let place = usize::try_from(failures).ok()?.checked_sub(1)?;
    let usual = *AFTER.get(place)?;
    Some(asked.map_or(usual, |asked| usual.max(asked.min(FURTHEST))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delivery_is_tried_ten_times_over_three_days() {
        let waits: Vec<_> = (1..).map_while(|failures| after(failures, None)).collect();
        assert_eq!(waits.len(), 9);
        let whole = waits.iter().fold(Duration::zero(), |sum, wait| sum + *wait);
        assert!(whole > Duration::days(3) && whole < Duration::days(4), "{whole}");
        assert!(waits.is_sorted());
    }

    #[test]
    fn a_receiver_asks_for_more_time_and_not_for_less_or_for_ever() {
        assert_eq!(after(1, Some(Duration::seconds(60))), Some(Duration::seconds(60)));
        assert_eq!(after(2, Some(Duration::seconds(1))), Some(Duration::minutes(5)));
        assert_eq!(after(1, Some(Duration::days(30))), Some(FURTHEST));
        assert_eq!(after(10, Some(Duration::seconds(1))), None);
        assert_eq!(after(0, None), None);
    }
}
