//! The people of the demonstration as the database knows them.
use crate::demo::{DemoClient, DemoRole, Tier, departments, people};
use crate::roles;
use anyhow::{Context, Result};
use chrono::NaiveDate;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::{ConnectionTrait, Statement};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// B-CRM-07.
const MAINTAIN_KEY: &str = "client.maintain-key";

#[derive(Clone, Debug)]
pub struct Member {
    pub id: PersonId,
    pub name: String,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
}

pub struct Staff {
    members: HashMap<String, Member>,
    /// Logins of those who may look after key and core clients.
    managers: BTreeSet<&'static str>,
}

impl Staff {
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self> {
        let sql = "SELECT login, id, name, department_id, site_id FROM person";
        let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
        let mut members = HashMap::new();
        for row in rows {
            let member = Member {
                id: PersonId(row.try_get("", "id")?),
                name: row.try_get("", "name")?,
                department_id: row.try_get::<Option<Uuid>>("", "department_id")?.map(DepartmentId),
                site_id: row.try_get::<Option<Uuid>>("", "site_id")?.map(SiteId),
            };
            members.insert(row.try_get::<String>("", "login")?, member);
        }
        Ok(Self { members, managers: managers() })
    }

    pub fn get(&self, login: &str) -> Result<&Member> {
        self.members.get(login).with_context(|| format!("nobody has the login {login}"))
    }

    /// Who owns a client: as generated, but key and core clients belong to somebody who may look
    /// after them; where the seller may not, to the head of the seller's department.
    pub fn owner(&self, client: &DemoClient) -> Result<&Member> {
        self.get(owner_login(&self.managers, client))
    }
}

fn owner_login(managers: &BTreeSet<&'static str>, client: &DemoClient) -> &'static str {
    let important = matches!(client.tier, Tier::Key | Tier::Core);
    if !important || managers.contains(client.owner) {
        return client.owner;
    }
    let department = departments().iter().find(|one| one.code == client.department);
    department.map_or(client.owner, |department| department.head)
}

fn managers() -> BTreeSet<&'static str> {
    let allowed: BTreeSet<String> = roles::built_in()
        .into_iter()
        .filter(|role| role.permissions.iter().any(|one| one.permission == MAINTAIN_KEY))
        .map(|role| role.code)
        .collect();
    let holds = |role: DemoRole| allowed.contains(role.code());
    // Who they are does not depend on seed and date.
    let everybody = people(0, NaiveDate::default());
    everybody.iter().filter(|person| holds(person.role)).map(|person| person.login).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::DemoClients;

    #[test]
    fn key_and_core_clients_belong_to_those_who_may_look_after_them() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let managers = managers();
        let mut important = 0;
        for client in DemoClients::new(7, today, 2_000).iter() {
            let owner = owner_login(&managers, &client);
            if matches!(client.tier, Tier::Key | Tier::Core) {
                important += 1;
                assert!(managers.contains(owner), "{owner} {}", client.name);
            } else {
                assert_eq!(owner, client.owner);
            }
        }
        assert!(important > 100, "{important}");
    }

    #[test]
    fn every_role_of_the_roster_comes_with_the_product() {
        let known: BTreeSet<String> = roles::built_in().into_iter().map(|role| role.code).collect();
        for role in DemoRole::ALL {
            assert!(known.contains(role.code()), "{}", role.code());
        }
    }
}
