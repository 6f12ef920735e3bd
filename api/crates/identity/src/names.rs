//! Names of people, departments and sites together, in one statement: every record shows some of
//! each, and a round trip a kind is most of what reading one record costs.
use crate::{departments, people, sites};
use kernel::error::ApiResult;
use kernel::http::shown::Ref;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::sea_query::{Alias, Expr, SelectStatement, UnionType};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QuerySelect, QueryTrait, RelationDef, Select,
};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// Ids whose names are wanted.
#[derive(Debug, Default)]
pub struct Wanted {
    pub people: BTreeSet<PersonId>,
    pub departments: BTreeSet<DepartmentId>,
    pub sites: BTreeSet<SiteId>,
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
        Ok(Names(names(db, self).await?))
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

#[derive(FromQueryResult)]
struct Named {
    id: Uuid,
    name: String,
}

/// The names by id; ids are unique over all three kinds. What does not exist is missing.
pub async fn names(
    db: &impl ConnectionTrait,
    wanted: Wanted,
) -> Result<HashMap<Uuid, String>, DbErr> {
    let mut selects = selects(wanted).into_iter();
    let Some(mut all) = selects.next() else { return Ok(HashMap::new()) };
    for more in selects {
        all.union(UnionType::All, more);
    }
    let statement = db.get_database_backend().build(&all);
    let rows = Named::find_by_statement(statement).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Whose name stands beside a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    Person,
    Department,
    Site,
}

/// The name of what a column points at, in the same statement as the record itself and under the
/// name `alias`; null where it points at nothing.
pub fn beside<E: EntityTrait>(
    select: Select<E>,
    (of, column): (Of, E::Column),
    alias: &'static str,
) -> Select<E> {
    match of {
        Of::Person => {
            use people::entity::{Column, Entity};
            joined::<E, Entity>(select, column, (Column::Id, Column::Name), alias)
        }
        Of::Department => {
            use departments::entity::{Column, Entity};
            joined::<E, Entity>(select, column, (Column::Id, Column::Name), alias)
        }
        Of::Site => {
            use sites::entity::{Column, Entity};
            joined::<E, Entity>(select, column, (Column::Id, Column::Name), alias)
        }
    }
}

fn joined<E: EntityTrait, R: EntityTrait>(
    select: Select<E>,
    column: E::Column,
    (id, name): (R::Column, R::Column),
    alias: &'static str,
) -> Select<E> {
    // A table may be joined several times, so each time under a name of its own.
    let table = format!("{alias}_named");
    let relation: RelationDef = E::belongs_to(R::default()).from(column).to(id).into();
    select
        .join_as(JoinType::LeftJoin, relation, Alias::new(&table))
        .column_as(Expr::col((Alias::new(&table), name)), alias)
}

fn selects(wanted: Wanted) -> Vec<SelectStatement> {
    use departments::entity as department;
    use people::entity as person;
    use sites::entity as site;
    let mut found = vec![];
    if !wanted.people.is_empty() {
        let rows = person::Entity::find()
            .select_only()
            .columns([person::Column::Id, person::Column::Name]);
        found.push(rows.filter(person::Column::Id.is_in(wanted.people)).into_query());
    }
    if !wanted.departments.is_empty() {
        let rows = department::Entity::find()
            .select_only()
            .columns([department::Column::Id, department::Column::Name]);
        found.push(rows.filter(department::Column::Id.is_in(wanted.departments)).into_query());
    }
    if !wanted.sites.is_empty() {
        let rows =
            site::Entity::find().select_only().columns([site::Column::Id, site::Column::Name]);
        found.push(rows.filter(site::Column::Id.is_in(wanted.sites)).into_query());
    }
    found
}
