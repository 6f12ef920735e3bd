//! Names of people, departments and sites together, in one statement: every record shows some of
//! each, and a round trip a kind is most of what reading one record costs.
use crate::{departments, people, sites};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::sea_query::{SelectStatement, UnionType};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QuerySelect,
    QueryTrait,
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
