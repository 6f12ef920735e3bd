//! What a key may carry, and for how long.
use super::entity;
use crate::codes;
use crate::permissions::is_over_rights;
use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use kernel::access::{Actor, Place};
use kernel::code::{self, Code, Coded, Params};

/// The furthest last day.
pub const LONGEST_DAYS: u64 = 366;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("api-key.manage is needed for the owner")]
    NotAllowed,
    #[error("the caller does not hold {0}")]
    Exceeds(String),
    #[error("{0} gives power over rights")]
    Privileged(String),
    #[error("the key has been revoked")]
    Revoked,
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::NotAllowed => code::PERMISSION_MISSING,
            Self::Exceeds(_) => codes::KEY_EXCEEDS_OWN,
            Self::Privileged(_) => codes::KEY_PRIVILEGED,
            Self::Revoked => codes::KEY_REVOKED,
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::NotAllowed => vec![("permission", "api-key.manage".to_owned())],
            Self::Exceeds(permission) | Self::Privileged(permission) => {
                vec![("permission", permission.clone())]
            }
            Self::Revoked => vec![],
        }
    }
    fn escalation(&self) -> Option<&'static str> {
        match self {
            Self::NotAllowed => Some("api-key.manage"),
            Self::Exceeds(_) | Self::Privileged(_) => Some("role.grant"),
            Self::Revoked => None,
        }
    }
}

/// What the owner holds; power over people and rights stays with people.
pub fn carry(owner: &Actor, permissions: &[String]) -> Result<(), Refusal> {
    if let Some(code) = permissions.iter().find(|code| is_over_rights(code)) {
        return Err(Refusal::Privileged(code.clone()));
    }
    match permissions.iter().find(|code| !owner.holds(code)) {
        Some(code) => Err(Refusal::Exceeds(code.clone())),
        None => Ok(()),
    }
}

/// The owner, or who manages keys where the owner stands.
pub fn revoke(actor: &Actor, owner: &Place, row: &entity::Model) -> Result<(), Refusal> {
    if row.person_id != actor.id && !actor.may("api-key.manage", owner) {
        return Err(Refusal::NotAllowed);
    }
    if row.revoked_at.is_some() { Err(Refusal::Revoked) } else { Ok(()) }
}

#[must_use]
pub fn is_valid(row: &entity::Model, now: DateTime<Utc>) -> bool {
    row.revoked_at.is_none() && row.expires_at > now
}

/// The moment at which a day is over. Where clocks jump over midnight, the day ends with the jump.
#[must_use]
pub fn end_of(day: NaiveDate, zone: Tz) -> Option<DateTime<Utc>> {
    let midnight = day.checked_add_days(Days::new(1))?.and_hms_opt(0, 0, 0)?;
    let local = zone.from_local_datetime(&midnight).earliest();
    Some(local.map_or_else(|| midnight.and_utc(), |local| local.to_utc()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_carries_what_its_owner_holds_and_no_power_over_rights() {
        let owner = Actor::system(["client.read", "role.grant"], "test");
        let carries = |code: &str| carry(&owner, &[code.to_owned()]);
        assert_eq!(carries("client.read"), Ok(()));
        assert_eq!(carries("client.merge"), Err(Refusal::Exceeds("client.merge".into())));
        assert_eq!(carries("role.grant"), Err(Refusal::Privileged("role.grant".into())));
    }

    #[test]
    fn the_last_day_is_the_companys() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
        let end = end_of(day, chrono_tz::Asia::Shanghai).unwrap();
        assert_eq!(end.to_rfc3339(), "2026-12-31T16:00:00+00:00");
        // Midnight does not exist on this day there.
        let jump = NaiveDate::from_ymd_opt(2018, 11, 3).unwrap();
        assert!(end_of(jump, chrono_tz::America::Sao_Paulo).is_some());
    }
}
