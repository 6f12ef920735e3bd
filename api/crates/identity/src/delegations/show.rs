//! Delegations as the caller sees them, the people around them read together.
use super::dto::Delegation;
use super::{entity, rules};
use crate::people::{entity as person, store as people};
use crate::stored;
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::http::shown::{Ref, allowed};
use kernel::ids::PersonId;
use sea_orm::ConnectionTrait;
use std::collections::{BTreeSet, HashMap};

pub struct Around {
    people: HashMap<PersonId, person::Model>,
    now: DateTime<Utc>,
}

impl Around {
    pub async fn of(
        db: &impl ConnectionTrait,
        rows: &[entity::Model],
        now: DateTime<Utc>,
    ) -> ApiResult<Self> {
        let named: BTreeSet<PersonId> = rows
            .iter()
            .flat_map(|row| [Some(row.from_person_id), Some(row.to_person_id), row.revoked_by])
            .flatten()
            .collect();
        Ok(Self { people: people::by_ids(db, named).await?, now })
    }

    fn person(&self, id: PersonId) -> Ref {
        Ref::new(id.0, self.people.get(&id).map(|person| person.name.clone()).unwrap_or_default())
    }

    #[must_use]
    pub fn shown(&self, row: entity::Model, to: &Actor) -> Delegation {
        let lender = self.people.get(&row.from_person_id).map(people::place).unwrap_or_default();
        let revoke = rules::revoke(to, &lender, &row, self.now);
        Delegation {
            from: self.person(row.from_person_id),
            to: self.person(row.to_person_id),
            active: rules::in_force(&row, self.now),
            revoked_by: row.revoked_by.map(|id| self.person(id)),
            permissions: stored::list(&row.permissions),
            allowed_actions: vec![allowed("revoke", revoke, to.request.lang)],
            id: row.id,
            valid_from: row.valid_from,
            valid_until: row.valid_until,
            reason: row.reason,
            created_at: row.created_at,
            revoked_at: row.revoked_at,
            revoke_reason: row.revoke_reason,
            version: row.version,
        }
    }
}
