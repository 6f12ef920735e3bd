//! Names of people, departments and sites for a whole page of records: one look-up of each kind,
//! never one per row.
use kernel::error::ApiResult;
pub use kernel::http::shown::Ref;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::ConnectionTrait;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// Ids whose names are wanted.
#[derive(Debug, Default)]
pub struct Wanted {
    people: BTreeSet<PersonId>,
    departments: BTreeSet<DepartmentId>,
    sites: BTreeSet<SiteId>,
}

impl Wanted {
    pub fn person(&mut self, id: impl Into<Option<PersonId>>) {
        self.people.extend(id.into());
    }

    pub fn department(&mut self, id: Option<DepartmentId>) {
        self.departments.extend(id);
    }

    pub fn site(&mut self, id: Option<SiteId>) {
        self.sites.extend(id);
    }

    /// Look them up.
    pub async fn find(self, db: &impl ConnectionTrait) -> ApiResult<Names> {
        let mut names = Names::default();
        if !self.people.is_empty() {
            names.people = identity::people::names(db, self.people).await?;
        }
        if !self.departments.is_empty() {
            names.departments = identity::departments::names(db, self.departments).await?;
        }
        if !self.sites.is_empty() {
            names.sites = identity::sites::names(db, self.sites).await?;
        }
        Ok(names)
    }
}

/// What was found.
#[derive(Debug, Default)]
pub struct Names {
    people: HashMap<PersonId, String>,
    departments: HashMap<DepartmentId, String>,
    sites: HashMap<SiteId, String>,
}

fn named(id: Uuid, name: Option<&String>) -> Ref {
    // Nobody is deleted, so a name is missing only for the service itself.
    Ref::new(id, name.cloned().unwrap_or_default())
}

impl Names {
    #[must_use]
    pub fn person(&self, id: PersonId) -> Ref {
        named(id.0, self.people.get(&id))
    }

    #[must_use]
    pub fn department(&self, id: DepartmentId) -> Ref {
        named(id.0, self.departments.get(&id))
    }

    #[must_use]
    pub fn site(&self, id: SiteId) -> Ref {
        named(id.0, self.sites.get(&id))
    }
}
