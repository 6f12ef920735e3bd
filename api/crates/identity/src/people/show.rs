//! A person as the caller sees them.
use super::dto::{HeldRole, Person, PersonRow};
use super::kinds::PersonStatus;
use super::{entity, rules, store, take_over};
use crate::departments::store as departments;
use crate::grants::{rules as granting, store as grants};
use crate::sites::store as sites;
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::http::shown::{AllowedAction, Ref, allowed};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::ConnectionTrait;
use std::collections::{BTreeSet, HashMap};

/// What people's files point at, read together.
pub struct Around {
    departments: HashMap<DepartmentId, String>,
    sites: HashMap<SiteId, String>,
    superiors: HashMap<PersonId, String>,
    roles: HashMap<PersonId, Vec<HeldRole>>,
}

impl Around {
    pub async fn of(
        db: &impl ConnectionTrait,
        rows: &[entity::Model],
        now: DateTime<Utc>,
    ) -> ApiResult<Self> {
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        Ok(Self {
            departments: departments::names(db, rows.iter().filter_map(|row| row.department_id))
                .await?,
            sites: sites::names(db, rows.iter().filter_map(|row| row.site_id)).await?,
            superiors: store::names(db, rows.iter().filter_map(|row| row.superior_id)).await?,
            roles: grants::held_roles(db, &ids, now).await?,
        })
    }

    #[must_use]
    pub fn department(&self, row: &entity::Model) -> Option<Ref> {
        let id = row.department_id?;
        Some(Ref::new(id.0, self.departments.get(&id)?))
    }

    #[must_use]
    pub fn site(&self, row: &entity::Model) -> Option<Ref> {
        let id = row.site_id?;
        Some(Ref::new(id.0, self.sites.get(&id)?))
    }

    #[must_use]
    pub fn superior(&self, row: &entity::Model) -> Option<Ref> {
        let id = row.superior_id?;
        Some(Ref::new(id.0, self.superiors.get(&id)?))
    }

    #[must_use]
    pub fn roles(&self, row: &entity::Model) -> Vec<HeldRole> {
        self.roles.get(&row.id).cloned().unwrap_or_default()
    }

    #[must_use]
    pub fn row(&self, row: entity::Model) -> PersonRow {
        PersonRow {
            department: self.department(&row),
            site: self.site(&row),
            roles: self.roles(&row),
            id: row.id,
            login: row.login,
            name: row.name,
            employee_number: row.employee_number,
            email: row.email,
            phone: row.phone,
            status: row.status,
            version: row.version,
        }
    }
}

/// One person, with what the caller may do to them. `held`: the codes of what they hold.
pub async fn one(
    db: &impl ConnectionTrait,
    row: entity::Model,
    to: &Actor,
    held: &BTreeSet<String>,
    now: DateTime<Utc>,
) -> ApiResult<Person> {
    let around = Around::of(db, std::slice::from_ref(&row), now).await?;
    let leads = take_over::leads(db, to, row.id).await?;
    Ok(Person {
        department: around.department(&row),
        site: around.site(&row),
        superior: around.superior(&row),
        roles: around.roles(&row),
        allowed_actions: actions(&row, to, held, leads),
        id: row.id,
        login: row.login,
        name: row.name,
        employee_number: row.employee_number,
        email: row.email,
        phone: row.phone,
        status: row.status,
        locale: row.locale,
        password_change_required: row.must_change_password || row.password_hash.is_none(),
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    })
}

fn actions(
    row: &entity::Model,
    to: &Actor,
    held: &BTreeSet<String>,
    leads: bool,
) -> Vec<AllowedAction> {
    let lang = to.request.lang;
    let manage = || rules::manage(to, row, "person.manage");
    let over = || rules::take_over(to, held);
    let disable = manage().and_then(|()| rules::disable(to, row)).and_then(|()| over());
    let enable = manage().and_then(|()| rules::enable(to, row)).and_then(|()| over());
    let reset = rules::reset_password(to, row, held, leads);
    let end = rules::manage(to, row, "session.end-any");
    let active = row.status == PersonStatus::Active;
    // Whether the very role may be given is judged when it is named.
    let grant = granting::grant_to(to, &store::place(row))
        .and_then(|()| granting::receive(to, row.id, active));
    vec![
        allowed("update", manage().and_then(|()| over()), lang),
        allowed("disable", disable, lang),
        allowed("enable", enable, lang),
        allowed("reset-password", reset, lang),
        allowed("end-sessions", end, lang),
        allowed("grant-role", grant, lang),
    ]
}
