//! Keys as the caller sees them, their owners read together.
use super::dto::ApiKey;
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
        let named: BTreeSet<PersonId> =
            rows.iter().flat_map(|row| [Some(row.person_id), row.revoked_by]).flatten().collect();
        Ok(Self { people: people::by_ids(db, named).await?, now })
    }

    fn person(&self, id: PersonId) -> Ref {
        Ref::new(id.0, self.people.get(&id).map(|person| person.name.clone()).unwrap_or_default())
    }

    #[must_use]
    pub fn shown(&self, row: entity::Model, to: &Actor) -> ApiKey {
        let owner = self.people.get(&row.person_id).map(people::place).unwrap_or_default();
        let revoke = rules::revoke(to, &owner, &row);
        ApiKey {
            owner: self.person(row.person_id),
            active: rules::is_valid(&row, self.now),
            revoked_by: row.revoked_by.map(|id| self.person(id)),
            permissions: stored::list(&row.permissions),
            allowed_actions: vec![allowed("revoke", revoke, to.request.lang)],
            id: row.id,
            name: row.name,
            prefix: row.prefix,
            expires_on: row.expires_on,
            created_at: row.created_at,
            last_used_at: row.last_used_at,
            revoked_at: row.revoked_at,
            revoke_reason: row.revoke_reason,
            version: row.version,
            secret: None,
        }
    }
}
