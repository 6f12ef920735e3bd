//! Queries on the matrix, and on who holds what for how long.
use super::entity::{self, Column};
use super::rules::{Exclusion, Holding};
use crate::delegations::entity as delegation;
use crate::grants::entity as grant;
use crate::ids::DutyConflictId;
use crate::rights::load;
use crate::roles::permission_entity as role_permission;
use crate::stored;
use chrono::{DateTime, Utc};
use kernel::ids::PersonId;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, JoinType, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::{BTreeMap, BTreeSet};

pub async fn all(
    db: &impl ConnectionTrait,
    include_ended: bool,
) -> Result<Vec<entity::Model>, DbErr> {
    let mut query = entity::Entity::find();
    if !include_ended {
        query = query.filter(Column::EndedAt.is_null());
    }
    query.order_by_asc(Column::PermissionA).order_by_asc(Column::PermissionB).all(db).await
}

pub async fn find(
    db: &impl ConnectionTrait,
    id: DutyConflictId,
) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).one(db).await
}

pub async fn lock(
    tx: &DatabaseTransaction,
    id: DutyConflictId,
) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).lock_exclusive().one(tx).await
}

pub async fn insert(db: &impl ConnectionTrait, row: entity::Model) -> Result<(), DbErr> {
    entity::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Write the whole row back.
pub async fn save(db: &impl ConnectionTrait, row: &entity::Model) -> Result<(), DbErr> {
    let all = row.clone().into_active_model().reset_all();
    entity::Entity::update_many().set(all).filter(Column::Id.eq(row.id)).exec(db).await?;
    Ok(())
}

/// The exclusions in force.
pub async fn matrix(db: &impl ConnectionTrait) -> Result<Vec<Exclusion>, DbErr> {
    Ok(all(db, false).await?.into_iter().map(Exclusion::from).collect())
}

impl From<entity::Model> for Exclusion {
    fn from(row: entity::Model) -> Self {
        let clauses = stored::list(&row.clauses);
        Self {
            a: row.permission_a,
            b: row.permission_b,
            clauses: clauses.iter().map(|id| stored::lasting(id)).collect(),
        }
    }
}

/// What people hold from now on, by grants in force or to come and by what is lent to them.
/// `of`: only these people; `only`: only these permissions.
pub async fn holdings(
    db: &impl ConnectionTrait,
    of: Option<&[PersonId]>,
    only: &[&str],
    at: DateTime<Utc>,
) -> Result<BTreeMap<PersonId, Vec<Holding>>, DbErr> {
    let mut found: BTreeMap<PersonId, Vec<Holding>> = BTreeMap::new();
    for (person, permission, from, until) in granted(db, of, only, at).await? {
        found.entry(person).or_default().push(Holding { permission, from, until });
    }
    for (person, permissions, from, until) in lent(db, of, at).await? {
        let relevant = stored::list(&permissions);
        for permission in relevant.into_iter().filter(|code| only.contains(&code.as_str())) {
            let holding = Holding { permission, from, until: Some(until) };
            found.entry(person).or_default().push(holding);
        }
    }
    Ok(found)
}

type Granted = (PersonId, String, DateTime<Utc>, Option<DateTime<Utc>>);

async fn granted(
    db: &impl ConnectionTrait,
    of: Option<&[PersonId]>,
    only: &[&str],
    at: DateTime<Utc>,
) -> Result<Vec<Granted>, DbErr> {
    use grant::Column::{PersonId as Holder, RevokedAt, ValidFrom, ValidUntil};
    let lasting = Condition::any().add(ValidUntil.is_null()).add(ValidUntil.gt(at));
    grant::Entity::find()
        .select_only()
        .column(Holder)
        .column(role_permission::Column::Permission)
        .columns([ValidFrom, ValidUntil])
        .join(JoinType::InnerJoin, load::grant_to_permission())
        .filter(role_permission::Column::Permission.is_in(only.iter().copied()))
        .filter(RevokedAt.is_null())
        .filter(lasting)
        .filter(Condition::all().add_option(of.map(|of| Holder.is_in(of.iter().copied()))))
        .into_tuple()
        .all(db)
        .await
}

async fn lent(
    db: &impl ConnectionTrait,
    of: Option<&[PersonId]>,
    at: DateTime<Utc>,
) -> Result<Vec<(PersonId, String, DateTime<Utc>, DateTime<Utc>)>, DbErr> {
    use delegation::Column::{Permissions, RevokedAt, ToPersonId, ValidFrom, ValidUntil};
    delegation::Entity::find()
        .select_only()
        .columns([ToPersonId, Permissions, ValidFrom, ValidUntil])
        .filter(RevokedAt.is_null())
        .filter(ValidUntil.gt(at))
        .filter(Condition::all().add_option(of.map(|of| ToPersonId.is_in(of.iter().copied()))))
        .into_tuple()
        .all(db)
        .await
}

/// The permissions that any exclusion names.
#[must_use]
pub fn named(matrix: &[Exclusion]) -> Vec<&str> {
    let all: BTreeSet<&str> = matrix.iter().flat_map(|e| [e.a.as_str(), e.b.as_str()]).collect();
    all.into_iter().collect()
}
