//! Queries on delegations.
use super::entity::{self, Column};
use crate::ids::DelegationId;
use crate::people::{entity as person, kinds::PersonStatus};
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::ids::PersonId;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, JoinType, QueryFilter, QuerySelect, QueryTrait, RelationDef,
    Select, sea_query::SelectStatement,
};
use uuid::Uuid;

/// From or to the caller, and from the people whose delegations the caller manages: every query
/// that shows delegations starts here.
pub fn visible_to(actor: &Actor) -> Select<entity::Entity> {
    use person::Column::{DepartmentId, Id, SiteId};
    let lender: RelationDef =
        entity::Entity::belongs_to(person::Entity).from(Column::FromPersonId).to(Id).into();
    let reach = actor.reach("delegation.manage");
    let within = Condition::any()
        .add(Column::FromPersonId.eq(actor.id))
        .add(Column::ToPersonId.eq(actor.id))
        .add(reach.condition(actor.id, Id, DepartmentId, SiteId));
    entity::Entity::find().join(JoinType::InnerJoin, lender).filter(within)
}

pub async fn find_visible(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: DelegationId,
) -> Result<Option<entity::Model>, DbErr> {
    visible_to(actor).filter(Column::Id.eq(id)).one(db).await
}

pub async fn lock(
    tx: &DatabaseTransaction,
    id: DelegationId,
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

/// The condition on delegations in force.
#[must_use]
pub fn in_force(at: DateTime<Utc>) -> Condition {
    Condition::all()
        .add(Column::RevokedAt.is_null())
        .add(Column::ValidFrom.lte(at))
        .add(Column::ValidUntil.gt(at))
}

/// Those at work who have lent a permission to somebody at a moment.
#[must_use]
pub fn lenders(to: PersonId, permission: &str, at: DateTime<Utc>) -> SelectStatement {
    let lender: RelationDef = entity::Entity::belongs_to(person::Entity)
        .from(Column::FromPersonId)
        .to(person::Column::Id)
        .into();
    entity::Entity::find()
        .select_only()
        .column(Column::FromPersonId)
        .join(JoinType::InnerJoin, lender)
        .filter(person::Column::Status.eq(PersonStatus::Active))
        .filter(Column::ToPersonId.eq(to))
        .filter(in_force(at))
        // A JSON list of codes, none of which holds a quotation mark.
        .filter(Column::Permissions.contains(format!("\"{permission}\"")))
        .into_query()
}

/// The same, looked up.
pub async fn who_lent(
    db: &impl ConnectionTrait,
    to: PersonId,
    permission: &str,
    at: DateTime<Utc>,
) -> Result<Vec<PersonId>, DbErr> {
    let rows = db.query_all(&lenders(to, permission, at)).await?;
    rows.iter().map(|row| row.try_get_by_index::<Uuid>(0).map(PersonId)).collect()
}
