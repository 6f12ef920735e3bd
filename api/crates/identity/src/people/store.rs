//! Queries on people.
use super::entity::{self, Column};
use super::kinds::PersonStatus;
use kernel::access::{Actor, Place};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

/// Place of a row in the list's order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Cursor {
    pub sort_key: String,
    pub id: PersonId,
}

/// As logins are stored and compared.
#[must_use]
pub fn fold_login(login: &str) -> String {
    login.trim().to_lowercase()
}

/// Where a person's file stands: their own, in their department, at their site.
#[must_use]
pub fn place(person: &entity::Model) -> Place {
    Place {
        owner_id: Some(person.id),
        department_id: person.department_id,
        site_id: person.site_id,
        level: 0,
    }
}

/// Every query that shows people starts here.
pub fn visible_to(actor: &Actor, permission: &str) -> Select<entity::Entity> {
    entity::Entity::find().filter(within(actor, permission))
}

fn within(actor: &Actor, permission: &str) -> Condition {
    let reach = actor.reach(permission);
    reach.condition(actor.id, Column::Id, Column::DepartmentId, Column::SiteId)
}

pub async fn page(
    db: &impl ConnectionTrait,
    matching: Select<entity::Entity>,
    after: Option<Cursor>,
    rows: u64,
) -> Result<Vec<entity::Model>, DbErr> {
    let mut query = matching;
    if let Some(Cursor { sort_key, id }) = after {
        let order = Expr::tuple([Expr::col(Column::SortKey), Expr::col(Column::Id)]);
        query = query.filter(order.gt(Expr::tuple([Expr::val(sort_key), Expr::val(id)])));
    }
    query.order_by_asc(Column::SortKey).order_by_asc(Column::Id).limit(rows).all(db).await
}

pub async fn by_login(
    db: &impl ConnectionTrait,
    login: &str,
) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find().filter(Column::Login.eq(login)).one(db).await
}

/// Whatever the caller's reach; for what decides about the person, not for showing.
pub async fn find(db: &impl ConnectionTrait, id: PersonId) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).one(db).await
}

pub async fn lock(tx: &DatabaseTransaction, id: PersonId) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).lock_exclusive().one(tx).await
}

/// One that the caller may read, locked. What they may not read does not exist for them.
pub async fn lock_visible(
    tx: &DatabaseTransaction,
    actor: &Actor,
    id: PersonId,
) -> Result<Option<entity::Model>, DbErr> {
    visible_to(actor, "person.read").filter(Column::Id.eq(id)).lock_exclusive().one(tx).await
}

/// Somebody active whom the caller may name: themselves, or within what they may read. Whom they may
/// not read looks like somebody who is not there.
pub async fn active_visible(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: PersonId,
) -> Result<Option<entity::Model>, DbErr> {
    nameable_by(actor).filter(Column::Id.eq(id)).one(db).await
}

/// Those of several whom the caller may name.
pub async fn among_active_visible(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: BTreeSet<PersonId>,
) -> Result<BTreeSet<PersonId>, DbErr> {
    if ids.is_empty() {
        return Ok(ids);
    }
    let among = nameable_by(actor).filter(Column::Id.is_in(ids));
    let rows = among.select_only().column(Column::Id).into_tuple().all(db).await?;
    Ok(rows.into_iter().collect())
}

fn nameable_by(actor: &Actor) -> Select<entity::Entity> {
    let whom = Condition::any().add(Column::Id.eq(actor.id)).add(within(actor, "person.read"));
    entity::Entity::find().filter(whom).filter(Column::Status.eq(PersonStatus::Active))
}

pub async fn is_active(db: &impl ConnectionTrait, id: PersonId) -> Result<bool, DbErr> {
    Ok(find(db, id).await?.is_some_and(|person| person.status == PersonStatus::Active))
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

/// Whether there is anybody at all.
pub async fn is_empty(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    Ok(entity::Entity::find().limit(1).one(db).await?.is_none())
}

async fn count_active(db: &impl ConnectionTrait, which: Condition) -> Result<u64, DbErr> {
    let active = Column::Status.eq(PersonStatus::Active);
    entity::Entity::find().filter(which).filter(active).count(db).await
}

pub async fn count_in_department(
    db: &impl ConnectionTrait,
    id: DepartmentId,
) -> Result<u64, DbErr> {
    count_active(db, Condition::all().add(Column::DepartmentId.eq(id))).await
}

pub async fn count_at_site(db: &impl ConnectionTrait, id: SiteId) -> Result<u64, DbErr> {
    count_active(db, Condition::all().add(Column::SiteId.eq(id))).await
}

pub async fn names(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, String>, DbErr> {
    let ids: Vec<_> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = entity::Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name])
        .filter(Column::Id.is_in(ids))
        .into_tuple::<(PersonId, String)>()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Whom each of all people reports to; for finding circles.
pub async fn superiors(db: &impl ConnectionTrait) -> Result<HashMap<PersonId, PersonId>, DbErr> {
    let rows = entity::Entity::find()
        .select_only()
        .columns([Column::Id, Column::SuperiorId])
        .filter(Column::SuperiorId.is_not_null())
        .into_tuple::<(PersonId, PersonId)>()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

pub async fn by_ids(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, entity::Model>, DbErr> {
    let rows = entity::Entity::find().filter(Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Others with this login or employee number.
pub async fn sharing(
    db: &impl ConnectionTrait,
    id: PersonId,
    login: &str,
    number: Option<&str>,
) -> Result<Vec<entity::Model>, DbErr> {
    let same = Condition::any()
        .add(Column::Login.eq(login))
        .add_option(number.map(|number| Column::EmployeeNumber.eq(number)));
    entity::Entity::find().filter(Column::Id.ne(id)).filter(same).all(db).await
}
