//! Whom a name in a spreadsheet means.
use super::{entity, kinds::PersonStatus};
use kernel::ids::PersonId;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Names of one statement; SQLite binds at most 32,766 values, each is asked for three times.
const CHUNK: usize = 1_000;

type Found = (PersonId, String, String, Option<String>);

/// Active people by login, employee number or name, each spelled in lower case as asked. A name
/// that several people bear is left out: guessing would give somebody another's clients.
pub async fn called(
    db: &impl ConnectionTrait,
    names: &BTreeSet<String>,
) -> Result<HashMap<String, PersonId>, DbErr> {
    let mut found: BTreeMap<String, BTreeSet<PersonId>> = BTreeMap::new();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    for some in names.chunks(CHUNK) {
        for (id, login, name, number) in people(db, some).await? {
            for word in [Some(login), Some(name), number].into_iter().flatten() {
                found.entry(word.to_lowercase()).or_default().insert(id);
            }
        }
    }
    let alone = |(name, ids): (String, BTreeSet<PersonId>)| {
        let id = ids.first().copied().filter(|_| ids.len() == 1);
        id.map(|id| (name, id))
    };
    Ok(found.into_iter().filter_map(alone).collect())
}

async fn people(db: &impl ConnectionTrait, names: &[&str]) -> Result<Vec<Found>, DbErr> {
    use entity::Column;
    // Employee numbers are written in capitals; logins are kept in lower case.
    let numbers = names.iter().flat_map(|name| [(*name).to_owned(), name.to_uppercase()]);
    entity::Entity::find()
        .select_only()
        .columns([Column::Id, Column::Login, Column::Name, Column::EmployeeNumber])
        .filter(Column::Status.eq(PersonStatus::Active))
        .filter(
            Condition::any()
                .add(Column::Login.is_in(names.iter().copied()))
                .add(Column::Name.is_in(names.iter().copied()))
                .add(Column::EmployeeNumber.is_in(numbers)),
        )
        .into_tuple()
        .all(db)
        .await
}
