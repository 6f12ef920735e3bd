//! What may be lent to whom, and for how long.
use super::entity;
use crate::codes;
use crate::permissions::is_over_rights;
use crate::rights::expand::Rights;
use chrono::{DateTime, Duration, Utc};
use kernel::access::{Actor, Place, Reach};
use kernel::code::{self, Code, Coded, Params};
use kernel::ids::PersonId;

/// A delegation is for an absence; a longer change of duties is a role.
pub const LONGEST: Duration = Duration::days(366);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("delegation.manage is needed for the delegator")]
    NotAllowed,
    #[error("nobody lends to themselves")]
    ToSelf,
    #[error("{0} is not the caller's to lend")]
    NotOwn(String),
    #[error("{0} gives power over rights")]
    Privileged(String),
    #[error("the delegation is over")]
    Ended,
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::NotAllowed => code::PERMISSION_MISSING,
            Self::ToSelf => codes::SELF_GRANT,
            Self::NotOwn(_) => codes::DELEGATION_NOT_OWN,
            Self::Privileged(_) => codes::DELEGATION_PRIVILEGED,
            Self::Ended => codes::DELEGATION_ENDED,
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::NotAllowed => vec![("permission", "delegation.manage".to_owned())],
            Self::NotOwn(permission) | Self::Privileged(permission) => {
                vec![("permission", permission.clone())]
            }
            Self::ToSelf | Self::Ended => vec![],
        }
    }
    fn escalation(&self) -> Option<&'static str> {
        match self {
            Self::NotAllowed => Some("delegation.manage"),
            Self::NotOwn(_) | Self::Privileged(_) => Some("role.grant"),
            Self::ToSelf | Self::Ended => None,
        }
    }
}

/// `mine`: what the lender holds by grants of their own; what was lent to them is not theirs to
/// lend on, and what reaches their own records alone means nothing in another's hand.
pub fn lend(
    lender: PersonId,
    to: PersonId,
    permissions: &[String],
    mine: &Rights,
) -> Result<(), Refusal> {
    if lender == to {
        return Err(Refusal::ToSelf);
    }
    if let Some(code) = permissions.iter().find(|code| is_over_rights(code)) {
        return Err(Refusal::Privileged(code.clone()));
    }
    let lendable = |reach: &Reach| Reach { own: false, ..reach.clone() } != Reach::default();
    let not_own = |code: &&String| !mine.permissions.get(*code).is_some_and(lendable);
    match permissions.iter().find(not_own) {
        Some(code) => Err(Refusal::NotOwn(code.clone())),
        None => Ok(()),
    }
}

/// The lender, or who manages delegations where the lender stands.
pub fn revoke(
    actor: &Actor,
    lender: &Place,
    row: &entity::Model,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    if row.from_person_id != actor.id && !actor.may("delegation.manage", lender) {
        return Err(Refusal::NotAllowed);
    }
    let over = row.revoked_at.is_some() || row.valid_until <= now;
    if over { Err(Refusal::Ended) } else { Ok(()) }
}

#[must_use]
pub fn in_force(row: &entity::Model, now: DateTime<Utc>) -> bool {
    row.revoked_at.is_none() && row.valid_from <= now && row.valid_until > now
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn id(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn lends(permission: &str, reach: Reach) -> Result<(), Refusal> {
        let permissions = [(permission.to_owned(), reach)].into_iter().collect();
        let mine = Rights { permissions, clearance: 0 };
        lend(id(1), id(2), &["client.verify".to_owned()], &mine)
    }

    #[test]
    fn one_lends_what_one_holds_for_more_than_ones_own_records() {
        let not_own = Err(Refusal::NotOwn("client.verify".into()));
        assert_eq!(lends("client.verify", Reach::everything()), Ok(()));
        assert_eq!(lends("client.read", Reach::everything()), not_own);
        assert_eq!(lends("client.verify", Reach { own: true, ..Reach::default() }), not_own);
    }

    #[test]
    fn nobody_lends_to_themselves_and_power_over_rights_is_not_lent() {
        let mine = Rights {
            permissions: [("role.grant".to_owned(), Reach::everything())].into_iter().collect(),
            clearance: 0,
        };
        let power = ["role.grant".to_owned()];
        let refused = Err(Refusal::Privileged("role.grant".into()));
        assert_eq!(lend(id(1), id(2), &power, &mine), refused);
        assert_eq!(lend(id(1), id(1), &[], &mine), Err(Refusal::ToSelf));
    }

    #[test]
    fn the_lender_takes_back_until_it_is_over() {
        let at = |day| DateTime::UNIX_EPOCH + Duration::days(day);
        let row = entity::Model {
            id: crate::ids::DelegationId(Uuid::from_u128(1)),
            from_person_id: PersonId(Uuid::nil()),
            to_person_id: id(2),
            permissions: "[]".into(),
            valid_from: at(1),
            valid_until: at(9),
            reason: "年假".into(),
            created_at: at(0),
            revoked_at: None,
            revoked_by: None,
            revoke_reason: None,
            version: 1,
        };
        // The system actor has the nil id: here it stands for the lender.
        let lender = Actor::system([], "test");
        assert_eq!(revoke(&lender, &Place::default(), &row, at(0)), Ok(()));
        assert_eq!(revoke(&lender, &Place::default(), &row, at(9)), Err(Refusal::Ended));
        let other = entity::Model { from_person_id: id(5), ..row };
        let refused = revoke(&lender, &Place::default(), &other, at(2));
        assert_eq!(refused, Err(Refusal::NotAllowed));
        assert!(!in_force(&other, at(0)) && in_force(&other, at(1)) && !in_force(&other, at(9)));
    }
}
