//! Queries on sessions and their refresh tokens.
use super::{entity, rules::EndReason, token_entity as token};
use crate::authenticator::Bearer;
use crate::ids::SessionId;
use crate::people::{entity as person, kinds::PersonStatus};
use crate::rights::expand::Home;
use chrono::{DateTime, Utc};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, RelationDef,
    sea_query::{Expr, Query},
};
use uuid::Uuid;

fn live(at: DateTime<Utc>) -> Condition {
    Condition::all().add(entity::Column::EndedAt.is_null()).add(entity::Column::ExpiresAt.gt(at))
}

/// The live session with its person, if both may act.
pub async fn bearer(
    db: &impl ConnectionTrait,
    id: SessionId,
    person_id: PersonId,
    at: DateTime<Utc>,
) -> Result<Option<Bearer>, DbErr> {
    use person::Column::{DepartmentId as Department, MustChangePassword, Name, SiteId as Site};
    let to_person: RelationDef = entity::Entity::belongs_to(person::Entity)
        .from(entity::Column::PersonId)
        .to(person::Column::Id)
        .into();
    let row = entity::Entity::find_by_id(id)
        .select_only()
        .column(entity::Column::ExpiresAt)
        .columns([Name, Department, Site, MustChangePassword])
        .join(JoinType::InnerJoin, to_person)
        .filter(entity::Column::PersonId.eq(person_id))
        .filter(live(at))
        .filter(person::Column::Status.eq(PersonStatus::Active))
        .into_tuple::<(DateTime<Utc>, String, Option<DepartmentId>, Option<SiteId>, bool)>()
        .one(db)
        .await?;
    Ok(row.map(|(until, name, department_id, site_id, must_change_password)| Bearer {
        credential: id.0,
        until,
        person_id,
        name,
        home: Home { department_id, site_id },
        must_change_password,
        only: None,
        note_use: false,
    }))
}

pub async fn insert(
    db: &impl ConnectionTrait,
    session: entity::Model,
    token: token::Model,
) -> Result<(), DbErr> {
    entity::Entity::insert(session.into_active_model()).exec_without_returning(db).await?;
    insert_token(db, token).await
}

pub async fn insert_token(db: &impl ConnectionTrait, token: token::Model) -> Result<(), DbErr> {
    token::Entity::insert(token.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// The token, locked: two uses of one token follow each other.
pub async fn lock_token(
    tx: &DatabaseTransaction,
    hash: &str,
) -> Result<Option<token::Model>, DbErr> {
    token::Entity::find_by_id(hash.to_owned()).lock_exclusive().one(tx).await
}

pub async fn find_token(
    db: &impl ConnectionTrait,
    hash: &str,
) -> Result<Option<token::Model>, DbErr> {
    token::Entity::find_by_id(hash.to_owned()).one(db).await
}

pub async fn spend(
    tx: &DatabaseTransaction,
    hash: &str,
    successor: &str,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    token::Entity::update_many()
        .col_expr(token::Column::SpentAt, Expr::value(at))
        .col_expr(token::Column::ReplacedBy, Expr::value(successor))
        .filter(token::Column::Hash.eq(hash))
        .exec(tx)
        .await?;
    Ok(())
}

pub async fn lock(tx: &DatabaseTransaction, id: SessionId) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).lock_exclusive().one(tx).await
}

pub async fn prolong(
    tx: &DatabaseTransaction,
    id: SessionId,
    at: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = entity::ActiveModel {
        last_used_at: Set(at),
        expires_at: Set(until),
        ..entity::ActiveModel::default()
    };
    entity::Entity::update_many().set(row).filter(entity::Column::Id.eq(id)).exec(tx).await?;
    Ok(())
}

/// The live sessions of a person, newest first.
pub async fn of_person(
    db: &impl ConnectionTrait,
    person: PersonId,
    at: DateTime<Utc>,
) -> Result<Vec<entity::Model>, DbErr> {
    entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person))
        .filter(live(at))
        .order_by_desc(entity::Column::Id)
        .limit(200)
        .all(db)
        .await
}

/// End the live ones of these; how many there were.
pub async fn end(
    tx: &DatabaseTransaction,
    which: Condition,
    reason: EndReason,
    at: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let ended = entity::Entity::update_many()
        .col_expr(entity::Column::EndedAt, Expr::value(at))
        .col_expr(entity::Column::EndReason, Expr::value(reason.as_str()))
        .filter(which)
        .filter(live(at))
        .exec(tx)
        .await?;
    Ok(ended.rows_affected)
}

#[must_use]
pub fn one(id: SessionId) -> Condition {
    Condition::all().add(entity::Column::Id.eq(id))
}

#[must_use]
pub fn all_of(person: PersonId) -> Condition {
    Condition::all().add(entity::Column::PersonId.eq(person))
}

#[must_use]
pub fn others_of(person: PersonId, current: Option<Uuid>) -> Condition {
    all_of(person).add_option(current.map(|id| entity::Column::Id.ne(id)))
}

/// Whether the person has signed in from this address since a time.
pub async fn knows_address(
    db: &impl ConnectionTrait,
    person: PersonId,
    address: &str,
    since: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let found = entity::Entity::find()
        .filter(entity::Column::PersonId.eq(person))
        .filter(entity::Column::Address.eq(address))
        .filter(entity::Column::CreatedAt.gt(since))
        .count(db)
        .await?;
    Ok(found > 0)
}

/// Take away tokens and then sessions that were over before a time.
pub async fn forget(tx: &DatabaseTransaction, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let over = Condition::any()
        .add(entity::Column::ExpiresAt.lt(before))
        .add(entity::Column::EndedAt.lt(before));
    let ids = Query::select()
        .column(entity::Column::Id)
        .from(entity::Entity)
        .cond_where(over.clone())
        .to_owned();
    token::Entity::delete_many().filter(token::Column::SessionId.in_subquery(ids)).exec(tx).await?;
    Ok(entity::Entity::delete_many().filter(over).exec(tx).await?.rows_affected)
}

/// Whose session it is, over or not.
pub async fn person_of(
    db: &impl ConnectionTrait,
    id: SessionId,
) -> Result<Option<PersonId>, DbErr> {
    Ok(entity::Entity::find_by_id(id).one(db).await?.map(|session| session.person_id))
}
