//! Grants as the caller sees them, the names around them read together.
use super::dto::{RoleGrant, RoleRef};
use super::{entity, rules};
use crate::ids::RoleId;
use crate::people::{entity as person, store as people};
use crate::roles::{entity as role, store as roles};
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::http::shown::{AllowedAction, Ref, allowed};
use kernel::ids::PersonId;
use sea_orm::ConnectionTrait;
use std::collections::{BTreeSet, HashMap};

pub struct Around {
    people: HashMap<PersonId, person::Model>,
    roles: HashMap<RoleId, role::Model>,
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
            .flat_map(|row| [Some(row.person_id), Some(row.granted_by), row.revoked_by])
            .flatten()
            .collect();
        let granted: BTreeSet<RoleId> = rows.iter().map(|row| row.role_id).collect();
        Ok(Self {
            people: people::by_ids(db, named).await?,
            roles: roles::by_ids(db, granted).await?,
            now,
        })
    }

    fn person(&self, id: PersonId) -> Option<Ref> {
        self.people.get(&id).map(|person| Ref::new(id.0, &person.name))
    }

    fn role(&self, id: RoleId) -> RoleRef {
        let known = self.roles.get(&id);
        RoleRef {
            id,
            code: known.map(|role| role.code.clone()).unwrap_or_default(),
            name: known.map(|role| role.name.clone()).unwrap_or_default(),
        }
    }

    #[must_use]
    pub fn shown(&self, row: entity::Model, to: &Actor) -> RoleGrant {
        RoleGrant {
            person: self.person(row.person_id).unwrap_or_else(|| Ref::new(row.person_id.0, "")),
            role: self.role(row.role_id),
            active: rules::in_force(&row, self.now),
            granted_by: self.person(row.granted_by),
            revoked_by: row.revoked_by.and_then(|id| self.person(id)),
            allowed_actions: vec![self.revoke(&row, to)],
            id: row.id,
            valid_from: row.valid_from,
            valid_until: row.valid_until,
            reason: row.reason,
            granted_at: row.granted_at,
            revoked_at: row.revoked_at,
            revoke_reason: row.revoke_reason,
            version: row.version,
        }
    }

    fn revoke(&self, row: &entity::Model, to: &Actor) -> AllowedAction {
        let place = self.people.get(&row.person_id).map(people::place).unwrap_or_default();
        let may = rules::grant_to(to, &place).and_then(|()| rules::revoke(row, self.now));
        allowed("revoke", may, to.request.lang)
    }
}
