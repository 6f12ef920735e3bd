//! When a refresh token may be used, and how long a session lasts: pure.
use chrono::{DateTime, Duration, Utc};

/// An answer can get lost on the way; for so long the spent token brings the same successor again.
const GRACE: Duration = Duration::seconds(30);
/// However diligently it is refreshed, a session ends after this.
const LONGEST: Duration = Duration::days(90);

/// Why a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndReason {
    SignedOut,
    EndedByPerson,
    EndedByAdministrator,
    PasswordChanged,
    PersonDisabled,
    TokenReused,
}

impl EndReason {
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SignedOut => "SIGNED_OUT",
            Self::EndedByPerson => "ENDED_BY_PERSON",
            Self::EndedByAdministrator => "ENDED_BY_ADMINISTRATOR",
            Self::PasswordChanged => "PASSWORD_CHANGED",
            Self::PersonDisabled => "PERSON_DISABLED",
            Self::TokenReused => "TOKEN_REUSED",
        }
    }
}

/// What presenting a refresh token leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presented {
    /// First use: a successor takes its place.
    Rotate,
    /// The answer to the first use was lost: the same successor again.
    Repeat,
    /// Somebody has a copy: the session is over for all of them.
    Stolen,
}

/// `successor_spent`: whether the token that replaced it has itself been used. Once it has, the
/// honest client has got the answer, and whoever presents its predecessor is somebody else.
#[must_use]
pub fn present(
    spent_at: Option<DateTime<Utc>>,
    successor_spent: bool,
    now: DateTime<Utc>,
) -> Presented {
    match spent_at {
        None => Presented::Rotate,
        Some(at) if !successor_spent && now - at <= GRACE => Presented::Repeat,
        Some(_) => Presented::Stolen,
    }
}

/// End of a session that is used now.
#[must_use]
pub fn expiry(created_at: DateTime<Utc>, now: DateTime<Utc>, idle_days: u32) -> DateTime<Utc> {
    (now + Duration::days(i64::from(idle_days))).min(created_at + LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000 + seconds, 0).unwrap()
    }

    #[test]
    fn a_fresh_token_rotates() {
        assert_eq!(present(None, false, at(0)), Presented::Rotate);
    }

    #[test]
    fn a_lost_answer_is_given_again_for_thirty_seconds() {
        assert_eq!(present(Some(at(0)), false, at(30)), Presented::Repeat);
        assert_eq!(present(Some(at(0)), false, at(31)), Presented::Stolen);
    }

    #[test]
    fn once_the_successor_was_used_its_predecessor_is_a_copy() {
        assert_eq!(present(Some(at(0)), true, at(1)), Presented::Stolen);
    }

    #[test]
    fn a_session_slides_but_not_for_ever() {
        let start = at(0);
        assert_eq!(expiry(start, at(10), 14), at(10) + Duration::days(14));
        let late = start + Duration::days(89);
        assert_eq!(expiry(start, late, 14), start + Duration::days(90));
    }
}
