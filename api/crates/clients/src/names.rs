//! Names of people, departments and sites for a whole page of records: one statement, never one
//! per row.
use kernel::error::ApiResult;
pub use kernel::http::shown::Ref;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::ConnectionTrait;
use std::collections::HashMap;
use uuid::Uuid;

/// Ids whose names are wanted.
#[derive(Debug, Default)]
pub struct Wanted(identity::names::Wanted);

impl Wanted {
    pub fn person(&mut self, id: impl Into<Option<PersonId>>) {
        self.0.people.extend(id.into());
    }

    pub fn department(&mut self, id: Option<DepartmentId>) {
        self.0.departments.extend(id);
    }

    pub fn site(&mut self, id: Option<SiteId>) {
        self.0.sites.extend(id);
    }

    /// Look them up.
    pub async fn find(self, db: &impl ConnectionTrait) -> ApiResult<Names> {
        Ok(Names(identity::names::names(db, self.0).await?))
    }
}

/// What was found.
#[derive(Debug, Default)]
pub struct Names(HashMap<Uuid, String>);

impl FromIterator<(Uuid, Option<String>)> for Names {
    fn from_iter<T: IntoIterator<Item = (Uuid, Option<String>)>>(names: T) -> Self {
        Self(names.into_iter().filter_map(|(id, name)| Some((id, name?))).collect())
    }
}

fn named(id: Uuid, name: Option<&String>) -> Ref {
    // Nobody is deleted, so a name is missing only for the service itself.
    Ref::new(id, name.cloned().unwrap_or_default())
}

impl Names {
    #[must_use]
    pub fn person(&self, id: PersonId) -> Ref {
        named(id.0, self.0.get(&id.0))
    }

    #[must_use]
    pub fn department(&self, id: DepartmentId) -> Ref {
        named(id.0, self.0.get(&id.0))
    }

    #[must_use]
    pub fn site(&self, id: SiteId) -> Ref {
        named(id.0, self.0.get(&id.0))
    }
}
